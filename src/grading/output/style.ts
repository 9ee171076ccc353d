import { tokenRules } from "../../tokens.ts";
import { safe } from "./plain.ts";

/** How the pages of students and the report look: the colours and typefaces of all pages, light or dark as the system is. */
const STYLE = `
:root { ${tokenRules()} color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 16px/1.55 var(--sans); }
main { max-width: 820px; margin: 0 auto; padding: 48px 24px 80px; }
h1, h2, h3 { font-family: var(--serif); font-weight: 620; line-height: 1.2; letter-spacing: -0.01em; text-wrap: balance; }
h1 { margin: 0 0 6px; font-size: 34px; }
h2 { margin: 44px 0 10px; font-size: 23px; }
h3 { margin: 26px 0 6px; font-size: 18px; }
p { margin: 6px 0; overflow-wrap: anywhere; }
.facts, .soft { color: var(--soft); font-size: 14px; }
pre { margin: 10px 0; padding: 12px 14px; overflow-x: auto; border-radius: 10px; background: var(--raised); font: 13.5px/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-family: var(--mono); font-size: 0.92em; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 14px 4px 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
th { color: var(--soft); font-weight: 500; font-size: 13px; }
a { color: var(--link); }
:focus-visible { outline: 2.5px solid var(--link); outline-offset: 2px; }
@media (max-width: 560px) { main { padding: 28px 16px 60px; } h1 { font-size: 27px; } }
@media print { :root { color-scheme: light; } main { max-width: none; padding: 0; } details:not([open]) { display: none; } h2, h3, article { break-inside: avoid-page; } h2, h3 { break-after: avoid; } }
`;

/** Nothing on these pages may act or be fetched, whatever a student wrote. */
const POLICY =
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">";

/** What a page of grades or a report is made of: HTML, but for its title. */
interface GradesPage {
  readonly title: string;
  /** The command that makes it. */
  readonly command: "grade" | "report";
  readonly head?: string;
  /** How headings are set: a declared typeface, or nothing. */
  readonly typefaces?: string;
  /** Its own style, beside the one that they have in common. */
  readonly style: string;
  readonly main: string;
}

/** A page that needs nothing else, for the screen and for paper. */
export function gradesPage({ title, command, head = "", typefaces = "", style, main }: GradesPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${POLICY}
<title>${safe(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="fall-line ${command}">
${head}<style>${typefaces}${STYLE}${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}
