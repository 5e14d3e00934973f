"""Equations of Word as one line of text: (a+b)/c, x², √(n), ∑_(i=1)^n."""

from bantin.importing.extract.scripts import lowered, raised
from bantin.importing.word.names import Node, find, name_of, qn, value_of

_PROPERTIES = frozenset(
    ("m:rPr", "m:fPr", "m:dPr", "m:naryPr", "m:radPr", "m:sSupPr", "m:sSubPr", "m:sSubSupPr",
     "m:ctrlPr", "m:funcPr", "m:accPr", "m:barPr", "m:boxPr", "m:eqArrPr", "m:groupChrPr",
     "m:limLowPr", "m:limUppPr", "m:mPr", "m:phantPr", "m:sPrePr", "m:borderBoxPr",
     "m:oMathParaPr", "w:rPr")
)  # fmt: skip


def equation_text(element: Node) -> str:
    """Return an equation, or a part of one, as text; parts of unknown kinds in their order."""
    name = name_of(element)
    if name in _PROPERTIES:
        return ""
    if name in ("m:t", "w:t"):
        return element.text or ""
    return _FORMS.get(name, _in_order)(element)


def _in_order(element: Node) -> str:
    return "".join(map(equation_text, element))


def _part(element: Node, name: str) -> str:
    return " ".join(_in_order(part) for part in element.findall(qn(name)))


def _bracketed(text: str) -> str:
    return text if text.strip().isalnum() else f"({text})"


def _fraction(element: Node) -> str:
    return f"{_bracketed(_part(element, 'm:num'))}/{_bracketed(_part(element, 'm:den'))}"


def _scripts(element: Node) -> str:
    low, high = _part(element, "m:sub"), _part(element, "m:sup")
    return f"{_part(element, 'm:e')}{_set(low, '_')}{_set(high, '^')}"


def _set(text: str, mark: str) -> str:
    short = raised(text) if mark == "^" else lowered(text)
    return short if short != text or not text.strip() else f"{mark}({text})"


def _big_sign(element: Node) -> str:
    sign = value_of(find(element, "m:naryPr", "m:chr"), "m:val", "∫")
    low, high = _part(element, "m:sub"), _part(element, "m:sup")
    return f"{sign}{_set(low, '_')}{_set(high, '^')} {_part(element, 'm:e')}"


def _root(element: Node) -> str:
    degree = _part(element, "m:deg")
    return f"{raised(degree) if degree.strip() else ''}√({_part(element, 'm:e')})"


def _brackets(element: Node) -> str:
    begin = value_of(find(element, "m:dPr", "m:begChr"), "m:val", "(")
    end = value_of(find(element, "m:dPr", "m:endChr"), "m:val", ")")
    return f"{begin}{'; '.join(_in_order(part) for part in element.findall(qn('m:e')))}{end}"


def _rows(element: Node) -> str:
    rows = element.findall(qn("m:mr")) or element.findall(qn("m:e"))
    return f"[{'; '.join(' '.join(map(equation_text, row)) for row in rows)}]"


def _limit(element: Node) -> str:
    mark = "_" if name_of(element) == "m:limLow" else "^"
    return f"{_part(element, 'm:e')}{mark}({_part(element, 'm:lim')})"


def _function(element: Node) -> str:
    return f"{_part(element, 'm:fName')} {_part(element, 'm:e')}"


_FORMS = {
    "m:f": _fraction,
    "m:sSup": _scripts,
    "m:sSub": _scripts,
    "m:sSubSup": _scripts,
    "m:sPre": _scripts,
    "m:nary": _big_sign,
    "m:rad": _root,
    "m:d": _brackets,
    "m:m": _rows,
    "m:eqArr": _rows,
    "m:limLow": _limit,
    "m:limUpp": _limit,
    "m:func": _function,
}
