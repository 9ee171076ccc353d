import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { whyNotBegun } from "../../../../src/kernel/node/protocol/endings.ts";

const kernelDir = mkdtempSync(join(tmpdir(), "fall-line-endings-"));
writeFileSync(join(kernelDir, "session.js"), "");
afterAll(() => rmSync(kernelDir, { recursive: true, force: true }));

const end = { code: 1, how: "unexpected", began: false, said: "" } as const;
const here = { folder: kernelDir, kernelDir };

test.each([
  [
    "its folder is gone",
    end,
    { ...here, folder: "/nowhere/at/all" },
    "the folder of the notebook is gone (/nowhere/at/all)",
  ],
  [
    "its folder was gone before",
    end,
    { ...here, folder: undefined },
    "the folder of the notebook is gone; put it back",
  ],
  [
    "the kernel is gone",
    end,
    { ...here, kernelDir: "/nowhere" },
    "the kernel's own files are gone (/nowhere); set it up again",
  ],
  [
    "memory ran out",
    { ...end, how: "memory" },
    here,
    "the machine has too little memory left; close other notebooks",
  ],
  [
    "it was killed",
    { ...end, how: "killed" },
    here,
    "another program, or the system, has ended it as it started",
  ],
  [
    "Node says why",
    { ...end, said: "node:internal\n  throw x\n\nTypeError: no such thing\n  at a" },
    here,
    "TypeError: no such thing; restart",
  ],
  [
    "Node refuses",
    { ...end, code: 9, said: "node: bad option: --new" },
    here,
    "node: bad option: --new; restart",
  ],
  ["Node says nothing", { ...end, code: 9 }, here, `Node ${process.version} has ended with code 9; restart`],
] as const)("a session that did not begin, as %s, says so and the cure", (_, how, where, words) => {
  const told = whyNotBegun(how, where);
  expect(told).toContain(`the session could not begin: ${words}`);
  expect(told).toContain("restart the kernel (Kernel > Restart Kernel)");
});
