import { type ScriptPart, partId } from "./part-names.ts";

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

/** A part lies beside the script of the page. */
export function addressOf(part: ScriptPart): string {
  return new URL(`${part}.js`, here).href;
}

/** Whether a part lies in the page itself. */
export function isInPage(part: ScriptPart): boolean {
  return document.getElementById(partId(part)) !== null;
}

/** The text of a part that lies in the page itself, where it is packed. */
export async function textInPage(part: ScriptPart): Promise<string | undefined> {
  const packed = document.getElementById(partId(part))?.textContent;
  if (packed === undefined) return undefined;
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Runs the script of a part. */
export async function runPart(part: ScriptPart): Promise<void> {
  const text = await textInPage(part);
  await runScript(text === undefined ? { src: addressOf(part) } : { text });
}

/** What the script of a part leaves under a name. */
export async function leftBy<T>(part: ScriptPart, name: symbol): Promise<T> {
  await runPart(part);
  return (globalThis as unknown as Record<symbol, T>)[name]!;
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
