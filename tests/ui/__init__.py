# SPDX-License-Identifier: MIT
"""Tests of the window's parts, offscreen."""
