import re
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.compile.addresses import relative, to_files

SLUGS = st.sampled_from(["tin", "2024", "ket-qua-1", "a", "0"])
ADDRESSES = st.lists(SLUGS, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(here=ADDRESSES, there=ADDRESSES)
def test_a_relative_link_leads_to_its_address(here: str, there: str) -> None:
    link = relative(there, here.count("/"))
    assert not link.startswith("/")
    assert urljoin(f"https://x.y/goc/{here}", link) == f"https://x.y/goc/{there}"


@given(here=ADDRESSES, there=ADDRESSES)
def test_an_offline_link_names_a_file(here: str, there: str) -> None:
    page = to_files(f'<a href="{relative(there, here.count("/"))}">')
    link = re.findall(r'"(.*)"', page)[0]
    assert urljoin(f"file:///usb/{here}index.html", link) == f"file:///usb/{there}index.html"


@pytest.mark.parametrize(
    ("written", "opened"),
    [
        ('href="."', 'href="./index.html"'),
        ('href=".."', 'href="../index.html"'),
        ('href="./"', 'href="./index.html"'),
        ('href="../tin/#a"', 'href="../tin/index.html#a"'),
        ('action="../tim-kiem/"', 'action="../tim-kiem/index.html"'),
        ('href="../tim-kiem/?q=a"', 'href="../tim-kiem/index.html?q=a"'),
    ],
)
def test_links_to_a_folder_name_its_file_offline(written: str, opened: str) -> None:
    assert to_files(f"<a {written}>") == f"<a {opened}>"


@pytest.mark.parametrize(
    "written",
    ['href="#a"', 'href="https://x.y/a/"', 'href="../a.css"', 'href="mailto:a@b.c"',
     'href="/tin/"', 'src="anh/a.jpg"', 'href="du-lieu/articles.json"'],
)  # fmt: skip
def test_other_links_stay_as_they_are_offline(written: str) -> None:
    assert to_files(f"<a {written}>") == f"<a {written}>"
