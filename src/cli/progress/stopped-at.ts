import { parseEvents } from "../../exercises/progress-event.ts";
import { underPresentIds } from "../../exercises/progress.ts";
import { readFormerNames } from "../../kernel/node/former-names.ts";
import { ProgressFile } from "../../kernel/node/progress-file.ts";

/** Of these notebooks that of the lesson which was last worked in, by what is recorded in their folder. */
export function stoppedAt(folder: string, library: string, notebooks: readonly string[]): string | undefined {
  const last = underPresentIds(parseEvents(new ProgressFile(folder).read()), readFormerNames(library)).at(-1);
  return last && notebooks.find((name) => name.replace(/^\d\d-|\.ipynb$/g, "") === last.lesson);
}
