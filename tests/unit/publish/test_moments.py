from uuid import NAMESPACE_URL, uuid5

import pytest

from bantin.publish.moments import permanent_id


@pytest.mark.parametrize("number", range(64))
def test_an_id_is_the_uuid_of_its_path(number: int) -> None:
    path = f"tin/2024/hội-nghị-{number}.md"
    assert permanent_id(path) == f"urn:uuid:{uuid5(NAMESPACE_URL, f'bantin:{path}')}"
