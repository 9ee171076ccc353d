import { isRecord } from "../../arguments.ts";
import type { ProgressEvent } from "../progress-event.ts";

/**
 * An attempt as an answer to what a room asks: names and numbers alone. Nothing where it is none, as a text or what could be neither
 * right nor wrong.
 * @param kind how the room's question is answered
 */
export function roomAnswer(
  kind: string,
  { picked, option, right, mistakes = [] }: ProgressEvent,
): object | undefined {
  switch (kind) {
    case "choose": {
      const chosen = option ?? picked;
      if (typeof chosen === "string") return { kind, option: chosen };
      break;
    }
    case "number":
      if (isRecord(picked)) return { kind, numbers: picked };
      break;
    case "place":
      if (isRecord(picked)) return { kind, point: picked };
      break;
    case "order":
      if (Array.isArray(picked)) return { kind, lines: picked };
      break;
  }
  // What was tuned is numbers, of which a room that asks for code is told whether they are right.
  if (right === undefined || (picked !== undefined && kind !== "code")) return undefined;
  return { kind: "code", right, mistakes: mistakes.map(({ id }) => id) };
}
