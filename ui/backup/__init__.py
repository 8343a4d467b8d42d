# SPDX-License-Identifier: MIT
"""Backups in the window: the page, and the one made when Arolwg is closed. Making them: storage/backup.py."""
