# SPDX-License-Identifier: MIT
"""What the signature looks like on the page: a few words in the letter's own font. The field is laid out in reports/pdf/."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reports.signing.identity import Identity
from resources import paths
from resources.language import long_date

if TYPE_CHECKING:
    from pyhanko.stamp import TextStampStyle

_WORDS = {
    "en": {
        "by": "Signed digitally by {name}",
        "when": "{day} at {clock} UTC",
        "practice": "Practice signature: not a signature of Care Inspectorate Wales",
    },
    "cy": {
        "by": "Llofnodwyd yn ddigidol gan {name}",
        "when": "{day} am {clock} UTC",
        "practice": "Llofnod ymarfer: nid llofnod Arolygiaeth Gofal Cymru",
    },
}
"""Not gettext: these are words of the letter, in the letter's language, whatever the screen speaks."""

_SIZE, _LEADING, _MARGIN = 8, 11, 4
_AVERAGE = 0.56
"""Width of a character of Noto Sans in parts of its size, on the safe side; what is still too wide is shrunk."""


def words(identity: Identity, when: datetime, language: str) -> tuple[str, ...]:
    """Return the lines of the visible signature in the letter's language: who, of what, when (UTC), practice."""
    say, moment = _WORDS[language], when.astimezone(UTC)
    lines = [say["by"].format(name=identity.name)]
    if identity.role:
        lines.append(identity.role)
    if identity.organisation and not identity.practice:
        lines.append(identity.organisation)
    lines.append(say["when"].format(day=long_date(moment.date(), language), clock=f"{moment:%H:%M}"))
    if identity.practice:
        lines.append(say["practice"])
    return tuple(lines)


def stamp_style(lines: tuple[str, ...], box: tuple[float, float]) -> "TextStampStyle":
    """Return pyHanko's style for these lines in a box of (width, height) points; embedded font, thin border."""
    from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
    from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
    from pyhanko.pdf_utils.text import TextBoxStyle
    from pyhanko.stamp import TextStampStyle

    font = GlyphAccumulatorFactory(str(paths.font("NotoSans-Regular.ttf")), font_size=_SIZE)
    layout = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MID, Margins.uniform(_MARGIN))
    text = "\n".join(_wrapped(lines, box[0]))
    return TextStampStyle(
        border_width=0,
        stamp_text=text.replace("%", "%%"),  # pyHanko fills the text in with `%`
        inner_content_layout=layout,
        text_box_style=TextBoxStyle(font=font, font_size=_SIZE, leading=_LEADING),
    )


def _wrapped(lines: tuple[str, ...], width: float) -> list[str]:
    """Break at words, because pyHanko does not: it would shrink a long line until nobody can read it."""
    from textwrap import wrap

    most = max(20, int((width - 2 * _MARGIN) / (_SIZE * _AVERAGE)))
    return [part for line in lines for part in wrap(line, most)]
