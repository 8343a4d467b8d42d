# SPDX-License-Identifier: MIT
"""Tests of backups in the window."""
