/** The first page of the library: its README, from the installation to a figure in one's own page. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { markdownToHtml } from "../../rendering/markdown.ts";
import { Contents } from "../contents.ts";
import { type Assets, PAGES, textPageToHtml } from "../document.ts";
import { partsOf } from "../search/parts.ts";
import type { Place } from "../search/place.ts";

const TITLE = "The library in ten minutes";
const DESCRIPTION =
  "From the installation of fall-line to a rule, a function and a figure of one's own, in programs that run as they stand.";

/** The README of the package, as a page of this title. */
export const readmeIn = (projectDir: string): string =>
  readFileSync(join(projectDir, "src/pages/library/README.md"), "utf8").replace(/^# .*/, `# ${TITLE}`);

/** The page. */
export function libraryPage(readme: string, assets: Assets): string {
  const contents = new Contents();
  const text = markdownToHtml(readme, { heading: (found) => contents.take(found) });
  const main = `<section class="cell reference">${text}
<p>The <a href="${PAGES.reference}">reference</a> has all that the library gives, <a href="${PAGES.rules}">the page of rules</a> each rule with its equations.</p></section>`;
  const page = { title: TITLE, description: DESCRIPTION, main, contents: contents.html };
  return textPageToHtml(page, assets);
}

/** Its sections as a search finds them. */
export function placesOfLibrary(readme: string): Place[] {
  const contents = new Contents();
  return partsOf(readme).flatMap(({ heading, text }) =>
    heading === undefined
      ? []
      : [
          {
            address: `${PAGES.library}#${encodeURIComponent(contents.take(heading).id)}`,
            title: heading.text,
            within: TITLE,
            text,
            weight: 1,
          },
        ],
  );
}
