/** What is answered by writing as HTML: its code above, what it should do below, which with the answer it does. */
import { codeBlock } from "../rendering/highlight.ts";
import { exhibitToHtml, type Stage } from "./exhibit-html.ts";
import type { Exhibit } from "./exhibit.ts";
import { heightOf, type LargeCode, type Task } from "./task.ts";

/** Code and picture, one below the other, in the place of a picture. */
export function taskToHtml(task: Task, { width, height }: Stage): string {
  const { given, solved, aim } = task;
  const above = aim === undefined ? height : heightOf(task);
  const code = (name: string, { size }: LargeCode, html: string): string =>
    `<div class="${name}" style="height:${above}px;--letters:${size}px">${html}</div>`;
  const shown = (name: string, picture: Exhibit): string =>
    `<div class="${name}">${exhibitToHtml(picture, { width, height: height - above })}</div>`;
  return (
    code("handed", given, litCode(given.lines)) +
    (solved === undefined
      ? ""
      : code("answer solved", solved, codeBlock(solved.lines.join("\n"), "typescript"))) +
    (aim === undefined ? "" : shown("open", aim.open) + shown("answer", aim.solved))
  );
}

const PLACE = "your answer here";

/** Code with the line lit in which an answer is written; where nothing marks it, a line by itself. */
export function litCode(lines: readonly string[]): string {
  const isOnly = lines.length === 1;
  return codeBlock(lines.join("\n"), "typescript").replace(
    isOnly ? /(?<=<code>)(.*)(?=<\/code>)/ : new RegExp(`^(.*${PLACE}.*)\\n`, "gm"),
    '<span class="lit">$1</span>',
  );
}

/** The same of code that needs all room: what is written there already is lit itself. */
export function litInPlace(code: string): string {
  const marked = new RegExp(`^.*${PLACE}.*\\n(.*)\\n`, "gm");
  return codeBlock(code, "typescript").replace(marked, '<span class="lit">$1</span>');
}
