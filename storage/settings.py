# SPDX-License-Identifier: MIT
"""What a person likes: language, theme, size. Kept beside the store in the clear: it is needed before unlocking.

So nothing of any visit, person or authority ever stands here.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """One device's settings."""

    language: str = "en"
    scheme: str = "system"
    """system, light or dark."""
    percent: int = 100
    """Size of everything, in percent of the person's own base size."""
    idle_minutes: int = 10
    """Lock after so many minutes without a key or a click; 0 never."""
    backup_folder: str = ""
    """Where backups go by themselves when it is there, a stick mostly; empty for nowhere."""
    backup_hours: int = 4
    """At most so often, in hours; and when Arolwg is closed."""


def load(folder: Path) -> Settings:
    """Return the settings kept in the folder; what is missing, unknown or of another type is as by default."""
    try:
        plain: Any = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    default = Settings()
    known = {each.name: type(getattr(default, each.name)) for each in fields(Settings)}
    given = plain.items() if isinstance(plain, dict) else ()
    return replace(default, **{name: value for name, value in given if type(value) is known.get(name)})


def keep(folder: Path, settings: Settings) -> None:
    """Keep the settings in the folder. Raise CannotKeep."""
    # Imported here: they bring the database, which takes a quarter of a second that the first window need not wait.
    from storage.shelf import write_whole
    from storage.vault import world

    with world(folder):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / FILE, json.dumps(asdict(settings), indent=1).encode())
