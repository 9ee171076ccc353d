import type { Ran } from "./on-page.ts";

/** The last text that a cell has shown. */
export function shownBy({ outputs }: Ran): unknown {
  const { data, text, evalue } = outputs.at(-1) as {
    data?: Record<string, unknown>;
    text?: string;
    evalue?: string;
  };
  return data?.["text/plain"] ?? text ?? evalue;
}
