import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { contained } from "../../src/grading/contained.ts";
import { privateSeeds } from "../../src/grading/secret.ts";

const place = mkdtempSync(join(tmpdir(), "secret-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("seeds that no student can know", () => {
  it("are three, and the same for the same words, whatever the project", () => {
    const seeds = privateSeeds(place, "grey");
    expect(seeds).toHaveLength(3);
    expect(new Set(seeds).size).toBe(3);
    for (const seed of seeds) expect(seed).toBeGreaterThanOrEqual(3);
    expect(privateSeeds(join(place, "other"), "grey")).toEqual(seeds);
    expect(privateSeeds(place, "green")).not.toEqual(seeds);
    expect(readdirSync(place)).toEqual([]);
  });

  it("come without words from a secret that is drawn once, and that only its owner may read", () => {
    const [project, other] = [join(place, "one"), join(place, "two")];
    const seeds = privateSeeds(project, undefined);
    expect(privateSeeds(project, undefined)).toEqual(seeds);
    expect(privateSeeds(other, undefined)).not.toEqual(seeds);
    const secret = join(project, ".fall-line", "grading-secret");
    expect(readFileSync(secret, "utf8")).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(privateSeeds(place, readFileSync(secret, "utf8"))).toEqual(seeds);
  });
});

it("a student's program runs without network, other processes or anybody's files, and may write only what is gone with it", () => {
  const command = contained(["node", "run.js"], {
    readable: ["/work/a"],
    environment: { A: "1", HOME: "/root" },
  });
  const at = (name: string): number => command.indexOf(name);
  expect(command.slice(0, 5)).toEqual([
    "bwrap",
    "--unshare-all",
    "--die-with-parent",
    "--new-session",
    "--clearenv",
  ]);
  const given = command.flatMap((word, i) =>
    word === "--setenv" ? [`${command[i + 1]!}=${command[i + 2]!}`] : [],
  );
  expect(given).toEqual(["A=1", "HOME=/tmp", "PATH=/usr/bin:/bin"]);
  const bound = command.flatMap((word, i) =>
    /^--(ro-)?bind/.test(word) ? [[word, command[i + 1], command[i + 2]]] : [],
  );
  expect(bound).toEqual(
    ["/usr", "/bin", "/lib", "/lib64", "/etc/alternatives", "/etc/ld.so.cache", "/work/a"].map((path) => [
      "--ro-bind-try",
      path,
      path,
    ]),
  );
  expect(command.slice(at("--size"), at("--size") + 4)).toEqual(["--size", "268435456", "--tmpfs", "/tmp"]);
  // What is bound below the home is bound after it.
  expect(at("--tmpfs")).toBeLessThan(at("--ro-bind-try"));
  expect(command.slice(at("--chdir"))).toEqual([
    "--chdir",
    "/tmp",
    "/bin/sh",
    "-c",
    'ulimit -c 0 -u 500; exec "$@"',
    "sh",
    "node",
    "run.js",
  ]);
});
