# SPDX-License-Identifier: MIT
"""What is attached to a note, looked at inside the program: pictures, pages, words."""
