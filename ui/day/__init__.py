# SPDX-License-Identifier: MIT
"""The day: its sheets on the screen, the check before and after it, matters of concern and their strip."""
