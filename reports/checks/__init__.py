# SPDX-License-Identifier: MIT
"""What is asked of a letter before it may be approved: identifiers, footing, style, figures, hidden signs."""
