/** The opening figure: the one output that is stored in a notebook, so that it is alive before any cell is run. */
import type { MimeBundle } from "../display.ts";
import { SPECIFICATION } from "../mime.ts";
import { splitLines } from "./lines.ts";
import { OPENING_TAG } from "./tags.ts";

/** A stored output of a code cell. */
export interface Output {
  readonly output_type: "display_data";
  readonly data: MimeBundle;
  readonly metadata: Readonly<Record<string, never>>;
}

const STILL = "image/svg+xml";
const WORDS = "text/plain";

/** The most that a stored opening may weigh, in bytes. */
const LIMITS = { [SPECIFICATION]: 5 * 1024, [STILL]: 48 * 1024, [WORDS]: 2 * 1024 };

/**
 * The opening as it is stored: a specification that the front end turns into a live figure, a still picture for places
 * without it, and words. Everything else in the bundle is left out.
 */
export function storedOutput(bundle: MimeBundle | undefined): Output {
  if (bundle === undefined) throw new SyntaxError(`a cell tagged "${OPENING_TAG}" must show a figure`);
  return {
    output_type: "display_data",
    data: {
      [SPECIFICATION]: within(SPECIFICATION, bundle[SPECIFICATION], "object"),
      [STILL]: splitLines(within(STILL, bundle[STILL], "string")),
      [WORDS]: splitLines(within(WORDS, bundle[WORDS], "string")),
    },
    metadata: {},
  };
}

function within(mime: keyof typeof LIMITS, value: unknown, type: "object"): object;
function within(mime: keyof typeof LIMITS, value: unknown, type: "string"): string;
function within(mime: keyof typeof LIMITS, value: unknown, type: "object" | "string"): unknown {
  if (typeof value !== type || value === null)
    throw new SyntaxError(`the opening figure has no ${mime}; show a figure that knows its specification`);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > LIMITS[mime])
    throw new SyntaxError(`the opening's ${mime} weighs ${bytes} bytes; at most ${LIMITS[mime]} are stored`);
  return value;
}
