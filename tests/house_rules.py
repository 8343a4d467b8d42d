# SPDX-License-Identifier: MIT
"""The house's rules as checks on source text (HOUSE.md, sections 1, 2, 7 and 9). What they are run on: test_house.py.

Each check takes a Source and yields complaints in plain sentences; it never imports what it looks at.
"""

import ast
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

ROOMS = ("main", "ui", "reports", "storage", "resources")
"""Left to right: a room may use itself and the rooms to its right."""

PANEL_FREE = ("ui.models", "ui.widgets")
"""Folders of ui that hold no panels and never see one."""

LAYERS: Mapping[str, int] = {
    "model": 0,
    "errors": 1,
    "own": 2,
    "store": 3,
    **dict.fromkeys(("acts", "queries", "undo", "documents", "door", "check", "settings"), 4),
    **dict.fromkeys(("imports", "sync", "backup", "rebuild", "restore", "drill", "officers", "recovering"), 5),
    **dict.fromkeys(("hub", "example", "example_told", "example_cases", "example_after", "probes", "readiness"), 6),
}
"""Storage's layers, innermost first; whatever is not named is part of the engine, 2."""
ENGINE = 2
WIRED = ("storage.echo", "storage.leaving", "storage.twice")
"""Engine that sees sync/wire: journal, parcel and hub carry the very same bytes."""
HUB_SEES = (
    *("storage.hub", "storage.errors", "storage.envelope", "storage.grants", "storage.vault", "storage.model.ids"),
    *("storage.model.clock", "storage.sync.wire", "storage.sync.talk"),
)
MODEL_MARKS_WORDS = "resources.language"
"""The one thing the model sees beside the standard library: N_(), which marks a word for the translators."""

DOORS: Mapping[str, tuple[str, ...]] = {
    "PySide6": ("ui/",),
    "reportlab": ("reports/pdf/",),
    "fontTools": ("reports/pdf/", "reports/signing/"),
    "uharfbuzz": ("reports/pdf/",),
    "pyhanko": ("reports/signing/", "reports/checks/pdf_words.py"),
    "pyhanko_certvalidator": ("reports/signing/",),
    "asn1crypto": ("reports/signing/",),
    "cryptography": ("reports/signing/", "storage/hub/"),
    "docx": ("reports/exports/", "storage/imports/"),
    "openpyxl": ("reports/exports/", "storage/imports/"),
    "sqlcipher3": ("storage/vault.py",),
    "filelock": ("storage/vault.py",),
    "sqlite_utils": ("storage/",),
    "nacl": ("storage/keys.py", "storage/envelope.py", "storage/sealed.py", "storage/hub/identity.py"),
    "argon2": ("storage/keys.py",),
    "zstandard": ("storage/sealed.py", "storage/sync/wire.py"),
    "urllib3": ("storage/sync/road.py",),
    "starlette": ("storage/hub/",),
    "uvicorn": ("storage/hub/",),
    "psycopg": ("storage/hub/",),
    "psycopg_pool": ("storage/hub/",),
    "PIL": ("storage/pictures.py", "reports/pdf/"),
    "spylls": ("storage/spelling.py",),
    "babel": ("resources/", "reports/letters/", "ui/"),
    "platformdirs": ("main.py", "ui/", "resources/"),
    # The standard library's own, where the house has a reason to watch them.
    "sqlite3": (),
    "threading": ("ui/worker.py", "storage/journal.py"),
    "_thread": ("ui/worker.py", "storage/journal.py"),
    "concurrent": ("ui/worker.py", "storage/journal.py"),
    "multiprocessing": (),
}
"""Library → the files and folders it may come in by. A library that is not here has no door yet."""

THREAD_WORDS = frozenset({"QThread", "QThreadPool", "QRunnable", "to_thread", "run_in_executor", "start_new_thread"})
THREAD_DOORS = DOORS["threading"]
NO_QT = ("ui/terminal.py", "ui/verbs/")

FORBIDDEN_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "manager", "controller", "base"})
MOST_LINES, MOST_FUNCTION, MOST_METHODS, MOST_PARAMETERS = 400, 40, 12, 5
STORIES = "tests/journeys/"
"""A journey is one story, told from beginning to end in one function."""
MAY_PRINT = ("ui/terminal.py", "ui/verbs/", "tests/")
HOSTS = re.compile(
    r"\b(?:"
    + "|".join(
        (
            "pypi" + r"\.org",
            "python" + r"hosted\.org",
            "npm" + r"js\.(?:org|com)",
            "yarnpkg" + r"\.com",
            "deb" + r"ian\.org",
            "ubuntu" + r"\.com/ubuntu",
            "proxy\\.golang" + r"\.org",
        )
    )
    + r")\b|--(?:extra-)?index-"
    + "url",
    re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.:/}$~-])/(?:work|root|home|Users|tmp)/\w|(?<!\w)[A-Z]:\\\\?Users\\")


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed text."""
        return ast.parse(self.text, self.path)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every part of the tree: the checks walk it once between them."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def imported(self) -> "tuple[Import, ...]":
        """Everything that the file imports."""
        return tuple(_imported(self))

    @property
    def module(self) -> str:
        """Its dotted name."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def room(self) -> str:
        """The first part of its name."""
        return self.module.partition(".")[0]


@dataclass(frozen=True)
class Import:
    """One imported name, in full: `from storage import keys` is storage.keys."""

    name: str
    line: int
    for_types: bool = False
    """True under `if TYPE_CHECKING:`."""
    at_top: bool = True


def imports(source: Source) -> tuple[Import, ...]:
    """Return everything the file imports, wherever it stands."""
    return source.imported


def _imported(source: Source) -> Iterator[Import]:
    typing_only = {id(node) for test in source.nodes if _is_typing(test) for node in ast.walk(test)}
    inside = {
        id(node)
        for outer in source.nodes
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(outer)
    }
    for node in source.nodes:
        for name in _names(source, node):
            yield Import(name, getattr(node, "lineno", 0), id(node) in typing_only, id(node) not in inside)


def _is_typing(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def _names(source: Source, node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = source.module.split(".")
        if not source.path.endswith("__init__.py"):
            package = package[:-1]
        above = package[: len(package) - node.level + 1] if node.level else []
        start = ".".join([*above, *([node.module] if node.module else [])])
        yield from (f"{start}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and _called(node.func) in _IMPORTING:
        yield from (str(arg.value) for arg in node.args[:1] if isinstance(arg, ast.Constant))


_IMPORTING = ("__import__", "import_module", "importlib.import_module")


def _called(func: ast.expr) -> str:
    # Unparsing is slow: only what can be one of the three is put into words.
    return ast.unparse(func) if isinstance(func, ast.Name | ast.Attribute) and _last(func) in _IMPORTING else ""


def _last(func: ast.Name | ast.Attribute) -> str:
    return func.id if isinstance(func, ast.Name) else func.attr


def is_within(path: str, doors: Collection[str]) -> bool:
    """Say whether the path is one of the doors, or behind one that is a folder."""
    return any(path.startswith(door) if door.endswith("/") else path == door for door in doors)


def looks_left(source: Source) -> Iterator[str]:
    """Rooms look right, never left; panels never see each other."""
    if source.room not in ROOMS:
        return
    for each in imports(source):
        there = each.name.partition(".")[0]
        if there in ROOMS and ROOMS.index(there) < ROOMS.index(source.room):
            yield f"{source.path}:{each.line}: {source.room} must not look into {there}"
        if _is_panel_of_another(source.module, each.name):
            yield f"{source.path}:{each.line}: panels never see each other ({each.name})"


def _is_panel_of_another(module: str, name: str) -> bool:
    mine, theirs = (".".join(each.split(".")[:2]) for each in (module, name))
    is_folder = module.count(".") >= 2 and name.count(".") >= 3
    return (
        is_folder
        and mine != theirs
        and mine.startswith("ui.")
        and theirs.startswith("ui.")
        and theirs not in PANEL_FREE
    )


def layer(module: str) -> int:
    """Return the layer of a module of storage."""
    parts = module.split(".")
    return LAYERS.get(parts[1], ENGINE) if len(parts) > 1 else ENGINE


def breaks_layers(source: Source) -> Iterator[str]:
    """Storage's own order: model ← errors ← engine ← store ← acts and queries ← imports and sync; hub apart."""
    if source.room != "storage" or source.module == "storage":
        return
    mine = layer(source.module)
    for each in imports(source):
        at = f"{source.path}:{each.line}"
        if mine == 0 and not _model_may_see(each.name):
            yield f"{at}: the model sees only the standard library and itself, not {each.name}"
        elif each.name.startswith("storage.") and not each.for_types:
            if layer(each.name) > mine and not (source.module in WIRED and each.name.startswith("storage.sync.wire")):
                yield f"{at}: {source.module} lies deeper than {each.name}"
            if source.module.startswith("storage.hub") and not each.name.startswith(HUB_SEES):
                yield f"{at}: the hub is blind and must not see {each.name}"


def _model_may_see(name: str) -> bool:
    first = name.partition(".")[0]
    return first in sys.stdlib_module_names or name.startswith(("storage.model", MODEL_MARKS_WORDS))


def uses_other_doors(source: Source) -> Iterator[str]:
    """Each library comes in by one door; threads too."""
    if source.room not in ROOMS:
        return
    for each in imports(source):
        first = each.name.partition(".")[0]
        at = f"{source.path}:{each.line}"
        if first in DOORS and (
            not is_within(source.path, DOORS[first]) or (first == "PySide6" and is_within(source.path, NO_QT))
        ):
            yield f"{at}: {first} comes in by {' or '.join(DOORS[first]) or 'no door'} only"
        elif first not in DOORS and first not in ROOMS and first not in sys.stdlib_module_names:
            yield f"{at}: {first} has no door yet: give it one in tests/house_rules.py"
    if not is_within(source.path, THREAD_DOORS):
        for node in source.nodes:
            word = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
            if word in THREAD_WORDS:
                yield f"{source.path}:{getattr(node, 'lineno', 0)}: threads live in {' and '.join(THREAD_DOORS)} only"


def brings_qt(start: str, sources: Mapping[str, Source]) -> list[str]:
    """Return the way by which importing a module imports Qt: [start, …, "PySide6"]; empty when it does not."""
    ahead, seen = [[start]], {start}
    while ahead:
        way = ahead.pop(0)
        source = sources.get(way[-1])
        for each in imports(source) if source else ():
            if each.name.partition(".")[0] == "PySide6" and each.at_top and not each.for_types:
                return [*way, "PySide6"]
            for module in _modules(each.name, sources) if each.at_top and not each.for_types else ():
                if module not in seen:
                    seen.add(module)
                    ahead.append([*way, module])
    return []


def _modules(name: str, sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield every module that importing a name runs: `a.b.c` runs a, a.b and, if it is a module, a.b.c."""
    parts = name.split(".")
    yield from (module for end in range(1, len(parts) + 1) if (module := ".".join(parts[:end])) in sources)


def is_badly_named(source: Source) -> Iterator[str]:
    """No file or folder is named for having no subject."""
    for part in PurePosixPath(source.path).with_suffix("").parts:
        if part.removeprefix("test_") in FORBIDDEN_NAMES:
            yield f"{source.path}: “{part}” says nothing: name it after its subject"


def is_too_big(source: Source) -> Iterator[str]:
    """Files, functions, classes and parameter lists stay small."""
    lines = source.text.count("\n")
    if lines > MOST_LINES:
        yield f"{source.path}: {lines} lines, {MOST_LINES} at most"
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length, count = (node.end_lineno or 0) - node.lineno + 1, _parameters(node)
            if length > MOST_FUNCTION and not source.path.startswith(STORIES):
                yield f"{source.path}:{node.lineno}: {node.name} has {length} lines, {MOST_FUNCTION} at most"
            if count > MOST_PARAMETERS and source.room != "tests":
                yield f"{source.path}:{node.lineno}: {node.name} takes {count} parameters, {MOST_PARAMETERS} at most"
        if (
            isinstance(node, ast.ClassDef)
            and (count := _public_methods(node)) > MOST_METHODS
            and source.room != "tests"
        ):
            yield f"{source.path}:{node.lineno}: {node.name} has {count} public methods, {MOST_METHODS} at most"


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return len([each for each in named if each.arg not in ("self", "cls")])


def _public_methods(node: ast.ClassDef) -> int:
    # camelCase and event handlers are Qt's own words: overriding them adds nothing to the class's face.
    methods = [each for each in node.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
    return len([each for each in methods if not each.name.startswith("_") and each.name == each.name.lower()])


def has_no_voice(source: Source) -> Iterator[str]:
    """Every module begins with its licence and says what lives in it; a package holds nothing but that."""
    if not source.text.startswith("# SPDX-License-Identifier: MIT\n"):
        yield f"{source.path}: the first line must be `# SPDX-License-Identifier: MIT`"
    if not ast.get_docstring(source.tree):
        yield f"{source.path}: a module says what lives in it"
    if source.path.endswith("__init__.py") and len(source.tree.body) > 1:
        yield f"{source.path}: a package holds a docstring only"


def prints(source: Source) -> Iterator[str]:
    """Only the terminal talks by print()."""
    if is_within(source.path, MAY_PRINT):
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            yield f"{source.path}:{node.lineno}: only ui/terminal.py prints"


def names_the_machine(path: str, text: str) -> Iterator[str]:
    """No tracked text names a registry's host or a place of the machine it was written on."""
    for number, line in enumerate(text.splitlines(), 1):
        if HOSTS.search(line):
            yield f"{path}:{number}: names a registry"
        if MACHINE_PATH.search(line):
            yield f"{path}:{number}: names a place of this machine"


CHECKS = (looks_left, breaks_layers, uses_other_doors, is_badly_named, is_too_big, has_no_voice, prints)
"""Every check on one file alone."""
