# SPDX-License-Identifier: MIT
"""Tests of parcels and their bytes."""
