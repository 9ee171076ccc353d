/** Needs bubblewrap, as --whole-notebook does. */
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { run } from "../../src/system/process.js";

const projectDir = join(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "grading-whole-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Lays a student's notebook. */
function lay(student: string, sources: readonly string[]): void {
  const folder = join(place, "submissions", student);
  mkdirSync(folder, { recursive: true });
  const cells = sources.map((source, i) => ({ cell_type: "code", id: `c${i}`, source, metadata: {}, outputs: [], execution_count: null })); // prettier-ignore
  writeFileSync(
    join(folder, "free.ipynb"),
    JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }),
  );
}

const telling = (what: string): string => `try { ${what} } catch (e) { console.log((e as Error).message) }`;

it("runs free work for a teacher to read, and lets it reach nothing", async () => {
  const key = join(place, "key.txt");
  writeFileSync(key, "the teacher's key");
  const server = createServer((_, answer) => answer.end("reached")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  lay("ada", [
    'import { descend, landscape, momentum, ravine } from "fall-line";\nlandscape([descend(ravine, momentum, { steps: 50 })])',
    "6 * 7",
  ]);
  lay("eve", [
    'const fs = require("node:fs");',
    telling(`console.log(fs.readFileSync(${JSON.stringify(key)}, "utf8"))`),
    telling(`fs.writeFileSync(${JSON.stringify(join(projectDir, "dist", "index.js"))}, "")`),
    telling(`console.log(await (await fetch("http://127.0.0.1:${port}")).text())`),
    `console.log(fs.readdirSync("/proc").filter((name: string) => /^\\d+$/.test(name)).length < 20)`,
    "process.exit(0)",
  ]);
  const pages = join(place, "pages");
  const out = join(place, "grades.csv");
  const { code, output } = await run(process.execPath, [
    join(projectDir, "src/cli/bootstrap.cjs"),
    ...["grade", join(place, "submissions"), "--out", out, "--html", pages, "--whole-notebook"],
  ]);
  expect(code, output).toBe(0);
  server.close();
  const page = (student: string): string => readFileSync(join(pages, `${student}.html`), "utf8");
  expect(page("ada")).toMatch(/<img src="data:image\/svg\+xml,/);
  expect(page("ada")).toContain(`<pre class="printed">42</pre>`);
  const eve = page("eve");
  expect(eve).not.toContain("the teacher&#39;s key");
  expect(eve).toContain("no such file or directory");
  expect(eve).toContain("read-only file system");
  expect(eve).toContain("fetch failed");
  expect(eve).not.toContain("reached</pre>");
  expect(eve).toContain(`<pre class="printed">true`);
  expect(readFileSync(join(projectDir, "dist", "index.js"), "utf8")).not.toBe("");
});
