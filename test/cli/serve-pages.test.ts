import { once } from "node:events";
import http, { type Server } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Command } from "../../src/cli/command.ts";
import { servePages } from "../../src/cli/serve-pages.ts";
import { NoPython } from "../../src/jupyter/python.js";
import { typedIn } from "./session.ts";
import { standIn } from "./stand-in.ts";

const project = standIn();
afterAll(() => project.end());
const why = new NoPython("There is no Python 3.10 or newer", "Install one.");

const servers: Server[] = [];
const programs = join(project.callerDir, "programs");
const opened = join(programs, "opened");
beforeEach(() => {
  const create = http.createServer;
  vi.spyOn(http, "createServer").mockImplementation(((answer: never) => {
    const server = create(answer);
    servers.push(server);
    return server;
  }) as typeof http.createServer);
  syncBuiltinESMExports();
  mkdirSync(programs, { recursive: true });
  for (const name of ["xdg-open", "open"])
    writeFileSync(join(programs, name), `#!/bin/sh\necho "$1" >> "${opened}"\n`, { mode: 0o755 });
  writeFileSync(opened, "");
  vi.stubEnv("PATH", `${programs}:${process.env["PATH"]!}`);
  vi.stubEnv("DISPLAY", ":7");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  syncBuiltinESMExports();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** What is said until the address has been told, and what others are told. */
async function served(...line: string[]) {
  const said: string[] = [];
  const told: object[] = [];
  const stops: object[] = [];
  const pages: Command = (invocation, session) => {
    stops.push(session.stop);
    return servePages(invocation, session, why);
  };
  await new Promise<void>((ready, failed) => {
    const heard = (text: string): void => {
      said.push(text);
      if (text.includes("Ctrl-C")) setImmediate(ready);
    };
    const serving = { tell: (about: object) => told.push(about), release: () => undefined };
    typedIn({ ...project, serving, heard }, pages, "start", ...line).catch(failed);
  });
  return { said, told, stop: stops[0], url: /\*(http:[^*]+)\*/.exec(said.join("\n"))![1]! };
}

test("where there is no Python the lessons are served as pages, and why is said, with the cure", async () => {
  const { said, told, stop, url } = await served();
  expect(said).toEqual([
    "There is no Python 3.10 or newer: the lessons open as pages of your browser instead, which runs their cells and keeps what you write.",
    `\nThe lessons are at *${url}*`,
    "To have them in JupyterLab: Install one.\nCtrl-C ends it.",
  ]);
  expect(told).toEqual([{ url, dir: "the lessons as pages" }]);
  expect(stop).toEqual({ code: 0, farewell: "The pages are no longer served." });
  const map = await (await fetch(url)).text();
  expect(map).toContain("11-waves.html");
  const page = await (await fetch(`${url}11-waves.html`)).text();
  expect(page).toContain("Long words.");
  expect(page).toContain("What the cells of this lesson show comes when you run them");
  await expect.poll(() => readFileSync(opened, "utf8")).toBe(`${url}\n`);
});

test("on a port and by names that were asked for, without a browser; a port that is taken is told, and what is no name of a host", async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, "127.0.0.1", listening));
  const port = String((taken.address() as { port: number }).port);
  await expect(served("--port", port)).rejects.toThrow(`Port ${port} is taken`);
  await new Promise((closed) => taken.close(closed));
  for (const name of ["http://lessons.example", "lessons.example:8888", "lessons.example/", "a b"])
    await expect(served("--host", name)).rejects.toThrow(
      `--host must be the name of a host alone, got ${name}`,
    );
  const names = ["--host", "lessons.example", "--host", "Other.example"];
  const { url } = await served("--port", port, "--no-browser", ...names);
  expect(url).toBe(`http://127.0.0.1:${port}/`);
  expect(readFileSync(opened, "utf8")).toBe("");
  for (const [host, status] of [
    ["lessons.example", 200],
    ["other.example:80", 200],
    ["elsewhere.example", 421],
  ] as const) {
    const [answer] = (await once(http.get(url, { headers: { host } }), "response")) as [http.IncomingMessage];
    expect([host, answer.resume().statusCode]).toEqual([host, status]);
  }
});
