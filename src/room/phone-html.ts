/** The page of a phone: one file, which asks nothing of any other place than its room. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pinRules } from "../frontend/cards/place/pin-style.ts";
import { escapeHtml } from "../escape.ts";
import { tokenRules } from "../tokens.ts";

export interface PhonePage {
  readonly html: string;
  /** What the page may do, for a header; the page says it too. */
  readonly policy: string;
}

/**
 * Makes the page. Its address ends with a slash: what it asks for lies below.
 * @param lesson what the class is about: "Momentum"
 */
export function phonePage(projectDir: string, lesson: string): PhonePage {
  const script = readFileSync(join(projectDir, "dist", "phone.js"), "utf8");
  const sheet = readFileSync(join(projectDir, "src", "room", "phone", "phone.css"), "utf8");
  const style = `:root {\n${tokenRules()}\n}\n${sheet}${pinRules(".plane")}`;
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(lesson)} (fall-line room)</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header><span class="title">${escapeHtml(lesson)}</span><span class="phase"></span></header>
<main><h1>One moment.</h1><noscript><p>This page needs JavaScript, which is turned off in this browser.</p></noscript></main>
<footer><span class="count"></span><span class="trouble" role="status"></span><a class="lesson" target="_blank" hidden>open the lesson</a></footer>
<script>${script}</script>
</body>
</html>
`;
  return { html, policy };
}

/** By its hash a browser knows what stands in the page. */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
