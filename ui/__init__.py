# SPDX-License-Identifier: MIT
"""Where a person meets the program: the window, and the terminal."""
