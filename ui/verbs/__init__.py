# SPDX-License-Identifier: MIT
"""The terminal's verbs, a subject a file. No Qt: they do what the window does through the same acts and queries."""
