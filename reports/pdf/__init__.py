# SPDX-License-Identifier: MIT
"""A letter as data becomes PDF bytes, the same bytes every time. ReportLab lives here only."""
