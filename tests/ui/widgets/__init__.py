# SPDX-License-Identifier: MIT
"""Tests of the small parts."""
