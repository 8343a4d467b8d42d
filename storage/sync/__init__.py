# SPDX-License-Identifier: MIT
"""How the records of one device reach another: parcels today, the hub later."""
