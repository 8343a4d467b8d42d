# SPDX-License-Identifier: MIT
"""An authority between visits: its people, what was asked of it, its plan, meetings, levels, and what is due next."""
