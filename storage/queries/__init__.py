# SPDX-License-Identifier: MIT
"""Every question, answered in dataclasses. The only SELECTs over the tables."""
