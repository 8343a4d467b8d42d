# SPDX-License-Identifier: MIT
"""Tests of reports/pdf: real letters, laid out and read back."""
