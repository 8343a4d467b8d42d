# SPDX-License-Identifier: MIT
"""The list of visits, and the small dialogs that begin one."""
