# SPDX-License-Identifier: MIT
"""Sheets for inspectors, not letters: the end of a day, the feedback meeting, the check before a visit, a sample."""
