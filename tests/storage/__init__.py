# SPDX-License-Identifier: MIT
"""Tests of the storage room."""
