"""Click in Dutch: headings of the help, and what a wrong call gets to read.

click has no Dutch translation of its own; these are the texts that our commands can show.
"""

from typing import Any, NoReturn

import click

EXIT_WRONG_CALL = 2


class DutchCommand(click.Command):
    """A command whose help has Dutch headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call the command."""
        arguments = (p.make_metavar(ctx) for p in self.params if isinstance(p, click.Argument))
        pieces = " ".join(("[OPTIES]", *arguments))
        formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (p for p in self.get_params(ctx) if isinstance(p, click.Option))
        records = [record for p in options if (record := p.get_help_record(ctx))]
        with formatter.section("Opties"):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, with a Dutch description."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Toon deze uitleg."
        return option


class DutchGroup(DutchCommand, click.Group):
    """A group of commands with Dutch help and Dutch complaints."""

    command_class = DutchCommand

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call a command."""
        formatter.write_usage(ctx.command_path, "OPDRACHT [OPTIES]", prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        commands = [self.get_command(ctx, name) for name in self.list_commands(ctx)]
        records = [(c.name or "", c.get_short_help_str(limit=100)) for c in commands if c]
        with formatter.section("Opdrachten"):
            formatter.write_dl(records)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which they are used, not of the alphabet."""
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run; a wrong call is told in Dutch with exit code 2."""
        try:
            super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.UsageError as error:
            program = error.ctx.command_path if error.ctx else self.name
            click.echo(f"{_complaint(error)}\nProbeer: {program} --help", err=True)
            raise SystemExit(EXIT_WRONG_CALL) from None
        except click.Abort:
            click.echo("Gestopt.", err=True)
            raise SystemExit(1) from None
        raise SystemExit(0)


def _complaint(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"De optie {error.option_name} bestaat niet."
    if isinstance(error, click.MissingParameter) and error.param and error.ctx:
        explained = getattr(error.param, "help", None) or error.ctx.command.epilog or ""
        return f"Er ontbreekt iets: {error.param.get_error_hint(error.ctx)}. {explained}".rstrip()
    if isinstance(error, click.BadParameter) and error.param:
        explained = getattr(error.param, "help", None) or ""
        return f"De waarde bij {error.param.opts[0]} kan niet. {explained}".rstrip()
    if isinstance(error, click.BadOptionUsage):
        return f"Bij de optie {error.option_name} ontbreekt een waarde."
    return "Deze opdracht bestaat niet, of er staat iets te veel of te weinig."
