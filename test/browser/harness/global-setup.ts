import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { serveBrowser } from "./browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the Chromium that all files share. */
    readonly chromium: string;
    /** A folder for what outlives a file; it goes after the last of them. */
    readonly place: string;
  }
}

/** Before the first file of tests: one Chromium for all of them. @returns ends it after the last */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await serveBrowser();
  const place = mkdtempSync(join(tmpdir(), "fall-line-browser-"));
  provide("chromium", server.wsEndpoint());
  provide("place", place);
  return async () => {
    await server.close();
    rmSync(place, { recursive: true, force: true, maxRetries: 10 });
  };
}
