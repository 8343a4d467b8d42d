# SPDX-License-Identifier: MIT
"""How the app looks now: palette, style sheet and lengths made from the tokens, changed while running.

The tokens themselves are in ui/tokens.py and resources/styles. Which look a person wants is a setting, kept elsewhere.
"""

from pathlib import Path
from string import Template

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from resources import language, paths
from ui.tokens import Tokens, tokens

SCHEMES = ("system", "light", "dark")
FACES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf")
_PLACES = {"en": "en_GB", "cy": "cy_GB"}
"""Language → the place whose dates it writes: weeks begin on Monday here."""
_WISH = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_PALETTE = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "bg",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "soft",
    QPalette.ColorRole.HighlightedText: "on_soft",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}


class Look(QObject):
    """The look of one application: theme (light, dark, system) and size (percent of the person's own)."""

    changed = Signal()
    """The theme or the size is another: whoever paints by hand repaints."""

    def __init__(self, app: QApplication, scheme: str = "system", percent: int = 100) -> None:
        """Dress the application. The size of its font at this moment is the person's own base size."""
        super().__init__(app)
        self._app, self._scheme, self._percent, self._drawn = app, scheme, percent, QTemporaryDir()
        own = app.font().pointSizeF()
        self._base = min(max(own, 10.0), 24.0)  # the small step must stay readable
        self._family = _bundled_family() or app.font().family()
        app.setStyle("Fusion")
        self.tokens: Tokens = tokens("light")
        """The tokens of the theme shown now."""
        self.wear(scheme, percent)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def scheme(self) -> str:
        """Return what was asked for: system, light or dark."""
        return self._scheme

    @property
    def percent(self) -> int:
        """Return the size asked for, in percent of the person's own."""
        return self._percent

    def wear(self, scheme: str, percent: int = 100) -> None:
        """Change theme and size of everything shown; raise KeyError for a scheme that SCHEMES lacks."""
        self._scheme, self._percent = scheme, percent
        self._app.styleHints().setColorScheme(_WISH[scheme])
        self._dress()

    def colour(self, role: str) -> QColor:
        """Return the colour of a token now; raise KeyError for a role that is no token."""
        return QColor(self.tokens[role])

    def px(self, length: float) -> int:
        """Return a length given in pixels at 100 % as pixels now."""
        return max(1, round(length * self._percent / 100))

    def font(self, size: str = "body", bold: bool = False) -> QFont:
        """Return the face at a step of the type scale (small, body, heading, title), never under 9 points."""
        font = QFont(self._family)
        font.setPointSizeF(self._points(size))
        font.setBold(bold)
        return font

    def icon_file(self, name: str, role: str) -> str:
        """Return the path of an icon drawn in a token's colour, for the style sheet."""
        colour = self.tokens[role]
        drawn = Path(self._drawn.filePath(f"{name}-{colour[1:]}.svg"))
        if not drawn.exists():
            drawn.write_bytes(svg(name, colour))
        return drawn.as_posix()

    def _points(self, size: str) -> float:
        return max(9.0, self.tokens.type[size] * self._base / 10 * self._percent / 100)

    def _on_system_changed(self) -> None:
        if self._scheme == "system":
            self._dress()

    def _dress(self) -> None:
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        theme = self._scheme if self._scheme != "system" else ("dark" if dark else "light")
        self.tokens = tokens(theme)
        self._app.setFont(self.font())
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(Template(_sheet()).substitute(self._words()))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.colour(token))
        off = QPalette.ColorGroup.Disabled
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(off, role, self.colour("muted"))
        return palette

    def _words(self) -> dict[str, object]:
        line = QFontMetrics(self.font()).height()
        words: dict[str, object] = dict(self.tokens.colours)
        ring = self.px(self.tokens.ring)
        for step in self.tokens.space:
            words |= {f"s{step}": self.px(step), f"s{step}_in": max(0, self.px(step) - ring + 1)}
        words |= {f"t_{size}": f"{self._points(size):.2f}" for size in self.tokens.type}
        words |= {"radius": self.px(self.tokens.radius), "radius_card": self.px(self.tokens.radius_card), "ring": ring}
        words |= {"text_line": line, "field": max(line, self.px(22)), "row": max(line + self.px(12), self.px(34))}
        words |= {"icon_small": self.px(16), "half_icon": self.px(16) // 2 + 1}
        words |= {"arrow": self.px(12), "two_buttons": self.px(52)}
        words |= {
            "chevron_up": self.icon_file("chevron-up", "muted"),
            "chevron_down": self.icon_file("chevron-down", "muted"),
            "chevron_left": self.icon_file("chevron-left", "muted"),
            "chevron_right": self.icon_file("chevron-right", "muted"),
            "check": self.icon_file("check", "on_accent"),
            "dot": self.icon_file("dot", "on_accent"),
        }
        return words


def svg(name: str, colour: str) -> bytes:
    """Return the bytes of a bundled outline in a colour; raise FileNotFoundError for a name that is not bundled."""
    source = (paths.HERE / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return source.replace("currentColor", colour).encode()


def speak(app: QApplication, code: str) -> None:
    """Change the language of everything shown: each widget hears LanguageChange and says its words again.

    Months, weekdays and the first day of the week in fields and calendars are Qt's own, by CLDR; they follow too.
    """
    language.use(code)
    here = QLocale(_PLACES[code])
    QLocale.setDefault(here)  # of whatever is made from now on
    for window in app.topLevelWidgets():  # each hands both down to its children
        window.setLocale(here)
        QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def _sheet() -> str:
    return (paths.HERE / "styles" / "arolwg.qss").read_text(encoding="utf-8")


def _bundled_family() -> str:
    """Return the family of the bundled face, or "" where there is none: then the system's own face serves."""
    families = [
        family
        for face in FACES
        if paths.font(face).exists()
        for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(paths.font(face))))
    ]
    return families[0] if families else ""
