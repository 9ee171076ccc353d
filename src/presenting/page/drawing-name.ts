/** Under this name the large script of a deck leaves what it has, among the globals. */
export const DRAWING = Symbol.for("fall-line.deck-drawing");
