# SPDX-License-Identifier: MIT
"""Out of the store and in again: one dialog each. What is written and read: reports/exports, storage/imports."""
