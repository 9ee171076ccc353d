import { createServer, type IncomingMessage } from "node:http";
import { extname } from "node:path";
import { hostIn, OWN_HOSTS } from "../system/own-hosts.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
const WORDS = "text/plain; charset=utf-8";

type Files = ReadonlyMap<string, string | Uint8Array>;

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly content: string | Uint8Array;
}

/**
 * Serves files on this machine alone, as long as the program runs. A site that leads its own name to this machine reads nothing.
 * @param hosts what this machine is called besides, where requests come through another, such as a proxy
 * @returns the address of the first page
 */
export async function serveFiles(files: Files, port: number, hosts: readonly string[] = []): Promise<string> {
  const own = new Set([...OWN_HOSTS, ...hosts]);
  const server = createServer((request, response) => {
    const { status, type = WORDS, content } = answerTo(request, files, own);
    response.writeHead(status, {
      "Content-Type": type,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      ...(status === 405 && { Allow: "GET, HEAD" }),
    });
    response.end(content);
  });
  await new Promise<void>((ready, failed) => {
    // Once it serves, an error is that of a connection that could not be taken: its browser asks again.
    server.on("error", failed);
    server.listen(port, "127.0.0.1", ready);
  });
  return `http://127.0.0.1:${port}/`;
}

function answerTo({ method, url = "", headers }: IncomingMessage, files: Files, own: Set<string>): Answer {
  const host = `http://${headers.host ?? ""}`;
  const address = url.startsWith("/") ? host + url : url;
  if (![host, address].every((one) => own.has(hostIn(one) ?? "")))
    return {
      status: 421,
      content:
        "These pages are read on the machine that serves them, at the address that was printed. " +
        "Where they come through another machine: start --host NAME, with the name in this address.",
    };
  if (method !== "GET" && method !== "HEAD")
    return { status: 405, content: "Pages are only read here: GET and HEAD." };
  const name = nameIn(address);
  if (name === undefined) return { status: 400, content: "This is not the address of a page." };
  const content = files.get(name);
  if (content === undefined) return { status: 404, content: "There is no such page." };
  return { status: 200, type: TYPES[extname(name)] ?? WORDS, content };
}

function nameIn(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address).pathname).slice(1) || "index.html";
  } catch {
    return undefined;
  }
}
