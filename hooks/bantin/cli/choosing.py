"""Records asked for on the terminal, by id or name, with or without marks."""

import sys
from collections.abc import Mapping

import click

from bantin.editing.choice import Named, choose


def ask(question: str, given: str | None, *, is_required: bool = True) -> str:
    """Return what was given as an option, else what is typed; nothing where none can be asked."""
    if given is not None:
        return given.strip()
    if not sys.stdin.isatty():
        return "" if not is_required else _missing(question)
    return str(
        click.prompt(question, default=None if is_required else "", show_default=False)
    ).strip()


def _missing(question: str) -> str:
    message = f"thiếu «{question}»; hãy nêu bằng tùy chọn (xem --help)"
    raise click.UsageError(message)


def pick(typed: str, records: Mapping[str, Named], kind: str) -> str:
    """Return the id of the record meant; asks, or names the candidates, where it is unsure."""
    choice = choose(typed, records)
    if choice.is_certain:
        return choice.ids[0]
    if not choice.ids:
        message = f"không có {kind} nào như «{typed}»"
        raise click.BadParameter(message)
    listed = [f"{number}. {records[id_].name} ({id_})" for number, id_ in enumerate(choice.ids, 1)]
    if not sys.stdin.isatty():
        message = f"«{typed}» có thể là nhiều {kind}: " + "; ".join(listed)
        raise click.BadParameter(message)
    click.echo(f"«{typed}» có thể là:\n" + "\n".join(f"  {line}" for line in listed))
    number = click.prompt("Chọn số", type=click.IntRange(1, len(choice.ids)))
    return choice.ids[int(number) - 1]


def pick_many(
    question: str, given: tuple[str, ...], records: Mapping[str, Named], kind: str
) -> list[str]:
    """Return the ids of several records, from options or typed one a line until an empty line."""
    if given or not sys.stdin.isatty():
        return [pick(typed, records, kind) for typed in given]
    found: list[str] = []
    while typed := ask(f"{question} (để trống là xong)", None, is_required=False):
        found.append(pick(typed, records, kind))
    return found
