# SPDX-License-Identifier: MIT
"""An exported authority is read as docs/export.md says; what is not so is refused by its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from storage.errors import BadFile
from storage.imports.standing_json import read_authority, read_authority_file

COUNCIL = {"id": "a1", "stream": "s1", "name": "Practice Borough Council"}
PERSON = {"id": "p1", "stream": "s1", "display_role": "Chief executive"}
EVENT = {"id": "e1", "stream": "s1", "authority_id": "a1", "kind": "publicity", "text": "A report."}


def whole(**more: Any) -> dict[str, Any]:
    return {"format": "arolwg authority 1", "authority": COUNCIL, **more}


def read(plain: Any) -> Any:
    return read_authority(json.dumps(plain).encode())


def test_a_record_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "authority.json"
    file.write_text(json.dumps(whole(standing={"events": [EVENT], "people": [PERSON]})))
    found = read_authority_file(file)
    assert found.authority.name == "Practice Borough Council"
    assert [each.id for each in found.standing] == ["p1", "e1"]


def test_an_exported_visit_holds_its_authority_s_record_too() -> None:
    visit = {"format": "arolwg visit 1", "authority": COUNCIL, "standing": {"events": [EVENT]}, "visit": {}}
    assert [each.id for each in read(visit).standing] == ["e1"]
    assert read({**visit, "standing": None}).standing == ()
    with pytest.raises(BadFile, match="without its authority"):
        read({**visit, "authority": None})


@pytest.mark.parametrize(
    ("standing", "place"),
    [
        ([], "standing"),
        ({"events": {}}, "events"),
        ({"events": [{**EVENT, "authority_id": "a2"}]}, "standing, events 1, authority_id"),
        ({"events": [EVENT, EVENT]}, "standing"),
        ({"events": [EVENT], "people": [{**PERSON, "id": "e1"}]}, "standing"),
        ({"people": [{**PERSON, "is_inspector": "no"}]}, "standing, people 1, is_inspector"),
        ({"meetings": [{**EVENT, "kind": "party"}]}, "standing, meetings 1, kind"),
    ],
)
def test_a_mistake_is_named_by_its_place(standing: Any, place: str) -> None:
    with pytest.raises(BadFile) as refused:
        read(whole(standing=standing))
    assert str(refused.value.values["place"]) == place


@pytest.mark.parametrize(
    ("plain", "said"),
    [([], "neither"), ({"format": "other"}, "neither"), ({"format": "arolwg authority 2"}, "newer")],
)
def test_another_file_is_refused(plain: Any, said: str) -> None:
    with pytest.raises(BadFile, match=said):
        read(plain)
    with pytest.raises(BadFile, match="no JSON"):
        read_authority(b"\x00")
