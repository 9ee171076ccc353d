/** Style sheets of pages and slides: the typeface, KaTeX's, and our own from `style/`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "../system/packages.ts";
import { tokenRules } from "../tokens.ts";
import { WORKED_STYLE } from "../trace/worked/style.ts";

/** Our own sheets: colours and type, what stands in a cell, the site's frame, the ways about, the map of the course, the page of rules, the search and the glossary, cells that are changed and run, one's work, a figure alone. */
export type Sheet =
  "theme" | "content" | "site" | "navigation" | "map" | "rules" | "search" | "running" | "workbook" | "alone";

/** Gives the address under which a page finds a font file. */
export type FontAddress = (path: string) => string;

const FONTS = [
  "@fontsource-variable/source-serif-4/wght.css",
  "@fontsource-variable/source-serif-4/wght-italic.css",
];
const KATEX = "katex/dist/katex.min.css";

/** The alphabets that the lessons are written in. */
const ALPHABETS = /-(latin|greek)-wght-/;

/** Raised and lowered digits: the files of Source Serif have three of them, so that all come from the first of these that is there. */
const DIGITS = ["Cambria", "STIX Two Text", "Noto Serif", "DejaVu Serif"];

/** Whose fonts and styles go with a page. */
const CREDITS =
  "/*! Source Serif 4: Adobe, SIL Open Font License 1.1. KaTeX: Khan Academy and others, MIT. */";

/** The sheets as one text. */
export function styleSheet(projectDir: string, sheets: readonly Sheet[], address: FontAddress): string {
  const sheet = packageFile(projectDir, KATEX);
  const katex = withAddresses(readFileSync(sheet, "utf8"), sheet, address);
  const own = sheets.map((name) =>
    readFileSync(join(projectDir, "src", "rendering", "style", `${name}.css`), "utf8"),
  );
  return [
    CREDITS,
    typefaces(projectDir, address),
    katex,
    `:root {\n${tokenRules()}\n}`,
    ...own,
    WORKED_STYLE,
  ].join("\n");
}

/** The typeface of headings, of step and surface, as it is declared to a page. */
export function typefaces(projectDir: string, address: FontAddress): string {
  const files = FONTS.map((path) => typeface(packageFile(projectDir, path), address));
  return [...files, digits(400, ""), digits(700, " Bold")].join("\n");
}

function digits(weight: number, style: string): string {
  const fonts = DIGITS.map((name) => `local("${name}${style}")`).join(", ");
  return `@font-face { font-family: "Raised Digits"; font-weight: ${weight}; src: ${fonts}; unicode-range: U+B2-B3, U+B9, U+2070-209C; }`;
}

/** A font file as part of the page. */
export function inlineFont(path: string): string {
  return `data:font/woff2;base64,${readFileSync(path).toString("base64")}`;
}

function typeface(sheet: string, address: FontAddress): string {
  const faces = readFileSync(sheet, "utf8").match(/@font-face \{[^}]*\}/g) ?? [];
  const wanted = faces.filter((face) => ALPHABETS.test(face));
  return withAddresses(wanted.join("\n"), sheet, address);
}

/** A sheet whose fonts are found where the page has them, each in the one format that every browser of today reads. */
function withAddresses(css: string, sheet: string, address: FontAddress): string {
  return css.replace(
    /src:\s*url\(([^)]+\.woff2)\)\s*format\(([^)]+)\)[^;}]*/g,
    (_, file: string, format: string) => `src:url(${address(join(sheet, "..", file))}) format(${format})`,
  );
}
