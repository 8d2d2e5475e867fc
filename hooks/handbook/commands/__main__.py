"""`python -m handbook.commands NAME …`: a command as the scripts call it."""

import gc
import sys
from importlib import import_module

from handbook.commands import entry_point

if __name__ == "__main__":
    _, name, *arguments = sys.argv
    command = import_module(f"handbook.commands.{name}")
    if name == "check":
        gc.disable()  # the process ends with its answer: looking for garbage frees nothing
    entry_point.enter(lambda: command.main(arguments))
