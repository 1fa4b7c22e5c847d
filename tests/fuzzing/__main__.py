"""``python -m fuzzing``; see `run`."""

import sys

from fuzzing.run import main

sys.exit(main())
