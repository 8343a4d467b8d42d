# SPDX-License-Identifier: MIT
"""The tests, room by room as in the house; journeys across rooms stand beside them."""
