import { addressOf, runPart, textInPage } from "../page/parts.ts";
import { KERNEL_CALL, type KernelParts } from "./data.ts";

/** Told how much of a file has come, in characters. */
export type Came = (characters: number) => void;

/** What the kernel is made of. In a page from the disk, which may not read files, it is loaded as a script. */
export async function loadKernel(came: Came): Promise<KernelParts> {
  const inPage = await textInPage("kernel");
  if (inPage !== undefined) return readCall(inPage);
  if (location.protocol !== "file:") return readCall(await fetchText(addressOf("kernel"), came));
  const parts = new Promise<KernelParts>((resolve) =>
    Object.assign(window, { [KERNEL_CALL]: (given: KernelParts) => resolve(given) }),
  );
  await runPart("kernel");
  return parts;
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
