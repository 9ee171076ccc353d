import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { Builder, type WebDriver } from "selenium-webdriver";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { findWebKit } from "../../suite/webkit.ts";

/** A browser of WebKit's, and its end. */
export interface DrivenWebKit {
  readonly driver: WebDriver;
  close(): Promise<void>;
}

/** Starts the browser of WebKitGTK on a display of its own. */
export async function launchWebKit(): Promise<DrivenWebKit> {
  const found = findWebKit();
  if (found === undefined) throw new Error("this test needs WebKitGTK; npm run test:long installs it");
  // It tells the number of its display, the first that is free, as a line.
  const display = spawn(found.display, ["-displayfd", "3", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = (await once(display.stdio[3] as Readable, "data")) as [Buffer];
  const service = new DriverService.Builder(found.driver)
    .setLoopback(true)
    .setEnvironment({ ...(process.env as Record<string, string>), DISPLAY: `:${number.toString().trim()}` })
    .build();
  const driver = await new Builder()
    .usingServer(await service.start())
    .withCapabilities({ browserName: "MiniBrowser" })
    .build();
  // A lesson may take its time.
  await driver.manage().setTimeouts({ script: 600_000 });
  return {
    driver,
    async close() {
      await driver.quit();
      await service.kill();
      display.kill();
    },
  };
}
