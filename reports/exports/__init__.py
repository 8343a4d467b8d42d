# SPDX-License-Identifier: MIT
"""A visit as JSON and Markdown, for people and programs without Arolwg."""
