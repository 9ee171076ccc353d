/** What a room leaves behind: counts, and what lets deck and phones find it again. */
import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { InputError } from "../errors.ts";
import { parsed, recordOf, wholeFrom } from "../schema.ts";
import { UserError } from "../system/user-error.js";
import { writeWhole } from "../system/whole-file.js";
import { POLL, type Tally, TALLY } from "./protocol.ts";
import type { KnownQuestion, Questions } from "./known.ts";
import type { Room } from "./room.ts";

/** By this a file is known as a room's. */
export const KEPT_FORMAT = "fall-line room 1";

const KEPT = v.object({
  format: v.literal(KEPT_FORMAT),
  code: v.string(),
  port: wholeFrom(1, 65_535),
  /** The marks of the keys that open its decks: the keys themselves are kept nowhere. */
  keys: v.array(v.string()),
  /** The vote that was open. */
  open: v.exactOptional(v.object(POLL)),
  /** What was asked, by the ids of the questions. */
  asked: recordOf(
    v.object({
      lesson: v.string(),
      title: v.string(),
      options: v.array(v.object({ name: v.string(), text: v.string() })),
      right: v.array(v.string()),
    }),
  ),
  /** The counts of each vote that has some; of texts only how many there were. */
  votes: v.array(TALLY),
});
export type Kept = v.InferOutput<typeof KEPT>;

/** What is kept of a room. */
export function keptOf(room: Room, questions: Questions, about: Pick<Kept, "code" | "port" | "keys">): Kept {
  const { state, poll } = room.now();
  const votes = room
    .tallies()
    .filter(({ answered, hands }) => answered > 0 || hands !== undefined)
    .map(withoutTexts);
  const asked = votes.flatMap(({ question }) => {
    const known = questions.get(question);
    return known === undefined ? [] : [[question, askedIn(known)] as const];
  });
  return {
    format: KEPT_FORMAT,
    ...about,
    ...(state === "open" && poll !== undefined ? { open: poll } : {}),
    asked: Object.fromEntries(asked),
    votes,
  };
}

function withoutTexts(tally: Tally): Tally {
  const counts = { ...tally };
  delete counts.texts;
  return counts;
}

function askedIn({ asked, truth }: KnownQuestion): Kept["asked"][string] {
  const { lesson, title } = asked;
  const right = truth.right.flatMap((answer) => (answer.kind === "choose" ? [answer.option] : []));
  return { lesson, title, options: asked.kind === "choose" ? asked.options : [], right };
}

/** Whether a text is what a room kept, by its first words. */
export function isKept(text: string): boolean {
  return /^\s*\{\s*"format":\s*"fall-line room /.test(text);
}

export function writeKept(file: string, kept: Kept): void {
  writeWhole(file, `${JSON.stringify(kept, undefined, 1)}\n`);
}

/** What a text keeps of a room. @throws InputError where it is none, or of a version to come */
export function parseKept(text: string): Kept {
  return parsed(KEPT, JSON.parse(text), "what a room kept");
}

/** @throws UserError where there is no such file, or it is no room's */
export function readKept(file: string): Kept {
  if (!existsSync(file))
    throw new UserError(`There is no file ${file}`, "Begin with --keep FILE; --resume goes on with it.");
  try {
    return parseKept(readFileSync(file, "utf8"));
  } catch (error) {
    if (!(error instanceof InputError || error instanceof SyntaxError)) throw error;
    throw new UserError(`${file} was not kept by a room`, "Name a file that room --keep FILE has written.");
  }
}

/** The votes that stay as they are: all but the one that was open, which is asked again. */
export function closedIn({ votes, open }: Kept): Kept["votes"] {
  return votes.filter(({ question, vote }) => question !== open?.question || vote !== open.vote);
}
