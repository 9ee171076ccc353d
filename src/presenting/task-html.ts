/** What is answered by writing as HTML: its code above, what it should do below. */
import { codeBlock } from "../rendering/highlight.ts";
import { exhibitToHtml, type Stage } from "./exhibit-html.ts";
import { heightOf, type LargeCode, type Task } from "./task.ts";

/** Code and picture, one below the other, in the place of a picture. */
export function taskToHtml(task: Task, { width, height }: Stage): string {
  const { given, solved, aim } = task;
  const above = aim === undefined ? height : heightOf(task);
  const code = (name: string, { size }: LargeCode, html: string): string =>
    `<div class="${name}" style="height:${above}px;--letters:${size}px">${html}</div>`;
  return (
    code("handed", given, litCode(given.lines)) +
    (solved === undefined
      ? ""
      : code("answer solved", solved, codeBlock(solved.lines.join("\n"), "typescript"))) +
    (aim === undefined ? "" : exhibitToHtml(aim, { width, height: height - above }))
  );
}

/** Code with the line lit in which an answer is written; where nothing marks it, a line by itself. */
export function litCode(lines: readonly string[]): string {
  const isOnly = lines.length === 1;
  return codeBlock(lines.join("\n"), "typescript").replace(
    isOnly ? /(?<=<code>)(.*)(?=<\/code>)/ : /^(.*your answer here.*)\n/m,
    '<span class="lit">$1</span>',
  );
}
