# SPDX-License-Identifier: MIT
"""Tests of the letter types and how they speak."""
