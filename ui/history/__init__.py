# SPDX-License-Identifier: MIT
"""What was done to a thing: who, when, what was, what is now."""
