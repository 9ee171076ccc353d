/** The picture of a card by itself, as a room looks at it. */
import { InputError } from "../../errors.ts";
import { schemeRules, tokenRules } from "../../tokens.ts";
import { addStyle } from "../add-style.ts";
import type { Drawn } from "../drawn.ts";
import type { StoredCard } from "./checked.ts";
import { kindOfCard } from "./kinds/index.ts";
import { roll } from "./roll.ts";

export interface DrawnPicture extends Drawn {
  /** Runs what happens over the guess, or shows at once how it ends, or takes it back. */
  readonly answer: (isShown: boolean, isAtOnce?: boolean) => void;
}

const ROOM = ".fall-line-guess";

const STYLE = `
${ROOM} { ${tokenRules()} color: var(--ink); }
${ROOM} [tabindex]:focus-visible { outline: 2.5px solid var(--link); outline-offset: 2px; }
${schemeRules(ROOM)}`;

/**
 * Draws the picture in which a guess is made.
 * @throws InputError when it is of no card that has one
 */
export function drawPicture(node: HTMLElement, data: unknown): DrawnPicture {
  const card = data as StoredCard;
  const kind = kindOfCard(card);
  if (kind?.picture === undefined)
    throw new InputError({ what: "a guess is made in no picture of this card", got: card["kind"] });
  addStyle("fall-line-guess-style", STYLE);
  node.classList.add("fall-line-guess");
  const picture = kind.picture(kind.read(card) as Parameters<typeof kind.picture>[0]);
  node.append(picture.node);
  let breakOff = (): void => undefined;
  return {
    answer: (isShown, isAtOnce = false) => {
      breakOff();
      if (isShown && !isAtOnce) breakOff = roll(picture);
      else picture.show(isShown ? picture.last : undefined);
    },
    remove: () => {
      breakOff();
      picture.stop();
      node.replaceChildren();
    },
  };
}
