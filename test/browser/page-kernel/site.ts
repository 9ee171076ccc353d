import { createReadStream } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const projectDir = resolve(import.meta.dirname, "../../..");
const dist = join(projectDir, "dist");

/** What each file of the site is, and where it lies. */
const FILES: Readonly<Record<string, string>> = {
  "page-kernel.js": "page-kernel.js",
  "library.js": "index.js",
  "library.d.ts": "index.d.ts",
  "former-names.json": "former-names.json",
};

const CSP =
  "default-src 'none'; script-src 'self' 'unsafe-eval' blob:; worker-src 'self'; connect-src 'self' blob:; img-src 'self'";

/** A plain static server with a strict policy: nothing but these files, and no header that a kernel would need. */
export async function serveSite(source?: string): Promise<{ address: string; close: () => void }> {
  const script = await pageScript(source);
  const server = createServer(({ url = "/" }, response) => {
    const name = url.slice(1);
    response.setHeader("Content-Security-Policy", CSP);
    if (name === "" || name === "page.js") {
      response.setHeader("Content-Type", name === "" ? "text/html" : "text/javascript");
      response.end(name === "" ? PAGE : script);
    } else if (Object.hasOwn(FILES, name)) {
      response.setHeader("Content-Type", name.endsWith(".js") ? "text/javascript" : "text/plain");
      createReadStream(join(dist, FILES[name]!)).pipe(response);
    } else response.writeHead(name === "favicon.ico" ? 204 : 404).end();
  });
  await listening(server);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>A page with a kernel</title><script type="module" src="page.js"></script>';

/** What a page runs: by default what tests ask of it. */
export async function pageScript(source?: string): Promise<string> {
  const { outputFiles } = await build({
    ...(source === undefined
      ? { entryPoints: [join(import.meta.dirname, "on-page.ts")] }
      : { stdin: { contents: source, loader: "ts", resolveDir: projectDir } }),
    write: false,
    bundle: true,
    format: "esm",
    target: "es2022",
    define: { FALL_LINE_VERSION: '"test"' },
  });
  return outputFiles[0]!.text;
}

function listening(server: Server): Promise<void> {
  return new Promise((ready) => server.listen(0, "127.0.0.1", ready));
}
