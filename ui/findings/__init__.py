# SPDX-License-Identifier: MIT
"""What the inspectors hold to be so, and the notes it stands on."""
