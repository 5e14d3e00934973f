"""Tasks of conferences: how far each has come, whose it is, and where it is listed."""

from collections.abc import Callable, Mapping
from datetime import date

from bantin.catalog import Catalog
from bantin.catalog.task_pairs import task_pairs
from bantin.catalog.tasks import NO_DUE
from bantin.compile.pages.agency import duties_of
from bantin.reading import Content
from bantin.reading.bodies import Bodies

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
PROGRAM = "dan-van-cong-an-2022"
BODY = "## Nhiệm vụ\n\n- Tập huấn 40 cán bộ xã;\n- khảo sát chung một đợt.\n"
FIRST = "docs/tin/2022/dau.md"


def held(day: str, **more: object) -> dict[str, object]:
    return {"date": day, "types": ["so-ket"]} | more


def files(news: News, *followers: tuple[str, list[dict[str, str]]]) -> dict[str, str]:
    """One article with two tasks, and later ones that speak of them, by their day."""
    notes = [
        {"id": "nv-1", "begins": "Tập huấn 40 cán bộ", "owners": ["ubdt"], "due": "2023"},
        {"id": "nv-2", "begins": "khảo sát chung một"},
    ]
    first = news(BODY, date="2022-05-01", programs=[PROGRAM], agencies=["bca"], tasks=notes,
                 conference=held("2022-05-01"))  # fmt: skip
    later = {
        f"docs/tin/{day[:4]}/bai-{day}.md": news(
            "Đã tập huấn được 40 cán bộ. Chưa khảo sát đợt nào.",
            date=day, programs=[PROGRAM], conference=held(day),
            follows=[{"task": "tin/2022/dau/#nv-1"} | one for one in follows],
        )
        for day, follows in followers
    }  # fmt: skip
    return {FIRST: first, **later}


SAID = {"quote": "Đã tập huấn được 40 cán bộ."}


def test_the_last_word_counts_and_silence_does_not(catalog: Make, news: News) -> None:
    part, done, silent = ({"state": s, **SAID} for s in ("mot-phan", "xong", "x"))
    silent = {"state": "khong-nhac"}
    archive = catalog(
        files(news, ("2023-05-01", [part]), ("2024-01-01", [done]), ("2024-02-01", [silent]))
    )
    first, second = archive.tasks.all
    assert [one.follow_up.state for one in first.told] == ["mot-phan", "xong", "khong-nhac"]
    assert (first.state, first.is_done) == ("xong", True)
    assert (second.state, second.told) == ("", ())
    assert archive.tasks.told_by["tin/2024/bai-2024-01-01.md"] == (first,)


def test_a_task_that_is_only_passed_over_says_so(catalog: Make, news: News) -> None:
    archive = catalog(files(news, ("2023-05-01", [{"state": "khong-nhac"}])))
    assert archive.tasks.all[0].state == "khong-nhac"


def test_tasks_are_found_by_programme_owner_and_due_year(catalog: Make, news: News) -> None:
    tasks = catalog(files(news)).tasks
    first, second = tasks.all
    assert tasks.by_program[PROGRAM] == (first, second)
    assert tasks.by_owner == {"ubdt": (first,)}
    assert tasks.by_year == {"2023": (first,), NO_DUE: (second,)}
    assert list(tasks.by_year) == ["2023", NO_DUE]
    assert first.address == "tin/2022/dau/#nv-1"
    assert first.is_overdue(date(2024, 1, 1))
    assert not first.is_overdue(date(2023, 12, 31))
    assert not second.is_overdue(date(2024, 1, 1))


def test_an_agency_of_today_has_what_its_forerunner_left(catalog: Make, news: News) -> None:
    archive = catalog(files(news))
    agencies = archive.registries.agencies
    assert agencies["ubdt"].succeeded_by == ("bdttg",)
    assert [one.task.id for one in duties_of(archive, agencies["bdttg"])] == ["nv-1"]
    assert [one.task.id for one in duties_of(archive, agencies["ubdt"])] == ["nv-1"]
    assert duties_of(archive, agencies["bca"]) == []


def test_what_is_done_is_no_duty_any_more(catalog: Make, news: News) -> None:
    archive = catalog(files(news, ("2023-05-01", [{"state": "xong", **SAID}])))
    assert duties_of(archive, archive.registries.agencies["ubdt"]) == []


def test_tasks_of_a_signing_belong_to_what_was_signed(catalog: Make, news: News) -> None:
    text = news(BODY, date="2022-01-01", programs=["dan-van-cong-an-2016"],
                conference=held("2021-12-20", signs=[PROGRAM, "2022"]))  # fmt: skip
    tasks = catalog({"docs/tin/2021/ky.md": text}).tasks
    assert list(tasks.by_program) == [PROGRAM]


def test_what_is_only_announced_or_no_conference_sets_no_task(catalog: Make, news: News) -> None:
    coming = news(BODY, date="2024-05-01", conference=held("2024-06-01"))
    tasks = catalog({"docs/tin/2024/sap.md": coming, "docs/tin/2024/tin.md": news(BODY)}).tasks
    assert tasks.all == ()


def test_an_old_address_still_leads_to_the_task(catalog: Make, news: News) -> None:
    made = files(news, ("2023-05-01", [{"state": "xong", **SAID}]))
    made[FIRST] = made[FIRST].replace("title:", "id: tin/2021/cu/\naliases: [tin/2021/cu/]\ntitle:")
    later = made["docs/tin/2023/bai-2023-05-01.md"]
    made["docs/tin/2023/bai-2023-05-01.md"] = later.replace("tin/2022/dau/", "tin/2021/cu/")
    assert catalog(made).tasks.all[0].is_done


def test_a_pair_is_proposed_by_shared_words_and_figures(
    content: Callable[[Mapping[str, str]], Content], news: News
) -> None:
    made = content(files(news, ("2023-05-01", []), ("2021-05-01", [])) | {
        f"docs/tin/2022/khac-{n}.md": news(f"Tin thường số {n}.") for n in range(40)
    })  # fmt: skip
    bodies = Bodies(made.docs)
    pairs = task_pairs(
        made.articles,
        made.registries,
        lambda a: [text for s in bodies.sections(a) for text in s.paragraphs],
    )
    assert [(one.task.id, one.later.path) for one in pairs] == [
        ("nv-1", "tin/2023/bai-2023-05-01.md")
    ]
    assert "40" in pairs[0].shared
