# SPDX-License-Identifier: MIT
"""Before the window: first run and unlocking."""
