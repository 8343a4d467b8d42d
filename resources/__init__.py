# SPDX-License-Identifier: MIT
"""Words, rubrics, fonts: data files, and two modules that find and translate them."""
