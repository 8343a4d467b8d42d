# SPDX-License-Identifier: MIT
"""Tests of what comes in from other programs and from paper."""
