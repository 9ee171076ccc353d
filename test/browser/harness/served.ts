import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A file as it is served. */
export interface Served {
  readonly contentType: string;
  readonly body: string | Buffer;
}

export const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".woff2": "font/woff2",
};

/**
 * Serves files as long as this process lives. Playwright can answer for a server too; what it answers goes through two more
 * processes, which takes them half a second for a script of 4 MB.
 * @param file what is found under a name, if anything
 * @returns the address, which ends with a slash
 */
export async function serve(file: (name: string) => Served | undefined): Promise<string> {
  const server = createServer(({ url = "/" }, response) => {
    // Some browsers ask for it by themselves.
    const isIcon = url.endsWith("/favicon.ico");
    const found = isIcon ? undefined : file(decodeURIComponent(url.slice(1)));
    if (found === undefined) response.writeHead(isIcon ? 204 : 404).end();
    else response.setHeader("Content-Type", found.contentType).end(found.body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
