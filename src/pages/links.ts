/** Whether every link of the pages leads somewhere. */
import { unescapeHtml } from "../escape.ts";

const ATTRIBUTE = /\s(?:href|src)="([^"]*)"/g;
const IDS = /\sid="([^"]*)"/g;

/** An address outside of the pages, or content that lies in the address itself. */
const ELSEWHERE = /^(?:https?:|mailto:|data:)/;

/**
 * The links that lead nowhere, a sentence each. Addresses on the network are not asked for.
 * @param files by path: pages with their HTML, and other files with any text
 * @param found the addresses that the search of the site leads to
 */
export function danglingLinks(files: ReadonlyMap<string, string>, found: readonly string[] = []): string[] {
  const ids = new Map(
    [...files].map(([path, html]) => [path, path.endsWith(".html") ? idsOf(html) : new Set()]),
  );
  const lost = found.filter((address) => !leadsSomewhere(address, "", ids));
  const ofPages = [...files].flatMap(([path, html]) => {
    if (!path.endsWith(".html")) return [];
    const addresses = new Set(
      Array.from(markupOf(html).matchAll(ATTRIBUTE), ([, address]) => unescapeHtml(address!)),
    );
    return [...addresses]
      .filter((address) => !leadsSomewhere(address, path, ids))
      .map((address) => `${path} links to ${address}`);
  });
  return [...ofPages, ...lost.map((address) => `the search leads to ${address}`)];
}

/** After the sign of an anchor: what an explorer of the page is set to. */
const SETTINGS = /^explore=/;

function leadsSomewhere(
  address: string,
  from: string,
  ids: ReadonlyMap<string, ReadonlySet<unknown>>,
): boolean {
  if (ELSEWHERE.test(address)) return true;
  const [path = "", anchor] = address.split("#");
  const target = ids.get(path === "" ? from : path);
  return (
    target !== undefined &&
    (anchor === undefined || SETTINGS.test(anchor) || target.has(decodeURIComponent(anchor)))
  );
}

function idsOf(html: string): Set<string> {
  return new Set(Array.from(markupOf(html).matchAll(IDS), ([, id]) => unescapeHtml(id!)));
}

/** A page without the texts of its scripts and styles, which may look like markup. */
function markupOf(html: string): string {
  return html.replace(/(<(script|style)\b[^>]*>)[^]*?<\/\2>/g, "$1");
}
