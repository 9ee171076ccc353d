/** Code in colours: spans whose classes begin with `hljs-`, which the style sheet paints for light and dark. */
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";
import { escapeHtml } from "../escape.ts";

for (const [name, language] of Object.entries({ bash, javascript, json, python, typescript }))
  hljs.registerLanguage(name, language);

/** Code as the inside of a `<code>` element. Of a language that is not known, or none, it is plain. */
export function highlight(code: string, language: string): string {
  return hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : escapeHtml(code);
}

/** Code as a block of its own, which the keyboard can scroll. */
export function codeBlock(code: string, language: string): string {
  return `<pre class="code" tabindex="0"><code>${highlight(code, language)}</code></pre>`;
}
