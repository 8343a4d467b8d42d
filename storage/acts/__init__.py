# SPDX-License-Identifier: MIT
"""Every verb of fieldwork, one short function each."""
