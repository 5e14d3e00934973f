from collections.abc import Callable, Mapping

from bantin.catalog import Catalog
from bantin.compile.pages.program_box import program_boxes
from bantin.compile.related import Neighbours

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
PROGRAM = "dan-van-cong-an-2022"


def report(news: News, day: str, **fields: object) -> str:
    return news(date=day, conference={"date": day}, programs=[PROGRAM], **fields)


def test_conferences_are_numbered_from_the_earliest(catalog: Make, news: News) -> None:
    archive = catalog(
        {
            "docs/tin/2022/mot.md": report(news, "2022-05-01"),
            "docs/tin/2023/hai.md": report(news, "2023-05-01"),
            "docs/tin/2024/ba.md": report(news, "2024-05-01"),
        }
    )
    (box,) = program_boxes(archive, Neighbours(archive), archive.by_path["tin/2023/hai.md"])
    assert (box.number, box.total) == (2, 3)
    assert box.previous is not None
    assert box.previous.address == "tin/2022/mot/"
    assert box.following is not None
    assert box.following.address == "tin/2024/ba/"


def test_a_box_tells_the_time_under_review_of_its_programme_alone(
    catalog: Make, news: News
) -> None:
    reviews = [{"program": PROGRAM, "covers": "2021-2023"}]
    meeting = {"date": "2024-05-01", "covers": "2016-2021", "reviews": reviews}
    programs = ["dan-van-cong-an-2016", PROGRAM]
    text = news(date="2024-05-01", conference=meeting, programs=programs)
    archive = catalog({"docs/tin/2024/mot.md": text})
    boxes = program_boxes(archive, Neighbours(archive), archive.articles[0])
    assert [box.covers for box in boxes] == ["", "2022–2023"]  # cut at the start of the period


def test_a_further_report_has_the_number_of_its_conference(catalog: Make, news: News) -> None:
    archive = catalog(
        {
            "docs/tin/2022/mot.md": report(news, "2022-05-01"),
            "docs/tin/2023/hai.md": report(news, "2023-05-01"),
            "docs/tin/2022/bao.md": report(news, "2022-05-01", same_event_as="tin/2022/mot.md"),
        }
    )
    (box,) = program_boxes(archive, Neighbours(archive), archive.by_path["tin/2022/bao.md"])
    assert (box.number, box.total) == (1, 2)


def test_a_report_whose_principal_is_a_draft_counts_itself(catalog: Make, news: News) -> None:
    archive = catalog(
        {
            "docs/tin/2022/mot.md": report(news, "2022-05-01", status="draft"),
            "docs/tin/2022/bao.md": report(news, "2022-05-01", same_event_as="tin/2022/mot.md"),
            "docs/tin/2023/hai.md": report(news, "2023-05-01"),
        }
    )
    (box,) = program_boxes(archive, Neighbours(archive), archive.by_path["tin/2022/bao.md"])
    assert (box.number, box.total) == (1, 2)
    assert box.following is not None
    assert box.following.address == "tin/2023/hai/"
