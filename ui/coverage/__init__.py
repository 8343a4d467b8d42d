# SPDX-License-Identifier: MIT
"""What a visit has and has not seen of its frameworks, as a page of its own."""
