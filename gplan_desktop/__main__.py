"""Starts the program: python -m gplan_desktop."""

import sys

from gplan_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
