# SPDX-License-Identifier: MIT
"""The visit's desk: timetable, notes, the editor and the framework beside it."""
