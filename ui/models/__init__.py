# SPDX-License-Identifier: MIT
"""Qt models over lists of dataclasses: they never query and never write."""
