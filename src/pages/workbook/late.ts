import * as v from "valibot";
import { DRAFT } from "./drafts.ts";

const KEY = "fall-line-late";

/** A draft that was not kept when its page went, and the text that the page knew to be kept. */
const LATE = v.object({ draft: DRAFT, seen: v.exactOptional(v.string()) });

export type Late = Readonly<v.InferOutput<typeof LATE>>;

const NOTED = v.pipe(v.string(), v.parseJson(), v.array(v.unknown()));

/** Notes drafts in the one storage that is fast enough when a page goes away. */
export function noteLate(late: readonly Late[]): void {
  if (late.length === 0) return;
  try {
    localStorage.setItem(KEY, JSON.stringify([...noted(), ...late]));
  } catch {
    // Where nothing can be kept, the page has said so.
  }
}

/** Gives the drafts that were noted, once. */
export function takeLate(): Late[] {
  const late = noted();
  if (late.length > 0) localStorage.removeItem(KEY);
  return late;
}

/** One that is damaged takes no other with it. */
function noted(): Late[] {
  const { success, output } = v.safeParse(NOTED, localStorage.getItem(KEY));
  return success ? output.filter((one) => v.is(LATE, one)) : [];
}
