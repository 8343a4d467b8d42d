# SPDX-License-Identifier: MIT
"""The letter in the window: draft, read and amend it, see what it stands on, look at its pages, sign, verify."""
