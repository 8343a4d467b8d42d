# SPDX-License-Identifier: MIT
"""Tests of sync in the window."""
