# SPDX-License-Identifier: MIT
"""Tests of exports."""
