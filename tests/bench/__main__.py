# SPDX-License-Identifier: MIT
"""Run every benchmark, or those named on the command line, and print one table of ratios."""

import pkgutil
import sys
from importlib import import_module

import tests.bench


def main(names: list[str]) -> None:
    """Print what was measured, ours, the floor or rival, and the ratio."""
    print(f"{'measured':58} {'ours':>12} {'floor or rival':>30} {'ratio':>7}")
    for each in sorted(pkgutil.iter_modules(tests.bench.__path__), key=lambda each: each.name):
        if each.name.startswith("_") or (names and each.name not in names):
            continue
        module = import_module(f"tests.bench.{each.name}")
        for what, ours, floor, ratio in module.rows() if hasattr(module, "rows") else ():
            print(f"{what:58} {ours:>12} {floor:>30} {ratio:>7}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
