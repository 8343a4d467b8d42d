# SPDX-License-Identifier: MIT
"""Plain frozen dataclasses of the field. Standard library only."""
