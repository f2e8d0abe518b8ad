"""Setting the project up and checking it; the standard library alone, for Python 3.9 and later."""

import sys

if sys.version_info < (3, 9):  # noqa: UP036 (older ones come here too, to be told)
    sys.exit("Manyhands needs Python 3.11 or newer: please install it and try again.")
