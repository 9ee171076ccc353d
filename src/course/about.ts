/** What a lesson says of itself in its `about.ts`, read and checked. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { show } from "../errors.ts";
import type { About } from "../about.ts";
import { LessonFault } from "../notebook/fault.ts";
import type { LessonPlace } from "./folder.ts";

const TEXTS = ["title", "short", "learn"] as const;
const OPTIONAL_TEXTS = ["question", "remark", "slides", "need", "rule"] as const;

/** Reads it. Throws a LessonFault that says what is wrong. */
export async function readAbout({ name, folder }: LessonPlace): Promise<About> {
  const path = join(folder, "about.ts");
  const place = `${name}/about.ts`;
  if (!existsSync(path)) throw new LessonFault(place, "it is missing; a lesson says in it what it is about");
  const { about } = await evaluate(place, readFileSync(path, "utf8"));
  if (about === undefined) throw new LessonFault(place, "it exports nothing called about");
  const entries = Object.entries(about).map(([key, value]): [string, unknown] => [
    key,
    typeof value === "string" ? value.replace(/\n[ \t]+/g, "\n") : value,
  ]);
  return checked(place, Object.fromEntries(entries));
}

async function evaluate(
  place: string,
  text: string,
): Promise<{ readonly about?: Readonly<Record<string, unknown>> }> {
  try {
    const { code } = await transform(text, { loader: "ts", format: "esm", logLevel: "silent" });
    return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      readonly about?: Readonly<Record<string, unknown>>;
    };
  } catch (error) {
    const { errors } = error as {
      readonly errors?: readonly { readonly text: string; readonly location: { readonly line: number } }[];
    };
    const [first] = errors ?? [];
    if (first === undefined) throw new LessonFault(place, (error as Error).message, { cause: error });
    throw new LessonFault(`${place}:${first.location.line}`, first.text, { cause: error });
  }
}

function checked(place: string, about: Record<string, unknown>): About {
  for (const key of TEXTS) {
    if (typeof about[key] !== "string" || about[key] === "")
      throw new LessonFault(place, `${key} must be a text, got ${show(about[key])}`);
  }
  for (const key of OPTIONAL_TEXTS) {
    if (about[key] !== undefined && typeof about[key] !== "string")
      throw new LessonFault(place, `${key} must be a text or left out, got ${show(about[key])}`);
  }
  if (!["boolean", "undefined"].includes(typeof about["optional"]))
    throw new LessonFault(place, `optional must be true or left out, got ${show(about["optional"])}`);
  if (typeof about["minutes"] !== "number" || !(about["minutes"] > 0))
    throw new LessonFault(place, `minutes must be a number above 0, got ${show(about["minutes"])}`);
  return about as unknown as About;
}
