# SPDX-License-Identifier: MIT
"""Facts to letter, letter to PDF, PDF to signed PDF. No Qt."""
