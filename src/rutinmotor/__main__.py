"""The command line's arguments in, an exit status out; the whole of it is in `cli`."""

import os
import sys
from typing import NoReturn

from rutinmotor.faces.cli import front


def main() -> NoReturn:
    """Run the command that the arguments ask for, and leave with its exit status."""
    sys.exit(front(sys.argv[1:], os.environ))


if __name__ == "__main__":
    main()
