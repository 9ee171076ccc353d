import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as http from "node:http";

const servers: http.Server[] = [];
vi.mock("node:http", async (original) => {
  const real = await original<typeof http>();
  return {
    ...real,
    createServer: (...given: Parameters<typeof http.createServer>) => {
      const server = real.createServer(...given);
      servers.push(server);
      return server;
    },
  };
});

describe("serveFiles(files, port)", () => {
  let address = "";
  let serveFiles: (typeof import("../../src/pages/serve.ts"))["serveFiles"];
  beforeAll(async () => {
    // Other tests of this worker have loaded the file with the real node:http: by another address it is loaded again.
    const again: string = "../../src/pages/serve.ts?watched";
    ({ serveFiles } = (await import(again)) as typeof import("../../src/pages/serve.ts"));
    const names = ["index.html", "a.js", "b.css", "c.png", "d.woff2", "sub/e.txt"];
    await serveFiles(new Map(names.map((name) => [name, `this is ${name}`])), 0, ["lessons.example"]);
    address = `http://127.0.0.1:${(servers[0]!.address() as { port: number }).port}/`;
  });
  afterAll(() => servers.forEach((server) => server.close()));

  test.each([
    ["", "index.html", "text/html; charset=utf-8"],
    ["index.html?x=1", "index.html", "text/html; charset=utf-8"],
    ["a.js", "a.js", "text/javascript; charset=utf-8"],
    ["b.css", "b.css", "text/css; charset=utf-8"],
    ["c.png", "c.png", "image/png"],
    ["d.woff2", "d.woff2", "font/woff2"],
    ["sub/e.txt", "sub/e.txt", "text/plain; charset=utf-8"],
  ])("gives /%s as what it is, and has it asked for each time", async (path, name, type) => {
    const response = await fetch(address + path);
    expect([response.status, await response.text()]).toEqual([200, `this is ${name}`]);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  test("says of any other that there is none, and reads no file of the machine", async () => {
    for (const path of ["gone.html", "sub/", "../package.json", "%2e%2e/package.json"]) {
      const response = await fetch(address + path);
      expect([response.status, await response.text()]).toEqual([404, "There is no such page."]);
    }
  });

  /** What comes back for lines that no browser may write, until the connection is closed. */
  async function answered(...lines: string[]): Promise<string> {
    const { port } = servers[0]!.address() as { port: number };
    const socket = connect(port, "127.0.0.1");
    socket.end(lines.join("\r\n") + "\r\n\r\n");
    let text = "";
    for await (const part of socket) text += String(part);
    return text;
  }
  const own = "Host: localhost";
  const last = "Connection: close";

  test.each<[status: number, ...lines: string[]]>([
    [404, "GET // HTTP/1.1", own, last],
    [404, "GET //index.html HTTP/1.1", own, last],
    [404, "GET /%00 HTTP/1.1", own, last],
    [404, "GET /..%2f..%2fpackage.json HTTP/1.1", own, last],
    [400, "GET /%E0%A4%A HTTP/1.1", own, last],
    [200, "GET http://localhost/index.html HTTP/1.1", own, last],
    [421, "GET http://elsewhere.example/ HTTP/1.1", own, last],
    [421, "GET http:// HTTP/1.1", own, last],
    [421, "GET / HTTP/1.1", "Host: elsewhere.example", last],
    [421, "GET / HTTP/1.1", "Host: localhost.elsewhere.example:8888", last],
    [421, "GET / HTTP/1.1", "Host: http://", last],
    [421, "GET / HTTP/1.1", "Host: ", last],
    [421, "GET / HTTP/1.0"],
    [200, "GET / HTTP/1.1", "Host: [::1]:8888", last],
    [200, "GET / HTTP/1.1", "Host: LOCALHOST:80", last],
    [200, "GET / HTTP/1.1", "Host: lessons.example", last],
    [200, "HEAD / HTTP/1.1", own, last],
    [200, "GET / HTTP/1.1", own, "Connection: Upgrade", "Upgrade: websocket"],
    [405, "POST / HTTP/1.1", own, "Content-Length: 900", last],
    [405, "OPTIONS / HTTP/1.1", own, last],
    [431, "GET / HTTP/1.1", own, `Long: ${"x".repeat(20_000)}`],
    [400, "no request"],
  ])("answers %i to %s, %s, and serves on", async (status, ...lines) => {
    expect(await answered(...lines)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect((await fetch(address)).status).toBe(200);
  });

  test("says what to do where it is called by a name that is not its own", async () => {
    const text = await answered("GET / HTTP/1.1", "Host: elsewhere.example", last);
    expect(text).toContain("start --host NAME");
    expect(text).not.toContain("this is index.html");
  });

  test("fails where the port is taken, and says where it serves: on this machine alone", async () => {
    const { port } = servers[0]!.address() as { port: number };
    await expect(serveFiles(new Map(), port)).rejects.toThrow(/EADDRINUSE/);
    const free = http.createServer().listen(0, "127.0.0.1");
    await once(free, "listening");
    const other = (free.address() as { port: number }).port;
    free.close();
    await once(free, "close");
    expect(await serveFiles(new Map([["index.html", "here"]]), other)).toBe(`http://127.0.0.1:${other}/`);
    expect(await (await fetch(`http://127.0.0.1:${other}/`)).text()).toBe("here");
    expect((servers.at(-1)!.address() as { address: string }).address).toBe("127.0.0.1");
  });
});
