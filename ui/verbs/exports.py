# SPDX-License-Identifier: MIT
"""Verbs that take a visit out of the store and bring visits, authorities and notes in: export, kit, import."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage.errors import Refused
from storage.imports import standing_in, visit_in
from storage.imports.dates import STYLES
from storage.model.visit import Visit
from storage.shelf import write_whole
from storage.store import Store
from storage.vault import world
from ui.verbs.session import choose, opened, say
from ui.verbs.visits import on_hand

NOT_ENCRYPTED = N_("These files are not encrypted: keep them where children's data may lie, and delete them after use.")


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    export = verbs.add_parser("export", help="write a whole visit to files; these are not encrypted")
    export.add_argument("visit", help="its number in the list, or its identifier")
    export.add_argument("--to", type=Path, default=Path(), metavar="DIR", help="folder (default: here)")
    export.add_argument("--as", dest="forms", default="json,md", metavar="FORMS", help="among json,md,txt,docx,pdf,kit")
    export.set_defaults(verb=_export)
    kit = verbs.add_parser("kit", help="write printable note forms for a visit's sessions, and blank ones")
    kit.add_argument("visit", help="its number in the list, or its identifier")
    kit.add_argument("file", type=Path, help="the PDF to write")
    kit.set_defaults(verb=_kit)
    brought = verbs.add_parser(
        "import", help="bring in an exported visit or authority, or notes from text, CSV or Word"
    )
    deeds = brought.add_subparsers(required=True, metavar="WHAT")
    visit = deeds.add_parser("visit", help="a visit from its JSON export")
    visit.add_argument("file", type=Path)
    visit.add_argument("--look", action="store_true", help="only say what would become of it")
    visit.set_defaults(verb=_import_visit)
    council = deeds.add_parser("authority", help="an authority's record from its JSON export, or from a visit's")
    council.add_argument("file", type=Path)
    council.add_argument("--look", action="store_true", help="only say what would become of it")
    council.set_defaults(verb=_import_authority)
    notes = deeds.add_parser("notes", help="notes into a visit, from .txt, .csv or .docx")
    notes.add_argument("visit", help="its number in the list, or its identifier")
    notes.add_argument("file", type=Path)
    notes.add_argument("--look", action="store_true", help="only say what would become of each row")
    notes.add_argument("--dates", default="", choices=list(STYLES), help="how its dates are written")
    notes.add_argument(
        "--column", action="append", default=[], metavar="NAME=NUMBER", help="column NAME is the NUMBERth: text=3"
    )
    notes.set_defaults(verb=_import_notes)


def _export(arguments: argparse.Namespace) -> int:
    from reports.exports import files
    from reports.exports.visit import whole_visit

    with opened(arguments, read_only=True) as store:
        whole = whole_visit(store, _visit(store, arguments).id)
    forms = [form.strip() for form in arguments.forms.split(",") if form.strip()]
    for path in files.write(arguments.to, files.made(whole, forms)):
        say(str(path))
    say(_(NOT_ENCRYPTED))
    return 0


def _kit(arguments: argparse.Namespace) -> int:
    from reports.exports.kit import as_kit
    from reports.exports.visit import whole_visit

    with opened(arguments, read_only=True) as store:
        whole = whole_visit(store, _visit(store, arguments).id)
    with world(arguments.file.parent):
        write_whole(arguments.file, as_kit(whole))
    say(str(arguments.file))
    return 0


def _import_visit(arguments: argparse.Namespace) -> int:
    from storage.imports.visit_json import read_visit_file

    read = read_visit_file(arguments.file)
    with opened(arguments, read_only=arguments.look) as store:
        shown = visit_in.preview(store, read)
        _tell(shown)
        if not arguments.look:
            say(visit_in.bring_in(store, read))
    return 0


def _import_authority(arguments: argparse.Namespace) -> int:
    from storage.imports.standing_json import read_authority_file

    read = read_authority_file(arguments.file)
    with opened(arguments, read_only=arguments.look) as store:
        shown = standing_in.preview(store, read)
        _tell(shown)
        if not arguments.look:
            say(standing_in.bring_in(store, read))
    return 0


def _tell(shown: visit_in.Preview | standing_in.Preview) -> None:
    say(shown.name)
    say(_(shown.said))
    told = _("{new} new, {here} here already, {left} left out")
    for each in shown.counts:
        say(f"    {_(each.name)}: {told.format(new=each.new, here=each.here, left=each.left)}")


def _import_notes(arguments: argparse.Namespace) -> int:
    from storage.imports import notes
    from storage.imports.sheets import read_sheet

    sheet = read_sheet(arguments.file)
    with opened(arguments, read_only=arguments.look) as store:
        visit = _visit(store, arguments)
        columns = _columns(arguments.column, sheet.columns)
        planned = notes.plan(store, visit, sheet, columns, arguments.dates)
        for each in planned.drafts:
            say(f"{each.row}  {each.fields['event_at'][:16].replace('T', ' ')}  {_(notes.BECOMES[each.becomes])}")
            if each.fields["source_author"]:
                say(f"    {_('first written by {name}').format(name=each.fields['source_author'])}")
            for remark in each.remarks:
                say(f"    {_(remark.words).format(what=remark.what)}")
        if not planned.style:
            raise Refused(
                N_("The dates can be read in two ways."), N_("Say how: --dates day_first, or --dates month_first.")
            )
        if not arguments.look:
            count = notes.bring_in(store, visit, planned)
            say(ngettext("{count} note was brought in.", "{count} notes were brought in.", count).format(count=count))
    return 0


def _columns(given: list[str], known: Mapping[str, int]) -> dict[str, int]:
    from storage.imports.sheets import COLUMNS

    columns = dict(known)
    for each in given:
        name, _equals, number = each.partition("=")
        if name not in COLUMNS or not number.isdecimal() or int(number) < 1:
            raise Refused(
                N_("“{what}” names no column."),
                N_("Write one of {names}, = and its number: text=3."),
                what=each,
                names=", ".join(COLUMNS),
            )
        columns[name] = int(number) - 1
    return columns


def _visit(store: Store, arguments: argparse.Namespace) -> Visit:
    return choose(on_hand(store), arguments.visit, N_("visit"))
