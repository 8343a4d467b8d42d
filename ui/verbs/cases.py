# SPDX-License-Identifier: MIT
"""Verbs about cases: bring a list in, draw a sample and print its sheet, say who reads what, share the list's key."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage.errors import Refused
from storage.imports.dates import STYLES
from storage.job import run_now
from storage.model.case import PROGRESS, CaseList
from storage.model.population import GROUPS, number_of
from storage.model.visit import Visit
from storage.queries.cases import cases_of_visit, list_of_visit, note_counts
from storage.queries.members import members
from storage.store import Store
from ui.verbs.case_reviews import add_deeds, case_of, deed, visit_of
from ui.verbs.session import opened, recorded, say

_BY = N_("what parts the list, among {fields}")


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    _add_cases(verbs.add_parser("cases", help="a visit's cases: list them, bring a list in, assign, share the key"))
    _add_sample(verbs.add_parser("sample", help="draw a reproducible sample of a visit's cases, or show its sheet"))


def _add_cases(cases: Any) -> None:
    deeds = cases.add_subparsers(required=True, metavar="DEED")
    listed = deed(deeds, "list", N_("who reads which case, and how far they are"), _list)
    listed.add_argument("--mine", action="store_true", help="only my own")
    brought = deed(
        deeds, "import", N_("bring in the authority's list (.csv, .xlsx); references become pseudonyms"), _import
    )
    brought.add_argument("file", type=Path)
    brought.add_argument("--look", action="store_true", help="only say what would become of it")
    brought.add_argument("--dates", default="", choices=list(STYLES), help="how its dates are written")
    brought.add_argument(
        "--column", action="append", default=[], metavar="NAME=NUMBER", help="column NAME is the NUMBERth; 0: none"
    )
    brought.add_argument("--merge", action="store_true", help="make rows with one reference one case")
    brought.add_argument("--leave-out", action="store_true", help="leave rows out that cannot be read")
    assigned = deed(deeds, "assign", N_("say who reads cases"), _assign)
    assigned.add_argument("case", nargs="+", help="pseudonyms")
    assigned.add_argument("--to", required=True, metavar="NAME", help="a member's name, or - for nobody")
    add_deeds(deeds)
    key = deed(deeds, "key", N_("share the key of the list, on purpose, with the device of a card"), _key)
    key.add_argument("card", type=Path)
    key.add_argument("file", type=Path, help="the parcel to write; it holds nothing but the key")


def _add_sample(sample: Any) -> None:
    deeds = sample.add_subparsers(required=True, metavar="DEED")
    drawn = deed(deeds, "draw", N_("draw a sample of the visit's list"), _draw)
    drawn.add_argument("--seed", required=True, help="any words: with them the same sample can be drawn again")
    drawn.add_argument("--by", default="", metavar="FIELDS", help=_(_BY).format(fields=",".join(GROUPS)))
    drawn.add_argument("--size", type=int, required=True, metavar="N", help="cases in all")
    drawn.add_argument("--each", action="store_true", help="N cases from each stratum instead")
    drawn.add_argument("--without", action="append", default=[], metavar="CASE=WHY", help="leave a case out")
    drawn.add_argument("--look", action="store_true", help="only say what would be drawn")
    shown = deed(deeds, "show", N_("the sheet of the visit's sample"), _show)
    shown.add_argument("--pdf", type=Path, metavar="FILE", help="write it as an accessible PDF instead")
    replaced = deed(deeds, "replace", N_("put the next case of its stratum in the place of one"), _replace)
    replaced.add_argument("case", help="its pseudonym")
    replaced.add_argument("reason", help="why it cannot be read")


def _list(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        visit = visit_of(store, arguments)
        names = {seat.person_id: seat.name for seat in members(store, visit.stream_id)}
        notes = note_counts(store, visit.id)
        found = [each for each in cases_of_visit(store, visit.id) if not arguments.mine or each.reader == store.me]
        for each in found:
            count = notes.get(number_of(each.pseudonym), 0)
            told = (
                each.pseudonym,
                names.get(each.reader, _("nobody yet")),
                _(PROGRESS.get(each.progress, each.progress)),
                ngettext("{count} note", "{count} notes", count).format(count=count),
                _("replaced: {reason}").format(reason=each.dropped) if each.dropped else "",
            )
            say("  ".join(part for part in told if part))
        if not found:
            say(_("No case is to be read yet."))
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from storage.imports import case_files, cases, cases_in

    table = case_files.read_table(arguments.file, _quiet)
    columns = _columns(arguments.column, dict(table.columns))
    choices = cases.Choices(columns, arguments.dates, arguments.merge, arguments.leave_out)
    with opened(arguments, read_only=arguments.look) as store:
        visit = visit_of(store, arguments)
        planned = cases.plan(table, choices, _quiet)
        for name, at in sorted(columns.items(), key=lambda each: each[1]):
            say(f"    {table.head[at]} → {_(cases.COLUMNS[name])}")
        for problem in planned.problems:
            say(_(problem.words).format(cell=problem.address, limit=cases.LONGEST))
        for twice in planned.duplicates:
            rows = ", ".join(map(str, twice.rows))
            said = (
                N_("Rows {rows} have one reference and differ.") if twice.differs else N_("Rows {rows} are one case.")
            )
            say(_(said).format(rows=rows))
        _refuse_unsettled(planned)
        if not arguments.look:
            run_now(cases_in.importing(visit, planned), store)
        count = len(planned.rows)
        say(ngettext("{count} case is on the list.", "{count} cases are on the list.", count).format(count=count))
    return 0


def _refuse_unsettled(planned: Any) -> None:
    if not planned.style:
        raise Refused(
            N_("The dates can be read in two ways."), N_("Say how: --dates day_first, or --dates month_first.")
        )
    if planned.problems and not planned.choices.leave_out:
        raise Refused(N_("Some rows cannot be read. Nothing was brought in."), N_("Mend them, or give --leave-out."))
    if planned.duplicates and not planned.choices.merge:
        raise Refused(
            N_("Some references stand in several rows. Nothing was brought in."), N_("Mend the list, or give --merge.")
        )


def _columns(given: Sequence[str], known: dict[str, int]) -> dict[str, int]:
    from storage.imports.cases import COLUMNS

    for each in given:
        name, _equals, number = each.partition("=")
        if name not in COLUMNS or not number.isdecimal():
            raise Refused(
                N_("“{what}” names no column."),
                N_("Write one of {names}, = and its number: team=3; 0 for none."),
                what=each,
                names=", ".join(COLUMNS),
            )
        known[name] = int(number) - 1
    return {name: at for name, at in known.items() if at >= 0}


def _assign(arguments: argparse.Namespace) -> int:
    from storage.acts import cases

    with opened(arguments) as store:
        visit = visit_of(store, arguments)
        chosen = [case_of(store, visit, word) for word in arguments.case]
        seats = [seat for seat in members(store, visit.stream_id) if seat.name == arguments.to]
        if not seats and arguments.to != "-":
            raise Refused(N_("This person has no seat in the visit."), N_("Give a seat first, or choose another."))
        cases.assign(store, chosen, seats[0].person_id if seats else "")
    return recorded()


def _key(arguments: argparse.Namespace) -> int:
    from storage.acts.members import grant
    from storage.queries.cases import key_of
    from storage.sync import parcel
    from storage.sync.pairing import card_in

    card = card_in(arguments.card)
    with opened(arguments) as store:
        key = key_of(store, _list_here(store, visit_of(store, arguments)))
        if key is None:
            raise Refused(
                N_("The key of the case list is not on this computer."), N_("Ask whoever brought the list in.")
            )
        grant(store, key.stream_id, card, "second")
        made = parcel.write(store, [key.stream_id], arguments.file, [card])
    say(_("{file}: the key of the case list, for {name} alone.").format(file=made.path, name=card.name))
    return 0


def _draw(arguments: argparse.Namespace) -> int:
    from reports.sheets.sample import label
    from storage.acts import samples
    from storage.sampling import Plan

    fields = tuple(each.strip() for each in arguments.by.split(",") if each.strip())
    excluded = {
        name.strip().upper(): why.strip() for name, _equals, why in (e.partition("=") for e in arguments.without)
    }
    with opened(arguments, read_only=arguments.look) as store:
        visit = visit_of(store, arguments)
        the_list = _list_here(store, visit)
        unknown = [field for field in fields if field not in GROUPS or field not in the_list.fields]
        if unknown:
            raise Refused(
                N_("The list cannot be parted by “{field}”."),
                N_("Choose among: {fields}."),
                field=unknown[0],
                fields=", ".join(field for field in the_list.fields if field in GROUPS) or "-",
            )
        plan = Plan(arguments.seed, fields, arguments.size, not arguments.each, excluded=excluded)
        found = run_now(samples.trying(the_list, plan), store)
        for stratum in found.draw.strata:
            say(f"{label(stratum.values)}: {len(stratum.drawn)}/{stratum.quota}  {' '.join(stratum.drawn)}")
            if stratum.lacking:
                say("    " + _("Smaller than its quota: all that there are were drawn."))
        if not arguments.look:
            samples.keep(store, visit, the_list, found)
    return 0


def _show(arguments: argparse.Namespace) -> int:
    from reports.sheets import paper
    from reports.sheets.sample import sample_sheet

    with opened(arguments, read_only=True) as store:
        visit_id = visit_of(store, arguments).id
        if arguments.pdf:
            say(str(run_now(paper.printing(lambda store: sample_sheet(store, visit_id), arguments.pdf), store)))
            return 0
        for line in paper.as_lines(sample_sheet(store, visit_id)):
            say(line)
    return 0


def _replace(arguments: argparse.Namespace) -> int:
    from storage.acts import samples
    from storage.queries.samples import sample_of_visit

    with opened(arguments) as store:
        visit = visit_of(store, arguments)
        seen = sample_of_visit(store, visit.id)
        if seen is None:
            raise Refused(N_("This visit has no sample yet."), N_("Bring in the authority's list, then draw one."))
        name = case_of(store, visit, arguments.case).pseudonym
        by = run_now(samples.replacing(seen, name, arguments.reason), store)
    said = N_("{case} took its place.") if by else N_("Its stratum has no case left to take its place.")
    say(_(said).format(case=by))
    return 0


def _list_here(store: Store, visit: Visit) -> CaseList:
    found = list_of_visit(store, visit.id)
    if found is None:
        raise Refused(N_("This visit has no list of cases yet."), N_("Bring one in: cases import VISIT FILE"))
    return found


def _quiet(_part: float) -> None:
    pass
