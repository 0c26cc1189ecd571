"""`python -m trainer` is `ringback`."""

import sys

from trainer.cli import main

sys.exit(main())
