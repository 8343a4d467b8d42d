# SPDX-License-Identifier: MIT
"""The hub for those tests of sync that need one."""

from tests.storage.hub.conftest import near

__all__ = ["near"]
