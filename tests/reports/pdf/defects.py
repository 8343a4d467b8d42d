# SPDX-License-Identifier: MIT
"""Defects to plant in a good PDF, each a function over its objects: slips an engine might make. No test here."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

Defect = Callable[[Pdf], None]
DEFECTS: dict[str, Defect] = {}
"""Name → what it does to the file."""


def planted(data: bytes, defect: Defect | None) -> bytes:
    """Return the PDF with the defect in it; with none, written anew by the same hand."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        if defect:
            defect(pdf)
        pdf.save(out, static_id=True)
    return out.getvalue()


def defect(plant: Defect) -> Defect:
    """Enter a defect under its name."""
    DEFECTS[plant.__name__.replace("_", " ").strip()] = plant
    return plant


def _elems(pdf: Pdf, tag: str) -> list[Any]:
    return [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/S") == tag and "/P" in each]


def _drop(*keys: str) -> Defect:
    """From the catalogue, a key at the end of this path."""

    def plant(pdf: Pdf) -> None:
        place = pdf.Root
        for key in keys[:-1]:
            place = place[key]
        del place[keys[-1]]

    return plant


def _content(pdf: Pdf, wrong: bytes, right: bytes, page: int = 0) -> None:
    """Replace the first match in a page's operators, which must be there."""
    found = pdf.pages[page].Contents
    text, count = re.subn(wrong, right, found.read_bytes(), count=1, flags=re.DOTALL)
    assert count == 1, wrong
    found.write(text)


def _packet(pdf: Pdf, wrong: bytes, right: bytes) -> None:
    text, count = re.subn(wrong, right, pdf.Root.Metadata.read_bytes(), count=1, flags=re.DOTALL)
    assert count == 1, wrong
    pdf.Root.Metadata.write(text)


DEFECTS["not marked as tagged"] = _drop("/MarkInfo")
DEFECTS["no language"] = _drop("/Lang")
DEFECTS["no structure tree"] = _drop("/StructTreeRoot")
DEFECTS["no parent tree"] = _drop("/StructTreeRoot", "/ParentTree")
DEFECTS["no metadata"] = _drop("/Metadata")
DEFECTS["title bar shows the file name"] = _drop("/ViewerPreferences", "/DisplayDocTitle")
DEFECTS["no output intent"] = _drop("/OutputIntents")
DEFECTS["no bookmarks"] = _drop("/Outlines")


@defect
def marked_as_suspect(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


@defect
def a_language_that_is_none(pdf: Pdf) -> None:
    pdf.Root.Lang = String("?!")


@defect
def a_colour_profile_that_is_none(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.write(b"no profile")


@defect
def a_script_when_opened(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@defect
def a_file_attached(pdf: Pdf) -> None:
    pdf.attachments["notes.txt"] = b"notes"


@defect
def a_reader_asked_to_draw_the_fields(pdf: Pdf) -> None:
    pdf.Root.AcroForm.NeedAppearances = True


@defect
def no_claim_of_pdf_ua(pdf: Pdf) -> None:
    _packet(pdf, rb"<pdfuaid:part>1</pdfuaid:part>", b"")


@defect
def no_claim_of_pdf_a(pdf: Pdf) -> None:
    _packet(pdf, rb"<pdfaid:part>2</pdfaid:part>", b"")


@defect
def a_claim_that_nobody_explained(pdf: Pdf) -> None:
    _packet(pdf, rb"<pdfaExtension:schemas>.*</pdfaExtension:schemas>", b"")


@defect
def no_title_in_the_packet(pdf: Pdf) -> None:
    _packet(pdf, rb"<dc:title>.*</dc:title>", b"")


@defect
def another_title_in_the_packet(pdf: Pdf) -> None:
    _packet(pdf, rb"(<dc:title>.*?x-default\">)", rb"\1Other: ")


@defect
def another_title_in_info(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = String("Another")


@defect
def a_figure_without_words(pdf: Pdf) -> None:
    del _elems(pdf, "/Figure")[0]["/Alt"]


@defect
def a_figure_that_does_not_say_where_it_stands(pdf: Pdf) -> None:
    del _elems(pdf, "/Figure")[0]["/A"]


@defect
def a_head_cell_that_is_a_plain_one(pdf: Pdf) -> None:
    _elems(pdf, "/TH")[0].S = Name.TD


@defect
def head_cells_without_scope(pdf: Pdf) -> None:
    for each in _elems(pdf, "/TH"):
        del each["/A"]


@defect
def a_cell_lost_from_its_row(pdf: Pdf) -> None:
    row = _elems(pdf, "/TR")[1]
    row.K = row.K[0]


@defect
def a_row_outside_its_table(pdf: Pdf) -> None:
    _elems(pdf, "/TBody")[0].S = Name.Div


@defect
def a_heading_two_levels_down(pdf: Pdf) -> None:
    _elems(pdf, "/H2")[0].S = Name.H4


@defect
def a_heading_that_is_a_paragraph(pdf: Pdf) -> None:
    _elems(pdf, "/H2")[0].S = Name.P


@defect
def an_item_that_is_a_paragraph(pdf: Pdf) -> None:
    _elems(pdf, "/LI")[0].S = Name.P


@defect
def a_label_that_is_a_paragraph(pdf: Pdf) -> None:
    _elems(pdf, "/Lbl")[0].S = Name.P


@defect
def a_list_without_its_kind(pdf: Pdf) -> None:
    del _elems(pdf, "/L")[0]["/A"]


@defect
def a_tag_that_nobody_knows(pdf: Pdf) -> None:
    _elems(pdf, "/P")[0].S = Name("/Absatz")


@defect
def a_role_map_in_a_circle(pdf: Pdf) -> None:
    _elems(pdf, "/P")[0].S = Name("/Absatz")
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Absatz=Name("/Absatz"))


@defect
def parts_read_in_another_order(pdf: Pdf) -> None:
    top = pdf.Root.StructTreeRoot.K
    top.K = Array([*list(top.K)[::-1]])


@defect
def a_paragraph_lost_from_the_tree(pdf: Pdf) -> None:
    top = pdf.Root.StructTreeRoot.K
    lost = next(each for each in top.K if each.S == "/P")
    top.K = Array([each for each in top.K if each.objgen != lost.objgen])


@defect
def a_wrong_entry_in_the_parent_tree(pdf: Pdf) -> None:
    entries = pdf.Root.StructTreeRoot.ParentTree.Nums
    page = next(each for each in entries if isinstance(each, Array) and len(each) > 3)
    page[0], page[3] = page[3], page[0]


@defect
def two_marks_exchanged_on_the_page(pdf: Pdf) -> None:
    _content(pdf, rb"<</MCID 0>>(.*?)<</MCID 1>>", rb"<</MCID 1>>\1<</MCID 0>>")


@defect
def a_mark_given_twice(pdf: Pdf) -> None:
    _content(pdf, rb"<</MCID 1>>", rb"<</MCID 0>>")


@defect
def words_outside_any_mark(pdf: Pdf) -> None:
    _content(pdf, rb"/H1 <</MCID 0>> BDC(.*?)EMC", rb"\1")


@defect
def words_made_an_artifact(pdf: Pdf) -> None:
    _content(pdf, rb"/H1 <</MCID 0>> BDC", rb"/Artifact <</Type /Layout>> BDC")


@defect
def a_line_that_is_neither_content_nor_artifact(pdf: Pdf) -> None:
    _content(pdf, rb"/Artifact <</Type /Layout>> BDC(.*?)EMC", rb"\1")


@defect
def a_page_number_read_aloud(pdf: Pdf) -> None:
    _content(pdf, rb"/Artifact <</Type /Pagination[^>]*>> BDC", rb"/P <</MCID 0>> BDC")


@defect
def words_run_together_at_a_line_end(pdf: Pdf) -> None:
    _content(pdf, rb" \) Tj", rb") Tj")


@defect
def a_letter_changed(pdf: Pdf) -> None:
    _content(pdf, rb"\(([^\\()])([^\\()])([^\\()]*)\) Tj", rb"(\2\1\3) Tj")


@defect
def a_link_outside_the_tree(pdf: Pdf) -> None:
    link = _elems(pdf, "/Link")[0]
    link.K = next(each for each in link.K if isinstance(each, int))


@defect
def a_link_that_does_not_say_where_it_leads(pdf: Pdf) -> None:
    del _annotation(pdf, "/Link")["/Contents"]


@defect
def a_link_that_leads_elsewhere(pdf: Pdf) -> None:
    outward = next(each for page in pdf.pages for each in page.get("/Annots", []) if "/A" in each)
    outward.A.URI = String("https://example.com/elsewhere")


@defect
def a_mark_that_leads_nowhere(pdf: Pdf) -> None:
    del _annotation(pdf, "/Link")["/Dest"]


@defect
def a_mark_that_leads_to_another_note(pdf: Pdf) -> None:
    one, *_between, two = [each for page in pdf.pages for each in page.get("/Annots", []) if "/Dest" in each]
    one.Dest, two.Dest = two.Dest, one.Dest


@defect
def a_link_that_is_not_printed(pdf: Pdf) -> None:
    _annotation(pdf, "/Link").F = 0


@defect
def words_whose_language_is_lost(pdf: Pdf) -> None:
    del _elems(pdf, "/Span")[0]["/Lang"]


@defect
def a_note_without_a_name(pdf: Pdf) -> None:
    del _elems(pdf, "/Note")[0]["/ID"]


@defect
def two_notes_of_one_name(pdf: Pdf) -> None:
    one, two = _elems(pdf, "/Note")
    two.ID = one.ID


@defect
def a_field_that_says_nothing(pdf: Pdf) -> None:
    del _annotation(pdf, "/Widget")["/TU"]


@defect
def a_field_outside_the_tree(pdf: Pdf) -> None:
    _elems(pdf, "/Form")[0].S = Name.Div


@defect
def a_field_without_its_place_in_the_parent_tree(pdf: Pdf) -> None:
    del _annotation(pdf, "/Widget")["/StructParent"]


@defect
def a_hidden_field(pdf: Pdf) -> None:
    _annotation(pdf, "/Widget").F = 2


@defect
def a_field_without_appearance(pdf: Pdf) -> None:
    del _annotation(pdf, "/Widget")["/AP"]


@defect
def a_page_that_tabs_in_any_order(pdf: Pdf) -> None:
    page = next(each for each in pdf.pages if "/Annots" in each)
    del page["/Tabs"]


@defect
def a_page_without_its_place_in_the_parent_tree(pdf: Pdf) -> None:
    del pdf.pages[0]["/StructParents"]


@defect
def a_font_that_is_not_embedded(pdf: Pdf) -> None:
    del _font(pdf).FontDescriptor["/FontFile2"]


@defect
def a_font_whose_codes_mean_nothing(pdf: Pdf) -> None:
    del _font(pdf)["/ToUnicode"]


@defect
def a_font_whose_codes_mean_something_else(pdf: Pdf) -> None:
    table = _font(pdf).ToUnicode
    table.write(table.read_bytes().replace(b"<0061>", b"<0062>"))


@defect
def a_font_of_wrong_widths(pdf: Pdf) -> None:
    font = _font(pdf)
    font.Widths = Array([1] * len(font.Widths))


@defect
def a_picture_smoothed(pdf: Pdf) -> None:
    picture = next(
        each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
    )
    picture.Interpolate = True


@defect
def ink_for_a_press(pdf: Pdf) -> None:
    _content(pdf, rb"[\d. ]+ rg", rb" 0 0 0 1 k")


@defect
def an_operator_that_nobody_knows(pdf: Pdf) -> None:
    _content(pdf, rb"\bBT\b", rb"xyzzy BT")


@defect
def a_sound(pdf: Pdf) -> None:
    sound = Dictionary(Type=Name.Annot, Subtype=Name.Sound, Rect=Array([0, 0, 9, 9]), F=4, Contents=String("Hoi"))
    page = next(each for each in pdf.pages if "/Annots" in each)
    page.Annots.append(pdf.make_indirect(sound))


def _annotation(pdf: Pdf, kind: str) -> Any:
    return next(each for page in pdf.pages for each in page.get("/Annots", []) if each.Subtype == kind)


def _font(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[0].Resources.Font.values()))
