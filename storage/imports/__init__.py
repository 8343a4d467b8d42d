# SPDX-License-Identifier: MIT
"""What comes in from other programs and from paper: read, shown first, then recorded in one gesture."""
