import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

export interface Served {
  /** Ends with a slash. */
  readonly address: string;
  close(): void;
}

/** A plain static server of a folder. @param policy is sent with each page */
export async function serveFolder(root: string, policy?: string): Promise<Served> {
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://here").pathname).replace(/\/$/, "/index.html");
    try {
      const content = readFileSync(join(root, path));
      response.setHeader("Content-Type", TYPES[extname(path)] ?? "text/plain");
      if (policy !== undefined) response.setHeader("Content-Security-Policy", policy);
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
