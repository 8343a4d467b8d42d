# SPDX-License-Identifier: MIT
"""Tests of the page of cases."""
