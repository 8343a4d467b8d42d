# SPDX-License-Identifier: MIT
"""Who may do what: every noun, every role, and only one role at a time."""

import pytest

from storage.permissions import MAY_TOUCH, MAY_TOUCH_FIELD, ROLES, SEAL_FIELDS, may


def test_every_right_is_given_to_roles_that_exist() -> None:
    for roles in (*MAY_TOUCH.values(), *MAY_TOUCH_FIELD.values()):
        assert roles
        assert roles <= set(ROLES)


@pytest.mark.parametrize("entity", ["note", "link", "finding", "session", "sentence"])
def test_inspectors_do_the_fieldwork_and_readers_read(entity: str) -> None:
    assert [role for role in ROLES if may({role}, entity, ["text"])] == ["lead", "second"]


def test_only_the_lead_signs() -> None:
    assert [role for role in ROLES if may({role}, "letter", ["document_id", "status"])] == ["lead"]
    assert {"status", "document_id", "cites"} <= SEAL_FIELDS


def test_rights_of_two_roles_are_not_mixed_within_one_change() -> None:
    assert not may({"second", "office"}, "letter", ["document_id"])
    assert may({"second", "lead"}, "letter", ["document_id"])


def test_nobody_without_a_role_may_do_anything() -> None:
    assert not any(may(roles, entity, ["present"]) for entity in MAY_TOUCH for roles in ((), ("visitor",)))
