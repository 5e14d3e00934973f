"""The command line: the same functions as the build, for editors and machines."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from bantin.cli.wording import COMMAND, OPTIONS, use_vietnamese
from bantin.runtime.disk_faults import disk_fault
from bantin.runtime.streams import set_streams, use_utf8

COMMANDS = {
    "check": "bantin.cli.check:check",
    "import": "bantin.cli.importing:import_files",
    "accept": "bantin.cli.accept:accept_drafts",
    "studio": "bantin.cli.studio:studio",
    "new": "bantin.cli.new:new",
    "add": "bantin.cli.add:add",
    "tasks": "bantin.cli.tasks:tasks",
    "search": "bantin.cli.search:search",
    "searches": "bantin.cli.searches:searches",
    "links": "bantin.cli.links:links",
    "why": "bantin.cli.why:why",
    "release": "bantin.cli.release:release",
    "rollback": "bantin.cli.release:rollback",
}


class Commands(click.Group):
    """Imports a command only when it is called, so that none waits for what another needs."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **settings: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run a command, in UTF-8; given arguments, another program runs it and keeps its own."""
        set_streams() if args else use_utf8()
        use_vietnamese()
        return super().main(args, *rest, **settings)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order in which an editor meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a command by its name."""
        where = COMMANDS.get(cmd_name)
        if where is None:
            return None
        module, _, name = where.partition(":")
        command = getattr(import_module(module), name)
        if not isinstance(command, click.Command):
            return None
        command.options_metavar = OPTIONS
        if isinstance(command, click.Group):
            command.subcommand_metavar = COMMAND
            for below in command.commands.values():
                below.options_metavar = OPTIONS
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named; else propose a near one, which click has not loaded."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; say in a sentence what an editor can put right about the disk."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            reason = disk_fault(error)
            if not reason:
                raise
            where = f"«{error.filename}»" if error.filename else "tệp"
            message = f"không đọc hay ghi được {where}: {reason}"
            raise click.ClickException(message) from error


@click.command(cls=Commands, options_metavar=OPTIONS, subcommand_metavar=COMMAND)
def main() -> None:
    """Bản tin phối hợp: kiểm tra, đưa bài vào, tìm và phát hành."""
