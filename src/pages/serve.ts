import { createServer } from "node:http";
import { extname } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** Serves files on this machine alone, as long as the program runs. @returns the address of the first page */
export async function serveFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
  port: number,
): Promise<string> {
  const server = createServer(({ url = "/" }, response) => {
    const path = new URL(url, "http://here").pathname.slice(1);
    const name = path === "" ? "index.html" : path;
    const content = files.get(name);
    if (content === undefined) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such page.");
      return;
    }
    response.setHeader("Content-Type", TYPES[extname(name)] ?? "text/plain; charset=utf-8");
    response.setHeader("Cache-Control", "no-cache");
    response.end(content);
  });
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", ready);
  });
  return `http://127.0.0.1:${port}/`;
}
