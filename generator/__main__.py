"""``python -m generator``: the same as the command ``gongshi``."""

from generator.cli import main

main(prog_name="gongshi")
