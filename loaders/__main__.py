"""The command line: `python -m loaders COMMAND`. Each command is a module with `add_arguments` and `run`."""

from __future__ import annotations

import argparse
import gc
import sys
from importlib import import_module

COMMANDS = {
    "read": ("loaders.read", "releases → their facts, nothing stored"),
    "add": ("loaders.add", "read, check, append to the ledger"),
    "check": ("loaders.check", "is every record in data/ sound?"),
    "bench": ("loaders.bench", "how fast `read` is on this machine"),
    "score": ("loaders.score", "how well `read` does on labelled releases"),
}


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status. Only the module of that command is imported."""
    gc.set_threshold(
        20_000
    )  # facts are many small objects and few are garbage: collections cost more than they free
    parser = argparse.ArgumentParser(prog="python -m loaders", description="Releases in, tables out.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chosen = arguments[0] if arguments else None
    for name, (module_name, summary) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        if name == chosen:
            module = import_module(module_name)
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    parsed = parser.parse_args(arguments)
    return int(parsed.run(parsed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
