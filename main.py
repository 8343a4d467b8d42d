# SPDX-License-Identifier: MIT
"""Where the program starts: no word on the command line opens the window, any word is a verb for the terminal."""

import sys


def main(words: list[str]) -> int:
    """Choose a face, do what is asked, and return the exit code."""
    if not words:
        from ui import app

        return app.run()
    from ui import terminal

    return terminal.run(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
