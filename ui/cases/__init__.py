# SPDX-License-Identifier: MIT
"""The page of cases: the authority's list, the sample, who reads what, and the review of one case."""
