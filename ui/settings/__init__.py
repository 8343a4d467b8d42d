# SPDX-License-Identifier: MIT
"""What a person likes, changed while running."""
