/** What was typed after `new`; where that won't do, the cure is the command as it was meant. */
import { nearest } from "../../nearest.js";
import { UserError } from "../../system/user-error.js";

/** Each thing that can be begun: the name of one, and the options that it takes. */
const THINGS = {
  rule: { example: "sign-descent", takes: [] },
  lesson: { example: "heavy-tails", takes: ["course"] },
  exercise: { example: "momentum/limit --kind predict", takes: ["course", "kind"] },
  figure: { example: "loss-bars", takes: [] },
} as const;

export type Thing = keyof typeof THINGS;

const isThing = (word: string): word is Thing => Object.hasOwn(THINGS, word);

/** The thing that is to be begun, and its name as it was typed. */
export function thingAsked(
  words: readonly string[],
  options: Readonly<Record<string, unknown>>,
): { readonly thing: Thing; readonly name: string } {
  const [thing = "", name, ...surplus] = words;
  if (!isThing(thing)) {
    const near = nearest(thing, Object.keys(THINGS)) as Thing | undefined;
    const meant = near ?? "lesson";
    throw new UserError(
      `new needs one of ${Object.keys(THINGS).join(", ")} and a name, got ${words.join(" ") || "nothing"}`,
      `${near === undefined ? "" : `Did you mean ${near}? `}Write npx fall-line new ${meant} ${(near && name) ?? THINGS[meant].example}.`,
    );
  }
  const { example, takes } = THINGS[thing];
  if (name === undefined)
    throw new UserError(`new ${thing} needs a name`, `Write npx fall-line new ${thing} ${example}.`);
  if (surplus.length > 0) {
    const typed = [name, ...surplus];
    throw new UserError(
      `new ${thing} takes one name, got ${typed.join(" ")}`,
      `Write npx fall-line new ${thing} ${thing === "exercise" ? example : asName(typed.join("-"))}.`,
    );
  }
  const foreign = Object.keys(options).find((option) => !(takes as readonly string[]).includes(option));
  if (foreign !== undefined)
    throw new UserError(`new ${thing} takes no --${foreign}`, `Write npx fall-line new ${thing} ${name}.`);
  return { thing, name };
}

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** @throws UserError with a name like it that will do */
export function checkName(thing: Thing, name: string): void {
  if (NAME.test(name)) return;
  throw new UserError(
    `A ${thing}'s name is small letters, digits and hyphens, and begins with a letter, got ${name}`,
    `Write npx fall-line new ${thing} ${asName(name) || THINGS[thing].example}.`,
  );
}

/** The lesson and the own name of an exercise. */
export function exerciseNamed(
  name: string,
  kind = "predict",
): { readonly lesson: string; readonly own: string } {
  const [lesson = "", own = "", ...rest] = name.split("/");
  if (/^[a-z][a-z0-9-]*$/i.test(own) && rest.length === 0) return { lesson, own };
  throw new UserError(
    `An exercise is named LESSON/NAME, and NAME is letters, digits and hyphens and begins with a letter, got ${name}`,
    `Write npx fall-line new exercise ${lesson || "momentum"}/${asName([own, ...rest].join("-")) || "limit"} --kind ${kind}.`,
  );
}

/** What was typed, as a name may be: `Sign Descent` and `signDescent` as `sign-descent`. */
function asName(typed: string): string {
  return typed
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-\d]+|-+$/g, "");
}
