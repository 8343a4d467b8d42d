# SPDX-License-Identifier: MIT
"""Tests of the page that shows an authority between visits."""
