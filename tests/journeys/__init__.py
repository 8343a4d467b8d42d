# SPDX-License-Identifier: MIT
"""Whole journeys, without Qt: what an inspector does from morning to evening."""
