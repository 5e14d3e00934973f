"""The command line: the same functions as the build, for editors and machines."""

from importlib import import_module

import click

COMMANDS = {
    "check": "bantin.cli.check:check",
    "import": "bantin.cli.importing:import_files",
    "accept": "bantin.cli.accept:accept_draft",
    "new": "bantin.cli.new:new",
    "add": "bantin.cli.add:add",
    "search": "bantin.cli.search:search",
    "links": "bantin.cli.links:links",
    "why": "bantin.cli.why:why",
    "release": "bantin.cli.release:release",
    "rollback": "bantin.cli.release:rollback",
}


class Commands(click.Group):
    """Imports a command only when it is called, so that none waits for what another needs."""

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
        return command if isinstance(command, click.Command) else None


@click.command(cls=Commands)
def main() -> None:
    """Bản tin phối hợp: kiểm tra, đưa bài vào, tìm và phát hành."""
