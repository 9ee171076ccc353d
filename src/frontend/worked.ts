import { workedHtml } from "../trace/worked/html.ts";
import type { WorkedSpecification } from "../trace/worked/specification.ts";
import { WORKED_STYLE } from "../trace/worked/style.ts";
import type { Drawn } from "./drawn.ts";
import { addStyle } from "./add-style.ts";

/** Draws a worked step: a table for each row, in which every text is escaped. */
export function drawWorked(node: HTMLElement, worked: WorkedSpecification): Drawn {
  addStyle("fall-line-worked-style", WORKED_STYLE);
  const holder = document.createElement("div");
  holder.innerHTML = workedHtml(worked);
  node.append(holder);
  return { remove: () => holder.remove() };
}
