"""`python -m handbook.commands NAME …`: a command as the scripts call it."""

import gc
import sys
from importlib import import_module

from handbook.commands import entry_point

WAITED_FOR = ("build", "check")
"""Commands that are short and for which somebody waits: looking for garbage would free little."""

if __name__ == "__main__":
    _, name, *arguments = sys.argv
    if name in WAITED_FOR:
        gc.disable()
    if name == "build":
        import_module("handbook.press").warm_up()  # it loads its libraries while the command is loaded
    command = import_module(f"handbook.commands.{name}")
    entry_point.enter(lambda: command.main(arguments))
