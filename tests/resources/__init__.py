# SPDX-License-Identifier: MIT
"""Tests of the data files."""
