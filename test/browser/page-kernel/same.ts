import { expect } from "vitest";
import type { MimeBundle } from "../../../src/display.ts";
import { withPictures } from "../../../src/exercises/revealed.ts";
import type { ExecutedNotebook } from "../../../src/rendering/executed.ts";
import type { Opened } from "./engines.ts";
import type { Ran } from "./on-page.ts";

/** Runs the code cells of a lesson in a page, in order; gives the ids of those that do not show what they show in Node. */
export async function otherThanInNode(page: Opened, { cells }: ExecutedNotebook): Promise<string[]> {
  const others: string[] = [];
  for (const { id, type, source, outputs } of cells) {
    if (type !== "code") continue;
    const ran = await page.ask("run", source);
    try {
      expect(shown(ran.outputs)).toEqual(shown(outputs));
    } catch {
      others.push(id);
    }
  }
  return others;
}

interface Shown {
  readonly output_type?: unknown;
  readonly name?: unknown;
  readonly text?: unknown;
  readonly data?: MimeBundle;
  readonly evalue?: unknown;
}

/** What is to be seen of outputs, the pictures of cards as they are read from a notebook. */
function shown(outputs: readonly Shown[] | Ran["outputs"]): unknown {
  return (outputs as readonly Shown[]).map(({ output_type, name, text, data, evalue }) => ({
    output_type,
    name,
    text,
    data: data && withPictures(data),
    evalue,
  }));
}
