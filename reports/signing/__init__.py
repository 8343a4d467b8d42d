# SPDX-License-Identifier: MIT
"""Identities, signatures and what they are worth. pyHanko lives here only."""
