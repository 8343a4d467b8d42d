# SPDX-License-Identifier: MIT
"""Search: how words are made findable, and what is asked of them. Answers are in storage/queries/found.py."""
