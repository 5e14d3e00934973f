"""Bodies made up with all signs of Markdown, each piece with the words that a reader must see.

A body knows what it says without any parser, so it judges both the page and the comparison.
"""

from hypothesis import strategies as st

WORDS = (
    "hội nghị", "sơ kết", "phối hợp", "12", "45", "1986", "3,5%", "12.500", "03/2019/NĐ-CP",
    "Đắk Lắk", "2021–2025", "số", "và", "vụ", "A&B", "5~10", "20~40", "x^2", "a_b_c", "±3", "<5",
    "tỷ đồng",
)  # fmt: skip
# What is written, and what a page must say: the same where there is only one.
INLINE = (
    ("**{}**", "{}"), ("*{}*", "{}"), ("`{}`", "{}"), ("[{}](khac.md)", "{}"), ("“{}”", "“{}”"),
    ("\\*{}\\*", "*{}*"), ("***{}***", "{}"), ("[**{}**](<bai khac.md>)", "{}"), ("({})", "({})"),
    ("\\[{}\\]", "[{}]"), ("![{}](../../anh/a.jpg)", "{}"), ("&lt;{}&gt;", "<{}>"),
)  # fmt: skip
BROKEN = (
    "3*4*5", "2*3 và 4*5", "5~~10 vụ, 20~~40", "một<br>hai", "m<sup>2</sup>", "x<y>z",
    "chữ[^khong]", "\n\n1986. Năm Đổi mới\n\n", "\n\n1. một\n1. hai\n5. ba\n\n",
    "\n\n<div>\nba 5\n</div>\n\n", "\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\n",
    "\n\n[Điều 5]: nội\n\n", "\n\n<<<<<<< HEAD\n\n", "\n\n[^thua]: lời 7\n\n",
    "\n\n[x]: mot.md\n\n", "![a](https://a.vn/b.jpg)", "![a](mailto:a@b.vn)", "[a](ftp://a.vn)",
    "a\u200bb", "\ue000", "\ufffd", "1&#8203;2", "\n\n| a | b |\n|---|\n| 1 |\n\n",
    "\n\n>5 vụ\n\n", "La Dêê\t12\t700", "\n\n```Số vụ 12\nx\n```\n\n", "<b>5", "(*) và (*)",
    "\n\n| a |\n|---|\n| 1 |\nGhi chú\n\n", '![a](a.jpg "Chú 5")', "\n\n<!-- a --> năm 5\n\n",
)  # fmt: skip
KINDS = ("paragraph", "heading", "bullets", "numbers", "table", "quote", "note", "code")


class Body:
    """A body that grows, and all that its page must say."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.says: list[str] = []

    def add(self, written: str, *says: str) -> None:
        self.blocks.append(written)
        self.says += says


@st.composite
def phrases(draw: st.DrawFn) -> tuple[str, str]:
    """Draw words with markup, and the words that they say."""
    written, says = [], []
    for _ in range(draw(st.integers(1, 5))):
        word = draw(st.sampled_from(WORDS))
        form, shown = draw(st.sampled_from((*INLINE, ("{}", "{}"), ("{}", "{}"))))
        if "`" in form or "&" not in word:  # an ampersand of code is no entity
            written.append(form.format(word))
            says.append(shown.format(word))
        else:
            written.append(word)
            says.append(word)
    return "chữ " + " ".join(written), "chữ " + " ".join(says)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a body without a fault, and what it says."""
    body, notes = Body(), []
    for number in range(draw(st.integers(1, 7))):
        kind = draw(st.sampled_from(KINDS))
        written, says = draw(phrases())
        other, also = draw(phrases())
        if kind == "heading":
            body.add(f"## {written}", says)
        elif kind == "bullets":
            body.add(
                f"Gồm:\n\n- {written};\n  - {other}\n- {written}", "Gồm:", f"{says};", also, says
            )
        elif kind == "numbers":
            body.add(f"Gồm:\n\n1. {written}\n2. {other}", "Gồm:", f"1. {says}", f"2. {also}")
        elif kind == "table":
            row = written.replace("|", "\\|")
            body.add(f"| a | b |\n|---|--:|\n| {row} | {other} |", "a", "b", says, also)
        elif kind == "quote":
            body.add(f"> {written}\n> {other}", says, also)
        elif kind == "note":
            body.add(f"{written}.[^n{number}]\n\n[^n{number}]: {other}", f"{says}.")
            notes.append(also)
        elif kind == "code":
            body.add("```yaml\n1*2*3 &amp; [a](b) c[d]\n```", "1*2*3 &amp; [a](b) c[d]")
        else:
            body.add(f"{written}\n{other}", says, also)
    return "\n\n".join(body.blocks), "\n".join([*body.says, *notes])


@st.composite
def broken_bodies(draw: st.DrawFn) -> str:
    """Draw a body with one fault at the end of a paragraph."""
    before, _ = draw(bodies())
    after, _ = draw(bodies())
    return f"{before}\n\nĐoạn này có {draw(st.sampled_from(BROKEN))}\n\nSau.\n\n{after}"
