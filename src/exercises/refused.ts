import { sentence } from "../sentence.ts";
import { text } from "./blocks.ts";
import type { Assessment } from "./feedback.ts";
import type { Refusal } from "./from-kernel.ts";

/** What is said of an answer that the compiler refuses: what it computes is told as of any, and it earns nothing. */
export function refused(said: Assessment, { why, cure }: Refusal): Assessment {
  const { outcome, blocks = [] } = said;
  if (outcome === "note" || outcome === "not written") return said;
  const none = { credit: 0, refusal: why };
  const whole = `${why}.${cure === undefined ? "" : ` ${sentence(cure)}`}`;
  if (outcome === "right")
    return {
      ...none,
      outcome: "not yet",
      headline: "Not yet: it computes what it should, and the compiler refuses it.",
      blocks: [text(whole)],
    };
  const [, place = "", reason = ""] = /^(cell \d+, line \d+): (.*)$/s.exec(why) ?? [];
  const lastWord = isToldIn(said, reason)
    ? `The compiler refuses it for the same reason (${place}).`
    : `The compiler refuses it as well: ${whole}`;
  const judged =
    outcome === "almost"
      ? { outcome: "not yet" as const, headline: said.headline.replace(/^Almost/, "Not yet") }
      : {};
  return { ...said, ...judged, ...none, blocks: [...blocks, text(lastWord)] };
}

function isToldIn({ headline, blocks = [] }: Assessment, reason: string): boolean {
  const texts = blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []));
  return reason !== "" && [headline, ...texts].join("\n").toLowerCase().includes(reason.toLowerCase());
}
