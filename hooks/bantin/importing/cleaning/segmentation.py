"""Segmentation: which blocks of a cleaned page are title, lead, photos, byline and body."""

from urllib.parse import urlsplit

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.boilerplate import CleanBlocks
from bantin.importing.cleaning.byline import Byline, is_organisation, take_byline
from bantin.importing.cleaning.captions import take_photos
from bantin.importing.cleaning.leftovers import unused
from bantin.importing.cleaning.page import ImportPage
from bantin.importing.cleaning.page_dates import date_in_address
from bantin.importing.cleaning.signatures import REASON as SIGNATURE
from bantin.importing.cleaning.titles import is_letterhead, split_top, take_title, title_from_text
from bantin.importing.extract.blocks import Block, Dropped, InputFile
from bantin.model.labels import UNKNOWN_TITLE
from bantin.vietnamese.fold import fold

FRAME = "phần khung của trang"
ABOVE = "dòng ở trên tiêu đề"
UNUSED = "nhãn và dòng không dùng"
_MAX_LEAD = 700
_LEAD_BLOCKS = 3  # the lead is among the first blocks below the title


def segment(file: InputFile, clean: CleanBlocks) -> ImportPage:
    """Return the page of an article.

    Args:
        file: the input file, for what its container says.
        clean: its blocks without boilerplate.
    """
    blocks, byline = take_byline([b for b in clean.blocks if b.text or b.kind == "photo"])
    above, blocks = split_top(blocks)
    letterhead = [block for block in blocks if is_letterhead(block)]
    title, blocks = take_title(blocks, file.title)
    above += [block for block in letterhead if block not in blocks]
    photos, blocks = take_photos(blocks)
    lead, blocks = _take_lead(blocks)
    if title is None:
        title = _assume_title(lead, blocks)
    taken = [title.evidence, *(f"{photo.caption} {photo.credit}" for photo in photos), byline.url]
    taken += [finding.evidence for finding in (byline.author, byline.source) if finding]
    taken += [lead.value] if lead else []
    url = byline.url or file.url
    dates = [*clean.dates, *filter(None, [date_in_address(byline.url)])]
    names = [date.name for date in dates if date.name]
    return ImportPage(
        title=title,
        lead=lead,
        body=tuple(blocks),
        photos=tuple(photos),
        dates=tuple(dates),
        author=_author(file, byline, names),
        source=byline.source or _site(file, url),
        source_url=url,
        via=_via(file, byline),
        dropped=(
            *file.dropped,
            *(Dropped(text, FRAME) for text in clean.dropped),
            *(Dropped(text, SIGNATURE) for text in clean.signature if text),
            *(Dropped(block.text, ABOVE) for block in above if block.text),
            *(Dropped(text, UNUSED) for text in unused(clean.blocks, [*above, *blocks], taken)),
        ),
        notes=file.notes,
        signers=clean.signers,
    )


def _author(file: InputFile, byline: Byline, names: list[str]) -> Finding[str] | None:
    """Return the author by the byline, else by the page's head, else by a line with its date."""
    if byline.author:
        return byline.author
    people = (name for name in names if name.count(" ") and not is_organisation(name))
    name = file.author or next(people, "")
    evidence = "tên đứng cạnh ngày đăng hoặc trong thông tin của trang"
    return Finding(name, evidence) if name else None


def _site(file: InputFile, url: str) -> Finding[str] | None:
    name = file.site or (url.split("/")[2].removeprefix("www.") if "://" in url else "")
    return Finding(name, f"trang {url or name}") if name else None


def _via(file: InputFile, byline: Byline) -> tuple[str, str]:
    """Return name and address of a page whose source line leads to the server of another site."""
    own, other = (_server(url) for url in (file.url, byline.url))
    name = file.site or own
    is_same = own.endswith(other) or other.endswith(own)  # “m.bao.vn” is “bao.vn”
    is_named = byline.source is not None and byline.source.value in {name, own}
    return ("", "") if not own or not other or is_same or is_named else (name, file.url)


def _server(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")


def _take_lead(blocks: list[Block]) -> tuple[Finding[str] | None, list[Block]]:
    """Return the lead and the other blocks.

    The lead is the paragraph set off in style or font; else the first one, if it is short enough
    and not the whole text.
    """
    for number, block in enumerate(blocks[:_LEAD_BLOCKS]):
        if block.kind != "text":
            break
        is_span = block.text.startswith("(") and block.text.endswith(")")  # “(Từ ngày … đến …)”
        is_emphasised = block.is_emphasised and not is_span and len(blocks) > number + 1
        is_set_off = block.style == "lead" or is_emphasised
        if is_set_off and len(block.text) <= _MAX_LEAD:
            rest = blocks[:number] + blocks[number + 1 :]
            return Finding(block.text, block.text, "cao"), _without_repeated(rest, block.text)
    first = blocks[0] if blocks else Block("")
    is_sentence = first.kind == "text" and first.text.endswith((".", "…"))
    if is_sentence and len(blocks) > 1 and len(first.text) <= _MAX_LEAD:
        return Finding(first.text, "đoạn mở đầu", "vừa"), blocks[1:]
    return None, blocks


def _without_repeated(blocks: list[Block], lead: str) -> list[Block]:
    """Return the blocks without a first paragraph that only repeats the lead."""
    if blocks and fold(blocks[0].text).strip(" .") == fold(lead).strip(" ."):
        return blocks[1:]
    return blocks


def _assume_title(lead: Finding[str] | None, blocks: list[Block]) -> Finding[str]:
    first = next((block.text for block in blocks if block.text and block.kind != "table"), "")
    words = lead.value if lead else first
    return (
        title_from_text(words) if words else Finding(UNKNOWN_TITLE, "tệp không có tiêu đề", "thấp")
    )
