# SPDX-License-Identifier: MIT
"""Where a person's store lies by default. Nothing slow is imported here: the window is painted first."""

import os
from pathlib import Path

from platformdirs import user_data_path


def default_folder() -> Path:
    """Return the folder that AROLWG_STORE names, else the person's own data folder for Arolwg."""
    return Path(os.environ.get("AROLWG_STORE") or user_data_path("arolwg", appauthor=False) / "store")
