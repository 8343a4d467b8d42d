# SPDX-License-Identifier: MIT
"""Tests of the Qt models over lists of dataclasses."""
