# SPDX-License-Identifier: MIT
"""Tests of the search page."""
