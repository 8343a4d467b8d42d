# SPDX-License-Identifier: MIT
"""Mirrors of ui/findings."""
