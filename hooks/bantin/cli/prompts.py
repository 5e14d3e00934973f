"""Answers asked for on the terminal; where there is none, options must give them all.

A record is asked for by its id or name, with or without diacritics. A script without a terminal
gets an error that lists the candidates instead of a question.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import click

from bantin.editing.matching import match_records
from bantin.model.fields import day_first_to_iso
from bantin.model.suggestion import Named
from bantin.vietnamese.dates import parse_date

Answer = TypeVar("Answer")


def ask(question: str, given: str | None, *, is_required: bool = True) -> str:
    """Return an answer.

    Args:
        question: as the terminal shows it.
        given: the answer, where an option gave it.
        is_required: if not, the answer may be empty, and is so without a terminal.

    Raises:
        UsageError: for a required answer that no option gave, without a terminal.
    """
    if given is not None:
        return given.strip()
    if sys.stdin.isatty():
        default = None if is_required else ""
        return str(click.prompt(question, default=default, show_default=False)).strip()
    if is_required:
        message = f"thiếu «{question}»; hãy nêu bằng tùy chọn (xem --help)"
        raise click.UsageError(message)
    return ""


def ask_for(
    question: str, given: str | None, read: Callable[[str], Answer], *, is_required: bool = True
) -> Answer:
    """Return what an answer means; at a terminal a wrong one is reported and asked for again.

    Args:
        question: as of ``ask``.
        given: as of ``ask``.
        read: gives what an answer means; BadParameter for a wrong one.
        is_required: as of ``ask``.
    """
    while True:
        answer = ask(question, given, is_required=is_required)
        try:
            return read(answer)
        except click.BadParameter as error:
            if given is not None or not sys.stdin.isatty():
                raise
            click.echo(f"  {error.message}. Hãy gõ lại.")


def read_day(text: str) -> str:
    """Return a date typed as 25/4/2024 or 2024-04-25 in ISO form; BadParameter for none."""
    try:
        return parse_date(day_first_to_iso(text.strip()) or text.strip()).iso()
    except ValueError:
        message = f"«{text}» không phải ngày có thật; cần dạng 25/4/2024 hoặc 2024-04-25"
        raise click.BadParameter(message) from None


def choose_record(
    typed: str, records: Mapping[str, Named], kind: str, *, otherwise: str | None = None
) -> str:
    """Return the id of the record that a text means; asks where several may be meant.

    Args:
        typed: an id or a name.
        records: the registry.
        kind: what a record is called.
        otherwise: the option for what is in no registry, empty where there is none; unless it is
            None, the answer may be an empty id.

    Raises:
        BadParameter: for no record, or, without a terminal, for several.
    """
    matches = match_records(typed, records)
    if matches.is_certain:
        if sys.stdin.isatty():
            click.echo(f"  → {records[matches.ids[0]].name} ({matches.ids[0]})")
        return matches.ids[0]
    if not matches.ids and otherwise is not None:
        click.echo(f"Không có {kind} nào như «{typed}» trong sổ.", err=True)
        return ""
    if not matches.ids:
        message = f"không có {kind} nào như «{typed}»"
        raise click.BadParameter(message)
    lines = [f"{number}. {records[id_].name} ({id_})" for number, id_ in enumerate(matches.ids, 1)]
    if not sys.stdin.isatty():
        hint = f"; không phải mục nào thì dùng {otherwise}" if otherwise else ""
        message = f"«{typed}» có thể là nhiều {kind}: " + "; ".join(lines) + hint
        raise click.BadParameter(message)
    return _choose_line(typed, matches.ids, lines, may_be_none=otherwise is not None)


def _choose_line(typed: str, ids: Sequence[str], lines: list[str], *, may_be_none: bool) -> str:
    if may_be_none:
        lines.append("0. không phải mục nào ở trên")
    click.echo(f"«{typed}» có thể là:\n" + "\n".join(f"  {line}" for line in lines))
    numbers = click.IntRange(0 if may_be_none else 1, len(ids))
    number = int(click.prompt("Chọn số", type=numbers))
    return ids[number - 1] if number else ""


def choose_party(
    typed: str, records: Mapping[str, Named], kind: str, otherwise: str
) -> str | dict[str, str]:
    """Return the id of an agency, or its name where it is in no registry."""
    return choose_record(typed, records, kind, otherwise=otherwise) or {"name": typed}


def choose_parties(
    question: str,
    given: Sequence[str],
    names: Sequence[str],
    records: Mapping[str, Named],
    otherwise: str,
) -> list[str | dict[str, str]]:
    """Return agencies; where no option gave any, those typed one a line up to an empty line.

    Args:
        question: what one of them is called.
        given: ids or names of the registry.
        names: of agencies without a record.
        records: the registry.
        otherwise: the option that gives ``names``.
    """
    if given or names:
        chosen = (choose_party(typed, records, "cơ quan", otherwise) for typed in given)
        return [*chosen, *({"name": name} for name in names)]
    parties: list[str | dict[str, str]] = []
    while sys.stdin.isatty() and (
        typed := ask(f"{question} (để trống là xong)", None, is_required=False)
    ):
        parties.append(choose_party(typed, records, "cơ quan", ""))
    return parties
