# SPDX-License-Identifier: MIT
"""Tests of how attachments are looked at."""
