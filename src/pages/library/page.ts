/** The first page of the library: its README, from the installation to a figure in one's own page. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { markdownToHtml } from "../../rendering/markdown.ts";
import { Contents } from "../contents.ts";
import { type Assets, textPageToHtml } from "../document.ts";
import { partsOf } from "../search/parts.ts";
import type { Place } from "../search/place.ts";

const TITLE = "The library in ten minutes";
const DESCRIPTION =
  "From the installation of fall-line to a rule, a function and a figure of one's own, in programs that run as they stand.";

/** The README of the package, as a page of this title. */
export const readmeIn = (projectDir: string): string =>
  readFileSync(join(projectDir, "src/pages/library/README.md"), "utf8").replace(/^# .*/, `# ${TITLE}`);

/** The page. @param addresses of the map of the course, of the reference, and of the page of rules */
export function libraryPage(
  readme: string,
  addresses: { readonly home: string; readonly reference: string; readonly rules: string },
  assets: Assets,
): string {
  const { home, reference, rules } = addresses;
  const contents = new Contents();
  const text = markdownToHtml(readme, { heading: (found) => contents.take(found) });
  const main = `<section class="cell reference">${text}
<p>The <a href="${reference}">reference</a> has all that the library gives, <a href="${rules}">the page of rules</a> each rule with its equations.</p></section>`;
  const page = { title: TITLE, description: DESCRIPTION, main, contents: contents.html };
  return textPageToHtml(page, home, assets);
}

/** Its sections as a search finds them. */
export function placesOfLibrary(readme: string, path: string): Place[] {
  const contents = new Contents();
  return partsOf(readme).flatMap(({ heading, text }) =>
    heading === undefined
      ? []
      : [
          {
            address: `${path}#${encodeURIComponent(contents.take(heading).id)}`,
            title: heading.text,
            within: TITLE,
            text,
            weight: 1,
          },
        ],
  );
}
