# SPDX-License-Identifier: MIT
"""Long proofs that nothing called kept is lost: killed, cut off, filled up, overwritten. `make torture N=15`."""
