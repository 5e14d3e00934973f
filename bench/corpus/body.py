"""The body of an article: the archive's clauses put together anew, with names and figures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from bench.corpus.chance import happens
from bench.corpus.event import Event
from bench.corpus.names import model_name, person_name, person_rank
from bench.corpus.phrases import Phrases

if TYPE_CHECKING:
    from bantin.model import District, Province

# The last block goes beyond the budget: bodies have 400 to 900 words.
LEAST, USUAL, MOST = 400, 560, 760
RESULTS = ("Kết quả", "Kết quả đạt được", "Kết quả thực hiện", "Những kết quả đạt được")
LIMITS = ("Hạn chế", "Tồn tại, hạn chế", "Khó khăn, hạn chế", "Khó khăn, vướng mắc")
TASKS = ("Nhiệm vụ", "Nhiệm vụ trọng tâm", "Phương hướng, nhiệm vụ", "Nhiệm vụ thời gian tới")
SECTIONS = (("results", RESULTS, 0.58), ("limits", LIMITS, 0.75), ("tasks", TASKS, 1.0))
BLOCKS = {"text": 62, "listing": 28, "quote": 3, "headed": 3, "table": 2, "noted": 2}
SUBHEADS = ("Công tác tuyên truyền", "Xây dựng lực lượng", "Chăm lo đời sống", "Nắm tình hình")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the body of one event."""

    phrases: Mapping[str, Phrases]
    event: Event
    documents: tuple[str, ...]
    people: tuple[str, ...]
    random: Random

    def body(self, link: str) -> str:
        """Return the Markdown of the body; ``link`` is a link to an earlier article, or empty."""
        budget = self.random.triangular(LEAST, MOST, USUAL)
        parts = [self.paragraph("opening"), self.paragraph("opening"), *([link] if link else [])]
        for name, headings, share in SECTIONS:
            parts.append(f"## {self.random.choice(headings)}")
            parts.append(self.block(name))
            while sum(len(part.split()) for part in parts) < budget * share:
                parts.append(self.block(name))
        return "\n\n".join(parts) + "\n"

    def block(self, name: str) -> str:
        """Return a paragraph, a list, a table or another kind of block."""
        kind = self.random.choices(list(BLOCKS), list(BLOCKS.values()))[0]
        if kind == "listing":
            return self.listing(name)
        if kind == "table":
            return self.table()
        text = self.paragraph(name)
        if kind == "quote":
            return "> " + text
        if kind == "headed":
            return f"### {self.random.choice(SUBHEADS)}\n\n{text}"
        return self.noted(text) if kind == "noted" else text

    def paragraph(self, name: str) -> str:
        """Return two to five sentences."""
        count = self.random.randint(2, 5)
        return " ".join(self.sentence(name) for _ in range(count))

    def listing(self, name: str) -> str:
        """Return a list, some of whose items open with a word in bold."""
        clauses = [self.clause(name) for _ in range(self.random.randint(3, 5))]
        mark = self.random.choice(("-", "-", "1."))
        bold = happens(self.random, 0.3)
        items = [f"{_bold(c) if bold else c};" for c in clauses]
        marks = [f"{n}." if mark == "1." else mark for n in range(1, len(items) + 1)]
        # Words in between keep a list from going on with the numbers of the one before.
        head = "Cụ thể:\n\n" if mark == "1." else ""
        return head + "\n".join(map("{} {}".format, marks, items))[:-1] + "."

    def table(self) -> str:
        """Return a table of figures by place."""
        rows = [f"| {p.name} | {self.figure(90)} | {self.figure(9000)} |"
                for p in self.event.provinces] or ["| Cả nước | 63 | 9.000 |"]  # fmt: skip
        head = ["| Địa phương | Mô hình | Lượt người |", "|---|---:|---:|"]
        return "\n".join(head + rows)

    def noted(self, text: str) -> str:
        """Return a paragraph with a footnote."""
        key = self.random.randint(1, 9999)
        return f"{text}[^{key}]\n\n[^{key}]: {self.sentence('opening')}"

    def sentence(self, name: str) -> str:
        """Return one sentence: clauses joined, or clauses around a name or figure."""
        if happens(self.random, 0.4):
            text = self.random.choice(FORMS)(self, name)
        else:
            tails = self.phrases[name].tails
            extra = self.random.choices((0, 1, 2), (30, 50, 20))[0]
            text = ", ".join([self.clause(name), *self.random.choices(tails, k=extra)])
        return text[:1].upper() + text[1:] + "."

    def clause(self, name: str) -> str:
        """Return a clause that can begin a sentence."""
        return self.random.choice(self.phrases[name].heads)

    def tail(self, name: str) -> str:
        """Return a clause that goes on with a sentence."""
        return self.random.choice(self.phrases[name].tails)

    def figure(self, most: int) -> str:
        """Return a number as it is written in Vietnamese."""
        return f"{self.random.randint(2, most):,}".replace(",", ".")

    def agency(self) -> str:
        """Return the name of a body that took part."""
        return self.random.choice(self.event.agencies).name if self.event.agencies else "ban"

    def place(self) -> str:
        """Return the name of a place that took part."""
        places: list[Province | District] = [*self.event.provinces, *self.event.districts]
        return self.random.choice(places).full_name if places else "cả nước"

    def person(self) -> str:
        """Return a person of the article, or now and then another."""
        if self.people and happens(self.random, 0.8):
            return self.random.choice(self.people)
        return person_name(person_rank(self.random, self.event.number))

    def document(self) -> str:
        """Return the name of a document that the article rests on."""
        return self.random.choice(self.documents) if self.documents else "quy chế đã ký"


FORMS: tuple[Callable[[Writer, str], str], ...] = (
    lambda w, n: f"đồng chí {w.person()} nêu rõ: {w.tail(n)}, {w.tail(n)}",
    lambda w, n: f"thực hiện {w.document()}, {w.agency()} và {w.agency()} {w.tail(n)}",
    lambda w, n: f"tại {w.place()}, mô hình {model_name(w.random)} có {w.figure(9000)} lượt người "
                 f"tham gia, {w.tail(n)}",
    lambda w, n: f"{w.agency()} mở {w.figure(90)} lớp tập huấn cho {w.figure(4000)} cán bộ, "
                 f"{w.tail(n)}",
    lambda w, _: f"trong {w.figure(900)} vụ việc tiếp nhận, các bên đã giải quyết "
                 f"{w.random.randint(60, 99)},{w.random.randint(1, 9)}%",
    lambda w, n: f"đến tháng {w.event.held.month}/{w.event.held.year}, {w.place()} có "
                 f"{w.figure(400)} tổ tự quản, {w.tail(n)}",
    lambda w, n: f"trong năm {w.event.held.year - 1}, {w.tail(n)}, {w.tail(n)}",
    lambda w, n: f"kế hoạch số {w.figure(300)}/KH-UBND ngày {w.random.randint(1, 28)}/"
                 f"{w.random.randint(1, 12)}/{w.event.held.year} của {w.agency()} {w.tail(n)}",
)  # fmt: skip


def _bold(clause: str) -> str:
    words = clause.split()
    return f"**{' '.join(words[:3])}** {' '.join(words[3:])}"
