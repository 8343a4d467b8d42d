# SPDX-License-Identifier: MIT
"""Tests of the letter in the window, as a person would use it."""
