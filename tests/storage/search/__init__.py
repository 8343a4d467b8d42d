# SPDX-License-Identifier: MIT
"""Tests of search: words, Welsh, English, the index, what is asked, snippets, saved searches."""
