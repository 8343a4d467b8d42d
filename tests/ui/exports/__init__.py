# SPDX-License-Identifier: MIT
"""Tests of taking a visit out and bringing notes in."""
