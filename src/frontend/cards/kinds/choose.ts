import { aboutChosen, type Choose } from "../../../exercises/kinds/choose.ts";
import type { KindOnPage } from "./kind.ts";
import { checked } from "../checked.ts";
import { askOptions, WITH_OPTIONS } from "./options.ts";

export const choose: KindOnPage<Choose> = {
  is: ({ kind }) => kind === "card-choose",
  read: (card) => ({ kind: "choose", ...checked(WITH_OPTIONS, card) }),
  about: aboutChosen,
  ask: askOptions,
  isGuess: false,
  invitation: "one press is your guess",
  hasReasons: true,
};
