"""Run the command as `python -m generator.cli`.

Imports the command. Must never hold anything else.
"""

from generator.cli import main

main()
