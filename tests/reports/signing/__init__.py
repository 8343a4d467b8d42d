# SPDX-License-Identifier: MIT
"""Signing and verifying, with real certificates made for each run."""
