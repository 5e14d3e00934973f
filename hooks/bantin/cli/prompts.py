"""Records asked for on the terminal, by id or name, with or without marks."""

import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

import click

from bantin.editing.matching import choose
from bantin.model.suggestion import Named

Answer = TypeVar("Answer")


def ask(question: str, given: str | None, *, is_required: bool = True) -> str:
    """Return what was given as an option, else what is typed; nothing where none can be asked."""
    if given is not None:
        return given.strip()
    if not sys.stdin.isatty():
        return "" if not is_required else _missing(question)
    return str(
        click.prompt(question, default=None if is_required else "", show_default=False)
    ).strip()


def ask_for(
    question: str, given: str | None, read: Callable[[str], Answer], *, is_required: bool = True
) -> Answer:
    """Return what an answer means; at a terminal a slip is named and the question put again."""
    while True:
        typed = ask(question, given, is_required=is_required)
        try:
            return read(typed)
        except click.BadParameter as slip:
            if given is not None or not sys.stdin.isatty():
                raise
            click.echo(f"  {slip.message}. Hãy gõ lại.")


def _missing(question: str) -> str:
    message = f"thiếu «{question}»; hãy nêu bằng tùy chọn (xem --help)"
    raise click.UsageError(message)


def pick(
    typed: str, records: Mapping[str, Named], kind: str, *, otherwise: str | None = None
) -> str:
    """Return the id of the record meant; asks, or names the candidates, where it is unsure.

    Args:
        typed: an id or a name.
        records: the registry.
        kind: what a record is called.
        otherwise: option for what is in no registry; with it, nothing may be chosen.
    """
    choice = choose(typed, records)
    if choice.is_certain:
        if sys.stdin.isatty():
            click.echo(f"  → {records[choice.ids[0]].name} ({choice.ids[0]})")
        return choice.ids[0]
    if not choice.ids and otherwise is not None:
        click.echo(f"Không có {kind} nào như «{typed}» trong sổ.", err=True)
        return ""
    if not choice.ids:
        message = f"không có {kind} nào như «{typed}»"
        raise click.BadParameter(message)
    listed = [f"{number}. {records[id_].name} ({id_})" for number, id_ in enumerate(choice.ids, 1)]
    if not sys.stdin.isatty():
        none = f"; không phải mục nào thì dùng {otherwise}" if otherwise else ""
        message = f"«{typed}» có thể là nhiều {kind}: " + "; ".join(listed) + none
        raise click.BadParameter(message)
    if otherwise is not None:
        listed.append("0. không phải mục nào ở trên")
    click.echo(f"«{typed}» có thể là:\n" + "\n".join(f"  {line}" for line in listed))
    least = 1 if otherwise is None else 0
    number = int(click.prompt("Chọn số", type=click.IntRange(least, len(choice.ids))))
    return choice.ids[number - 1] if number else ""


def pick_party(
    typed: str, records: Mapping[str, Named], kind: str, otherwise: str
) -> str | dict[str, str]:
    """Return the id of a body, or its name where it is in no registry."""
    return pick(typed, records, kind, otherwise=otherwise) or {"name": typed}


def ask_parties(
    question: str, records: Mapping[str, Named], kind: str
) -> list[str | dict[str, str]]:
    """Return bodies typed one a line until an empty line; none where none can be asked."""
    found: list[str | dict[str, str]] = []
    while sys.stdin.isatty() and (
        typed := ask(f"{question} (để trống là xong)", None, is_required=False)
    ):
        found.append(pick_party(typed, records, kind, ""))
    return found
