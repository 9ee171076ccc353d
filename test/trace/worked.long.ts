import { test } from "vitest";
import { expectToClose, ruled } from "./closing.ts";

test.each(ruled.map((rule) => [rule.id, rule] as const))(
  "every row of %s closes with a pencil, in 200 random steps",
  (_, rule) => expectToClose(rule, 20),
);
