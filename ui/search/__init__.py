# SPDX-License-Identifier: MIT
"""The search page: every note of every visit, by its words and by what it is filed under."""
