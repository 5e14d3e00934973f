"""A small registry: two provinces that share a district's name, with police and a board each."""

import pytest

from bantin.gazetteer.agencies import AgencyDirectory
from bantin.model import Agency, District, Province, Registries
from bantin.vietnamese.dates import parse_date

MERGER = parse_date("2025-07-01")
BEFORE = parse_date("2025-06-30")


def agency(id_: str, name: str, level: str, **fields: str) -> Agency:
    return Agency(id=id_, name=name, kind="khac", level=level, **fields)  # type: ignore[arg-type]  # literals


PROVINCES = (
    Province(id="gia-lai", name="Gia Lai", type="tinh", valid_to=BEFORE),
    Province(id="gia-lai-2025", name="Gia Lai", type="tinh", valid_from=MERGER),
    Province(id="phu-yen", name="Phú Yên", type="tinh"),
)
DISTRICTS = (
    District(id="krong-pa", name="Krông Pa", type="huyen", province="gia-lai"),
    District(id="phu-hoa", name="Phú Hòa", type="huyen", province="phu-yen"),
    District(id="phu-yen-huyen", name="Phú Yên", type="huyen", province="gia-lai"),
)
AGENCIES = (
    agency("bca", "Bộ Công an", "trung-uong"),
    agency("ca-gia-lai", "Công an tỉnh Gia Lai", "tinh", province="gia-lai"),
    agency("ca-phu-yen", "Công an tỉnh Phú Yên", "tinh", province="phu-yen"),
    agency("ca-krong-pa", "Công an huyện Krông Pa", "huyen", province="gia-lai",
           district="krong-pa"),
    agency("bdv-krong-pa", "Ban Dân vận Huyện ủy Krông Pa", "huyen", province="gia-lai",
           district="krong-pa"),
    agency("ca-xa-ia-mlah", "Công an xã Ia Mlah", "xa", province="gia-lai"),
)  # fmt: skip
REGISTRIES = Registries(
    agencies={record.id: record for record in AGENCIES},
    provinces={record.id: record for record in PROVINCES},
    districts={record.id: record for record in DISTRICTS},
)


@pytest.fixture(scope="package")
def directory() -> AgencyDirectory:
    return AgencyDirectory(REGISTRIES)
