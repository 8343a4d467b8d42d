# SPDX-License-Identifier: MIT
"""The office's end of sync: it stores and hands on sealed changes, and can read none (docs/office.md)."""
