import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** The Chromium that all files share. To close it closes what was opened in it by who asked for it, and nothing else. */
export const sharedBrowser = (): Promise<Browser> => chromium.connect(inject("chromium"));
