# SPDX-License-Identifier: MIT
"""Verbs about a visit's frameworks: the coverage board as a table, which frameworks there are, loading and moving."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from resources import language
from resources.language import N_, _, ngettext
from storage.acts import rubrics as acts
from storage.errors import BadFile
from storage.imports.rubric_rows import Read
from storage.model.rubric import Area, Criterion, Rubric
from storage.queries.board import OTHER_DAY, SIGNS, Board, board_of, gaps_first
from storage.queries.editions import earlier, rubric_for, rubrics_here, rubrics_of_visit
from storage.queries.moving import fates
from ui.models.note_words import kind_name
from ui.verbs.session import choose, opened, say
from ui.verbs.visits import on_hand

_WAYS = ("day", "kind", "author")
_WIDE = 12
"""Letters of a column."""


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    board = verbs.add_parser("board", help="what a visit has and has not seen of its framework, gaps first")
    board.add_argument("visit", help="its number in the list, or its identifier")
    board.add_argument("--by", choices=_WAYS, default="day", help="how the columns are made (default: %(default)s)")
    board.add_argument("--rubric", help="which of the visit's frameworks (default: its first)")
    board.add_argument("--areas", action="store_true", help="areas only")
    board.set_defaults(verb=_board)
    used = verbs.add_parser("frameworks", help="list a visit's frameworks, load one, or move to a newer edition")
    used.add_argument("visit", help="its number in the list, or its identifier")
    used.add_argument("--load", type=Path, metavar="FILE", help="let the visit use the framework in a file")
    used.add_argument("--move-from", metavar="NAME", help="with --load: move the visit from this edition to it")
    used.add_argument("--look", action="store_true", help="with --load: only say what would become of it")
    used.set_defaults(verb=_frameworks)


def _board(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        names = [arguments.rubric] if arguments.rubric else list(visit.frameworks[:1])
        board = board_of(store, visit)
        for name in names:
            for line in _lines(board, rubric_for(store, name, visit.id), arguments.by, not arguments.areas):
                say(line)
        for old in earlier(store, visit):
            codes = ", ".join(each.code for each in old.areas[0].criteria)
            say(_("From the earlier edition {name}: {codes}").format(name=old.name, codes=codes))
        if not names:
            say(_("The visit uses no framework."))
    return 0


def _lines(board: Board, rubric: Rubric, way: str, with_criteria: bool) -> Iterator[str]:
    columns = board.columns(way)
    titles = [_title(board, way, key)[: _WIDE - 1] for key in columns]
    yield _words(rubric)
    yield "".join(f"{title:>{_WIDE}}" for title in (*titles, _("All")))
    for area, codes in gaps_first(board, rubric):
        for code in (area.code, *(codes if with_criteria else ())):
            place = area if code == area.code else next(each for each in area.criteria if each.code == code)
            standing = board.standing(rubric.name, area, code, way)
            counts = [sum(standing.cells.get(key, ())) for key in columns] + [sum(standing.counts)]
            told = [_(SIGNS[sign]) for sign in standing.signs]
            if code == area.code:
                told.insert(0, _("{seen} of {all} seen").format(seen=standing.seen, all=standing.criteria))
            indent = "" if code == area.code else "  "
            yield f"{indent}{code} {_words(place)}{': ' if told else ''}{', '.join(told)}"
            yield "".join(f"{count or '–':>{_WIDE}}" for count in counts)


def _title(board: Board, way: str, key: Any) -> str:
    if way == "kind":
        return kind_name(key)
    if way == "author":
        return dict(board.inspectors).get(key) or _("Somebody else")
    return _("Other day") if key == OTHER_DAY else _("Day {number}").format(number=key)


def _words(place: Area | Criterion | Rubric) -> str:
    return place.title.get(language.current()) or place.title.get("en") or ""


def _frameworks(arguments: argparse.Namespace) -> int:
    if arguments.load is not None:
        return _load(arguments)
    with opened(arguments, read_only=True) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        used = rubrics_of_visit(store, visit)
        for each in (*used, *(other for other in rubrics_here(store) if other.name not in visit.frameworks)):
            mark = "*" if each in used else " "
            count = sum(len(area.criteria) for area in each.areas)
            said = ngettext("{count} criterion", "{count} criteria", count).format(count=count)
            say(f"{mark} {each.name}  {_words(each)} · {said}")
    return 0


def _load(arguments: argparse.Namespace) -> int:
    from storage.imports.rubrics import read_rubric

    read = read_rubric(arguments.load)
    if read.problems:
        _complain(read)
    with opened(arguments, read_only=arguments.look) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        if arguments.move_from:
            old = rubric_for(store, arguments.move_from, visit.id)
            for each in fates(store, visit, old, read.rubric):
                _tell(each.code, each.becomes, each.links)
        if arguments.look:
            return 0
        if arguments.move_from:
            acts.move(store, visit, arguments.move_from, read.rubric)
        else:
            acts.use(store, visit, read.rubric)
        say(_("The visit uses {name} now.").format(name=read.rubric.name))
    return 0


def _tell(code: str, becomes: Sequence[str], links: int) -> None:
    words = ngettext("{count} link", "{count} links", links).format(count=links)
    say(f"{code} → {', '.join(becomes) or _('not carried over')} ({words})")


def _complain(read: Read) -> None:
    for each in read.problems:
        words = _(each.words).format(what=each.what)
        say(_("line {number}: {words}").format(number=each.line, words=words) if each.line else words)
    raise BadFile(N_("The file has problems."), N_("Correct it and load it again; nothing of it was used."))
