# SPDX-License-Identifier: MIT
"""What no test may do, because it fails by chance on a busy machine: hurry, clock its work, borrow what is gone.

The rules of the house itself are in house_rules.py.
"""

import ast
from collections.abc import Iterator

from tests.house_rules import Source

QT_WAITS = frozenset({"waitUntil", "waitSignal", "waitSignals", "waitCallback", "waitActive", "waitExposed"})
"""Wait minutes where nothing else is said (tests/ui/conftest.py), in milliseconds."""
WAITS = frozenset({"wait", "join", "flush", "acquire", "communicate", "run", "create_connection", "call"})
"""Wait as many seconds as they are told: of a thread, a process, a disk."""
LEAST_MS, LEAST = 30_000, 60.0
CLOCKS = frozenset({"perf_counter", "perf_counter_ns", "monotonic", "process_time", "thread_time"})
BORROWED = frozenset({"bits", "constBits", "scanLine", "constScanLine", "data_ptr"})
"""Give memory that lives no longer than what it is of."""
MAY_CLOCK = ("tests/bench/", "tests/torture/")


def hurries(source: Source) -> Iterator[str]:
    """Yield a complaint for each thing in a test that may fail by chance."""
    if source.path.startswith("tests/bench/"):
        return
    tree = ast.parse(source.text)
    hoped_against = {id(part) for node in ast.walk(tree) if _is_not(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if id(node) not in hoped_against:
                yield from _impatient(source.path, node, node.func)
            if node.func.attr in BORROWED and isinstance(node.func.value, ast.Call):
                yield f"{source.path}:{node.lineno} reads {node.func.attr} of something that is gone by then: name it"
            if node.func.attr == "get_objects":
                yield f"{source.path}:{node.lineno} counts what other tests have left behind"
        elif isinstance(node, ast.Name | ast.Attribute | ast.alias) and not source.path.startswith(MAY_CLOCK):
            name = (
                node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else node.name
            )
            if name in CLOCKS:
                yield f"{source.path}:{node.lineno} clocks its work with {name}: count it, or move it to tests/bench"


def _impatient(path: str, call: ast.Call, func: ast.Attribute) -> Iterator[str]:
    if isinstance(func.value, ast.Name) and func.value.id == "qtbot" and func.attr == "wait":
        return  # no wait for anything: time that passes
    limits = {keyword.arg: keyword.value for keyword in call.keywords}
    if func.attr in QT_WAITS and (said := _number(limits.get("timeout"))) and said < LEAST_MS:
        yield f"{path}:{call.lineno} waits {said / 1000:g} s and no longer: leave the timeout out"
    if func.attr in WAITS:
        said = _number(limits.get("timeout")) or (_number(call.args[0]) if call.args else 0.0)
        if said and said < LEAST:
            yield f"{path}:{call.lineno} waits {said:g} s and no longer: a busy machine takes more"


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.name if isinstance(node, ast.alias) else ""


def _number(node: ast.expr | None) -> float:
    return float(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, int | float) else 0.0


def _is_not(node: ast.AST) -> bool:
    """Say whether it is what is hoped not to be: there a busy machine only agrees."""
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
