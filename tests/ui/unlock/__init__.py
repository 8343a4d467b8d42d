# SPDX-License-Identifier: MIT
"""Tests of ui/unlock."""
