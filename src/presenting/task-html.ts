/** What is answered by writing as HTML: its code above, what it should do below, which with the answer it does. */
import { exhibitToHtml, type Stage } from "./exhibit-html.ts";
import type { Exhibit } from "./exhibit.ts";
import { linesToHtml } from "./lines-html.ts";
import { newLines } from "./new-lines.ts";
import { heightOf, type Task } from "./task.ts";

/** Code and picture, one below the other, in the place of a picture. */
export function taskToHtml(task: Task, { width, height }: Stage): string {
  const above = heightOf(task);
  const shown = (name: string, picture: Exhibit): string =>
    `<div class="${name}">${exhibitToHtml(picture, { width, height: height - above })}</div>`;
  const { open, solved } = task.aim!;
  return codesToHtml(task, `height:${above}px;`) + shown("open", open) + shown("answer", solved);
}

/** Code below what it asks, where there is no picture of it. */
export const writtenToHtml = (task: Task): string => `<div class="task written">${codesToHtml(task)}</div>`;

const PLACE = "your answer here";

/** What is handed out with its place for an answer lit, or its only line; what is written with the lines that are new. */
function codesToHtml({ given, solved }: Task, height = ""): string {
  const { lines, size } = given;
  const place = `style="${height}--letters:${size}px"`;
  const isOnly = lines.length === 1;
  const handed = `<div class="handed" ${place}>${linesToHtml(lines, (line) => isOnly || line.includes(PLACE))}</div>`;
  if (solved === undefined) return handed;
  const isNew = newLines(lines, solved.lines);
  const isLit = isOnly || isNew.includes(false) ? isNew : [];
  return `${handed}<div class="answer solved" ${place}>${linesToHtml(solved.lines, (_, k) => isLit[k] === true)}</div>`;
}
