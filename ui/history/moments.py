# SPDX-License-Identifier: MIT
"""Times of the log, as a person reads them. What the log holds is UTC and stays so."""

from datetime import datetime

from resources.language import long_date


def local_time(at: str) -> str:
    """Return a moment of the log ("2018-07-10T09:00:00.000Z") as local date and time; as it is when it is none."""
    try:
        moment = datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return at
    return f"{long_date(moment.date())} {moment:%H:%M}"
