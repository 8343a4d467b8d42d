# SPDX-License-Identifier: MIT
"""Tests of the checks before approval."""
