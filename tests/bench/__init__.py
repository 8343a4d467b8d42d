# SPDX-License-Identifier: MIT
"""Benchmarks: each figure against a floor or a rival in the same run (`make bench`). No test asserts a time."""
