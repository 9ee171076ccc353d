/** What marks the place of a card's picture, in which a room makes a guess. */
export const CARD_PICTURE = "card-picture";

/** Under this name the large script of a deck leaves what it has, among the globals. */
export const DRAWING = Symbol.for("fall-line.deck-drawing");
