import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rules } from "fall-line";

const file = fileURLToPath(new URL("traces.json", import.meta.url));
const runs = JSON.parse(readFileSync(file, "utf8")) as readonly { readonly rule: string }[];

test.each(rules.map(({ id }) => id))("there are runs of %s", (id) => {
  const count = runs.filter(({ rule }) => rule === id).length;
  expect(count, `make some of ${id}, as test/oracle/README.md says`).toBeGreaterThan(5);
});
