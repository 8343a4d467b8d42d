# SPDX-License-Identifier: MIT
"""One letter type a file: facts in, a draft out. No layout."""
