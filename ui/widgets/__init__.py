# SPDX-License-Identifier: MIT
"""Small parts that know none of our nouns."""
