# SPDX-License-Identifier: MIT
"""Sync in the window: the page, the strip at the foot, differences, members. The exchange itself: storage/sync/."""
