/** The frame of a page: head, bar, theme switch. Styles and scripts lie beside it, or in it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../escape.ts";
import { partElement } from "../rendering/data-element.ts";
import { inlineFont, type Sheet, styleSheet } from "../rendering/styles.ts";
import { policyElement } from "../rendering/workbook-parts.ts";

/** How a page gets its styles and its live figures, as HTML. */
export interface Assets {
  /** The theme as it was chosen before, and the switch for it; in the page, before anything is painted. */
  readonly siteScript: string;
  readonly style: string;
  /** Comes last; only pages with something live need it. */
  readonly pageScript: string;
  /** What the page may load and ask for, as a policy that the browser enforces; nothing for one that is only read. */
  readonly policy?: string;
  /** What opens the search, in the bar; a page that is one file has none. */
  readonly search?: string;
}

export const SHEETS: readonly Sheet[] = [
  "theme",
  "content",
  "site",
  "navigation",
  "map",
  "rules",
  "search",
  "running",
  "workbook",
  "alone",
];

/** By this a file is known as an export. */
export const GENERATOR = '<meta name="generator" content="fall-line export">';

/** The pages of a site beside its lessons. */
export const PAGES = {
  home: "index.html",
  rules: "rules.html",
  library: "library.html",
  reference: "reference.html",
  glossary: "glossary.html",
} as const;

/** Where a site keeps what all its pages share. */
export const ASSETS = {
  style: "assets/style.css",
  script: "assets/page.js",
  charts: "assets/charts.js",
  rules: "assets/rules.js",
  search: "assets/search.js",
  fonts: "assets/fonts",
} as const;

function siteScript(projectDir: string): string {
  return `<script>${readFileSync(join(projectDir, "dist", "site.js"), "utf8").trim()}</script>`;
}

/** For a page of a site: one copy of everything for all pages. */
export function sharedAssets(projectDir: string, script: string = ASSETS.script): Assets {
  return {
    siteScript: siteScript(projectDir),
    style: `<link rel="stylesheet" href="${ASSETS.style}">`,
    pageScript: `<script defer src="${script}"></script>`,
    search: `<button type="button" data-search="${ASSETS.search}" aria-keyshortcuts="/" title="Search: the key /">Search</button>`,
  };
}

/** For a page that is one file and needs no other. @param script its script in `dist/` */
export function ownAssets(projectDir: string, script = "page.js"): Assets {
  const product = (name: string): string => readFileSync(join(projectDir, "dist", name), "utf8");
  return {
    siteScript: siteScript(projectDir),
    style: `<style>${styleSheet(projectDir, SHEETS, inlineFont)}</style>`,
    pageScript: `${partElement("charts", product("charts.js"))}<script>${product(script)}</script>`,
  };
}

/** What is on a page. */
export interface PageParts {
  readonly title: string;
  /** One sentence, for those who find the page. */
  readonly description: string;
  /** What stands in the bar between the name of the course and the theme switch. */
  readonly bar: string;
  /** The page itself, `<main id="main">` in it. */
  readonly body: string;
  /** Whether something in it is live. */
  readonly live: boolean;
  /** The address of the picture that is shown where someone shares the page. */
  readonly preview?: string | undefined;
}

/** What is shown where someone shares the page. */
function sharingToHtml({ title, description, preview }: PageParts): string {
  const facts = {
    title,
    description,
    type: "website",
    site_name: "fall-line",
    ...(preview && { image: preview }),
  };
  const elements = Object.entries(facts).map(
    ([name, content]) => `<meta property="og:${name}" content="${escapeHtml(content)}">`,
  );
  return [...elements, '<meta name="twitter:card" content="summary_large_image">'].join("\n");
}

/** The body of a page: its text, beside a table of contents where it has one. */
export function bodyOf(main: string, contents?: string): string {
  const [kind, beside] = contents === undefined ? ["single", ""] : ["with-contents", `${contents}\n`];
  return `<div class="frame ${kind}">
${beside}<main id="main">
${main}
</main>
</div>`;
}

/** A whole page of text beside the lessons, whose map its bar leads back to. */
export function textPageToHtml(
  { title, description, main, contents, live = false }: TextPage,
  assets: Assets,
): string {
  const bar = `<a class="home" href="${PAGES.home}">fall-line</a><span class="where">${title}</span>`;
  const body = bodyOf(main, contents);
  return documentToHtml({ title: `${title} (fall-line)`, description, bar, body, live }, assets);
}

interface TextPage extends Pick<PageParts, "title" | "description"> {
  readonly main: string;
  readonly contents?: string;
  readonly live?: boolean;
}

/** A whole page. */
export function documentToHtml(parts: PageParts, assets: Assets): string {
  const { title, description, bar, body, live } = parts;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">${assets.policy === undefined ? "" : `\n${policyElement(assets.policy)}`}
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(description)}">
${sharingToHtml(parts)}
${GENERATOR}
<link rel="icon" href="data:,">
${assets.siteScript}
${assets.style}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="bar">${bar}${assets.search ?? ""}<button type="button" data-switch-theme>Light or dark</button></header>
${body}
${live ? assets.pageScript : ""}
</body>
</html>
`;
}
