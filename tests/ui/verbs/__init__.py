# SPDX-License-Identifier: MIT
"""Tests of the terminal's verbs."""
