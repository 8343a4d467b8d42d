# SPDX-License-Identifier: MIT
"""What makes a screen usable by everybody, as checks that yield complaints in plain sentences.

Each check is given a widget that is on the screen and looks at all that is in it, Qt's accessibility tree included.
"""

from array import array
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage, QKeySequence, QPainter
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.look import Look
from ui.widgets.labels import ElidedLabel

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QTabBar,
)
FIELDS = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractSpinBox)
_LOOKS = ("primary", "quiet", "nav", "inner", "page", "card", "chip", "type")


def described(widget: QWidget) -> str:
    """Return a widget in words that help to find it."""
    words = widget.accessibleName() or getattr(widget, "text", lambda: "")() or widget.objectName()
    return f"{type(widget).__module__}.{type(widget).__name__} “{words}” in {type(widget.parentWidget()).__name__}"


def reachable(screen: QWidget) -> list[QWidget]:
    """Return every control on the screen that the Tab key should reach."""
    return [
        each
        for each in screen.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisibleTo(screen)
        and each.isEnabledTo(screen)
        and each.window() is screen.window()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
    ]


def unnamed(screen: QWidget) -> Iterator[str]:
    """A control says what it is."""
    for each in reachable(screen):
        interface = QAccessible.queryAccessibleInterface(each)
        if not interface.text(QAccessible.Text.Name).strip():
            yield f"no accessible name: {described(each)}"


def nameless_in_the_tree(screen: QWidget) -> Iterator[str]:
    """Whatever a screen reader can land on has a name: Qt's own parts too."""
    ahead, seen = [QAccessible.queryAccessibleInterface(screen)], 0
    while ahead and seen < 5000:
        interface, seen = ahead.pop(), seen + 1
        if _is_silent(interface):
            yield f"nothing for a screen reader: {interface.role()} in {screen.windowTitle()}"
        if interface.role() in (QAccessible.Role.List, QAccessible.Role.Tree, QAccessible.Role.Table):
            continue  # rows come from models, which speak for themselves; thousands of them
        ahead += [child for at in range(interface.childCount()) if (child := interface.child(at)) is not None]


def _is_silent(interface: QAccessibleInterface) -> bool:
    state = interface.state()
    if not interface.isValid() or state.invisible or state.disabled or not state.focusable:
        return False
    if interface.role() in (QAccessible.Role.Client, QAccessible.Role.Window, QAccessible.Role.Dialog):
        return False
    return not (interface.text(QAccessible.Text.Name) or interface.text(QAccessible.Text.Value)).strip()


def without_buddy(screen: QWidget) -> Iterator[str]:
    """A label with a letter to press leads to its field, and every field has such a label or says its own name."""
    labels = [each for each in screen.findChildren(QLabel) if each.isVisibleTo(screen)]
    for label in labels:
        if not QKeySequence.mnemonic(label.text()).isEmpty() and label.buddy() is None and "&&" not in label.text():
            yield f"a letter to press but no buddy: {described(label)}"
    buddies = {label.buddy() for label in labels}
    for each in reachable(screen):
        if isinstance(each, FIELDS) and each not in buddies and not each.accessibleName():
            yield f"neither label nor name: {described(each)}"


def shared_letters(screen: QWidget) -> Iterator[str]:
    """No two things on a page answer to one letter with Alt; the menu bar's own letters come after the page's."""
    letters: Counter[str] = Counter()
    owners: dict[str, list[str]] = {}
    for each in screen.findChildren(QWidget):
        if not each.isVisibleTo(screen) or each.window() is not screen.window():
            continue
        for text in _mnemonic_texts(each):
            if key := QKeySequence.mnemonic(text).toString():
                letters[key] += 1
                owners.setdefault(key, []).append(text)
    yield from (f"{key} means {owners[key]}" for key, count in letters.items() if count > 1)


def _mnemonic_texts(widget: QWidget) -> list[str]:
    if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
        return [widget.text()]
    return []


def unseen_focus(screen: QWidget) -> Iterator[str]:
    """One sees where the keys go: each kind of control looks different with the focus."""
    known: set[object] = set()
    controls = reachable(screen)
    for each in controls:
        kind = (
            type(each),
            each.styleSheet(),
            *(str(each.property(name)) for name in _LOOKS),
            getattr(each, "isChecked", bool)(),
        )
        elsewhere = next((other for other in controls if other is not each), None)
        if kind in known or elsewhere is None:
            continue
        known.add(kind)
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        without = _picture(each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if each.hasFocus() and _picture(each) == without:
            yield f"focus is not seen: {described(each)}"


def _picture(widget: QWidget) -> object:
    QApplication.processEvents()
    place = widget.parentWidget() or widget
    return place.grab(widget.geometry().adjusted(-4, -4, 4, 4)).toImage()


def trapping(screen: QWidget) -> Iterator[str]:
    """Tab goes through every control once and comes back to the first."""
    controls = reachable(screen)
    if len(controls) < 2:
        return
    controls[0].setFocus(Qt.FocusReason.TabFocusReason)
    first = QApplication.focusWidget()
    met: list[QWidget] = []
    for _press in range(2 * len(controls) + 10):
        focused = QApplication.focusWidget()
        if focused is None or (met and focused is first):
            break
        met.append(focused)
        # Day, month and year of a date are one control, which Tab goes through part by part.
        for _part in range(4 if isinstance(focused, QAbstractSpinBox) else 1):
            if QApplication.focusWidget() is focused:
                QTest.keyClick(focused, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is focused:
            yield f"Tab does not leave {described(focused)}"
            return
    else:
        yield f"Tab never comes back to {described(controls[0])}"
    # Of a group of radio buttons Tab reaches the checked one; arrow keys reach the others.
    missed = [each for each in controls if each not in met and not getattr(each, "autoExclusive", bool)()]
    yield from (f"Tab never reaches {described(each)}" for each in missed)


def cut(screen: QWidget) -> Iterator[str]:
    """No word is cut: labels and buttons have the width they ask for, or say themselves whole in a tooltip."""
    for each in screen.findChildren(QWidget):
        if not each.isVisibleTo(screen) or not isinstance(each, QLabel | QAbstractButton) or not each.text():
            continue
        if isinstance(each, QLabel) and (isinstance(each, ElidedLabel) or each.wordWrap()):
            continue
        if each.width() + 1 < each.sizeHint().width() and not each.toolTip():
            yield f"cut to {each.width()} of {each.sizeHint().width()}: {described(each)}"


def foreign_colours(screen: QWidget, look: Look, share: float = 0.005) -> Iterator[str]:
    """Every colour that covers more than a smoothed edge of the screen is a token; paper stays white."""
    picture = screen.grab()
    painter = QPainter(picture)
    for paper in screen.findChildren(QPdfView):
        if paper.isVisibleTo(screen):
            painter.fillRect(QRect(paper.mapTo(screen, QPoint()), paper.size()), look.colour("bg"))
    painter.end()
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(array("I", bytes(image.constBits()))[::7])
    known = {QColor(colour).rgb() & 0xFFFFFF for colour in look.tokens.colours.values()}
    least = share * sum(counted.values())
    for colour, count in counted.most_common(40):
        if count > least and colour & 0xFFFFFF not in known:
            yield f"#{colour & 0xFFFFFF:06X} is no token, but covers {count} points"
