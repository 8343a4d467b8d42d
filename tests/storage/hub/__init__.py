# SPDX-License-Identifier: MIT
"""Tests of the hub."""
