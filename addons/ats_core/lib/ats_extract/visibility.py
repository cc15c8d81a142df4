"""Which pieces of a page nobody sees: tiny, unpainted, transparent, off the page, colour on colour."""

from __future__ import annotations

from .glyphs import GlyphDevice, Paint, Piece

TINY = 2.0
_SAME_COLOR = 0.045
_FEW = 20  # a page of nothing but tiny characters is a scaled one: keep them
_WHITE = (1.0, 1.0, 1.0)


def mark(device: GlyphDevice) -> None:
    """Set `hidden` of the pieces of the page to the reason why they cannot be seen."""
    _mark_modes(device)
    visible = sum(len(piece.text) for piece in device.pieces if piece.size >= TINY)
    for piece in device.pieces:
        if piece.hidden:
            continue
        if piece.size < TINY and visible >= _FEW:
            piece.hidden = "tiny"
        elif _off_page(piece, device):
            piece.hidden = "off_page"
        elif piece.color is not None and _blends_in(piece, device.paints):
            piece.hidden = "color"


def _mark_modes(device: GlyphDevice) -> None:
    """Text of a scanned page lies unpainted over its picture: that one is meant to be read."""
    scanned = device.image_area > 0.5 * device.width * device.height
    painted = sum(len(piece.text) for piece in device.pieces) - device.mode3
    if scanned and device.mode3 > painted:
        for piece in device.pieces:
            piece.hidden = "" if piece.hidden == "mode" else piece.hidden


def _off_page(piece: Piece, device: GlyphDevice) -> bool:
    return (
        piece.x1 < 0.5 or piece.x0 > device.width - 0.5 or piece.y < 0.5 or piece.y - piece.size > device.height - 0.5
    )


def _blends_in(piece: Piece, paints: list[Paint]) -> bool:
    """Tell whether the piece has the colour of what lies under it, or is painted over."""
    x, y = (piece.x0 + piece.x1) / 2, piece.y - piece.size * 0.3
    ground = _WHITE
    for paint in paints:
        x0, y0, x1, y1 = paint.box
        if not (x0 <= x <= x1 and y0 <= y <= y1):
            continue
        if paint.order < piece.order:
            ground = paint.color
        elif paint.color is not None and x0 <= piece.x0 and x1 >= piece.x1 and y1 - y0 >= piece.size * 0.8:
            return True
    return ground is not None and max(abs(a - b) for a, b in zip(ground, piece.color, strict=True)) < _SAME_COLOR
