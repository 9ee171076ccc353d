/** The pages before all others: the door, where a code or the key is asked for, and the choice of a deck. */
import { createHash } from "node:crypto";
import { escapeHtml } from "../escape.ts";
import { DECK_KEPT } from "./protocol.ts";

/**
 * A deck came as the answer to a form, and its tab asks for the door when it is loaded again: the form is sent once more, with what
 * the tab has kept, and the deck opens at its slide. What is kept is taken away, so that a key that is refused is sent once.
 */
const AGAIN = `const kept = JSON.parse(sessionStorage.getItem("${DECK_KEPT}"));
if (kept !== null) {
  sessionStorage.removeItem("${DECK_KEPT}");
  const form = document.querySelector("form[method=post]");
  for (const name in kept) form.elements[name].value = kept[name];
  form.action += location.hash;
  form.submit();
}`;

/** What a browser may do with them. */
export const WELCOME_POLICY = `default-src 'none'; script-src 'sha256-${createHash("sha256").update(AGAIN).digest("base64")}'; img-src data:; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** @param base the path of the room @param said what is wrong, as a sentence */
export function doorPage(base: string, said = ""): string {
  return page(
    "A room of fall-line",
    `<h1>Which room?</h1>
${said === "" ? "" : `<p role="alert">${escapeHtml(said)}</p>`}
<form action="${escapeHtml(base)}join"><label>The six letters on the screen
<input name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="12" required></label>
<button>Join</button></form>
<details><summary>I teach here</summary>
<form action="${escapeHtml(base)}" method="post"><label>The teacher's key, as the terminal says it
<input name="key" type="password" autocomplete="off" required></label><input name="deck" type="hidden">
<button>Open the deck</button></form></details>
${said === "" ? `<script>${AGAIN}</script>` : ""}`,
  );
}

/** @param decks the titles of decks by their names */
export function decksPage(base: string, key: string, decks: ReadonlyMap<string, string>): string {
  const buttons = [...decks].map(
    ([name, title]) =>
      `<li><button name="deck" value="${escapeHtml(name)}">${escapeHtml(title)}</button></li>`,
  );
  return page(
    "Decks of this room",
    `<h1>Which deck?</h1>
<form action="${escapeHtml(base)}" method="post"><input type="hidden" name="key" value="${escapeHtml(key)}">
<ul>${buttons.join("")}</ul></form>`,
  );
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body><main>
${content}
</main></body>
</html>
`;
}

const STYLE = `:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0; color: light-dark(#23262b, #e9e7e1); background: light-dark(#fffefb, #17191c); }
main { max-width: 26rem; margin: 0 auto; padding: 2rem 1rem; }
form { display: grid; gap: 0.75rem; margin: 1rem 0 2rem; }
label { display: grid; gap: 0.25rem; }
input, button { font: inherit; color: inherit; min-height: 3rem; padding: 0 0.75rem; border: 1px solid light-dark(#6d7178, #9a9da3); border-radius: 0.5rem; background: transparent; }
input[name="code"] { text-transform: uppercase; letter-spacing: 0.2em; font-size: 1.5rem; }
button { cursor: pointer; }
ul { list-style: none; padding: 0; display: grid; gap: 0.5rem; }
li button { width: 100%; text-align: start; }
:focus-visible { outline: 3px solid light-dark(#1a5fb4, #78aeed); outline-offset: 2px; }
[role="alert"] { padding: 0.75rem; border-inline-start: 4px solid; }`;
