import { text } from "./blocks.ts";
import type { Said } from "./feedback.ts";

/**
 * What is said of an answer that the compiler refuses: what it computes is told as of any, and it earns nothing.
 * @param why "cell 4, line 2: there is no `m` here"
 */
export function refused(said: Said, why: string): Said {
  const { outcome, blocks = [] } = said;
  if (outcome === "note" || outcome === "not written") return said;
  if (outcome === "right")
    return {
      outcome: "not yet",
      headline: "Not yet: it computes what it should, and the compiler refuses it.",
      blocks: [text(`${why.replace(/\.$/, "")}.`)],
      credit: 0,
      refusal: why,
    };
  return { ...said, blocks: [...blocks, text(lastWord(said, why))], credit: 0, refusal: why };
}

/** The place alone, where what the compiler has against it is said already. */
function lastWord({ headline, blocks = [] }: Said, why: string): string {
  const [, place = "", reason = ""] = /^(cell \d+, line \d+): (.*)$/s.exec(why) ?? [];
  const told = [headline, ...blocks.map(textOf)].join("\n").toLowerCase();
  return reason !== "" && told.includes(reason.toLowerCase())
    ? `The compiler refuses it for the same reason (${place}).`
    : `The compiler refuses it as well: ${why.replace(/\.$/, "")}.`;
}

const textOf = (block: NonNullable<Said["blocks"]>[number]): string =>
  block.kind === "text" ? block.text : "";
