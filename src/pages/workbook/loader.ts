import { KERNEL_CALL, type KernelParts, type Part, partId } from "./data.ts";

/** Told how much of a file has come, in characters. */
export type Came = (characters: number) => void;

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

/** What the kernel is made of. In a page from the disk, which may not read files, it is loaded as a script. */
export async function loadKernel(came: Came): Promise<KernelParts> {
  const inPage = document.getElementById(partId("kernel"));
  if (inPage !== null) return readCall(inPage.textContent);
  const address = addressOf("kernel");
  if (location.protocol !== "file:") return readCall(await fetchText(address, came));
  const parts = new Promise<KernelParts>((resolve) =>
    Object.assign(window, { [KERNEL_CALL]: (given: KernelParts) => resolve(given) }),
  );
  await runScript({ src: address });
  return parts;
}

/** Runs the script of the editor. */
export async function loadEditor(): Promise<void> {
  const inPage = document.getElementById(partId("editor"));
  await runScript(
    inPage === null ? { src: addressOf("editor") } : { text: JSON.parse(inPage.textContent) as string },
  );
}

/** It lies beside the script of the page. */
function addressOf(part: Part): string {
  return new URL(`${part}.js`, here).href;
}

/** `fallLineKernel({...})` without running it. */
function readCall(text: string): KernelParts {
  return JSON.parse(text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"))) as KernelParts;
}

async function fetchText(address: string, came: Came): Promise<string> {
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error(`the site answers ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += piece.value;
    came(text.length);
  }
  return text;
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
