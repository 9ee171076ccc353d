import { aboutForeseen, type PredictOption } from "../../../exercises/kinds/foresee.ts";
import type { KindOnPage } from "./kind.ts";
import { checked } from "../checked.ts";
import { askOptions, WITH_OPTIONS } from "./options.ts";

export const foresee: KindOnPage<PredictOption> = {
  is: ({ kind, fields }) => kind === "card-predict" && fields === undefined,
  read: (card) => ({ kind: "foresee", ...checked(WITH_OPTIONS, card) }),
  about: aboutForeseen,
  ask: askOptions,
  isGuess: true,
  invitation: "one press is your guess",
  hasReasons: true,
};
