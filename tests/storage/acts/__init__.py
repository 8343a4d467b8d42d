# SPDX-License-Identifier: MIT
"""Tests of storage/acts."""
