import { type Part, partId } from "./part-names.ts";

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

/** A part lies beside the script of the page. */
export function addressOf(part: Part): string {
  return new URL(`${part}.js`, here).href;
}

/** The text of a part that lies in the page itself. */
export function textInPage(part: Part): string | undefined {
  return document.getElementById(partId(part))?.textContent;
}

/** Runs the script of a part. */
export function runPart(part: Part): Promise<void> {
  const text = textInPage(part);
  return runScript(text === undefined ? { src: addressOf(part) } : { text: JSON.parse(text) as string });
}

function runScript(how: { readonly src: string } | { readonly text: string }): Promise<void> {
  const script = document.createElement("script");
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("a file of the site could not be loaded"));
    Object.assign(script, how);
    document.head.append(script);
    // A script whose text stands in it has run.
    if ("text" in how) resolve();
  });
}
