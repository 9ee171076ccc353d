/** Code on a slide: a line that breaks goes on behind its indent. */
import { highlight } from "../rendering/highlight.ts";

/** Lines of code, some of them lit. */
export function linesToHtml(
  lines: readonly string[],
  isLit = (_line: string, _place: number): boolean => false,
): string {
  const shown = lines.map((line, k) => {
    const indent = /^ */.exec(line)![0].length + 2;
    return `<span class="line${isLit(line, k) ? " lit" : ""}" style="--indent:${indent}ch">${highlight(line, "typescript")}\n</span>`;
  });
  return `<pre class="code" tabindex="0"><code>${shown.join("")}</code></pre>`;
}
