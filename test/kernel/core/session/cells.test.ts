import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
import { beforeAll, expect, test } from "vitest";
import { type Asked, open, plainLines } from "./session.ts";

let asked: Asked;
beforeAll(async () => {
  asked = await open();
});

test("x", async () => {
  process.stderr.write(
    require("node:util").inspect(await asked.run("const a = [1,2]; a.length"), { depth: 9 }) + "\n",
  );
  process.stderr.write(
    require("node:util").inspect(
      JSON.stringify(
        await asked.ask("execute_request", { code: "a[0]", user_expressions: { x: "a", y: "nope" } }),
        null,
        1,
      ),
      { depth: 9 },
    ) + "\n",
  );
  const r = await asked.ask("execute_request", {
    code: "function f(): number {\n  throw new Error('no');\n}\nf();",
  });
  process.stderr.write(require("node:util").inspect([r, plainLines(r.reply)], { depth: 9 }) + "\n");
  process.stderr.write(
    require("node:util").inspect(
      JSON.stringify(await asked.ask("complete_request", { code: "a.le", cursor_pos: 4 }), null, 1),
      { depth: 9 },
    ) + "\n",
  );
  process.stderr.write(
    require("node:util").inspect(
      JSON.stringify(await asked.ask("inspect_request", { code: "Math.max(1, 2)", cursor_pos: 12 }), null, 1),
      { depth: 9 },
    ) + "\n",
  );
  process.stderr.write(require("node:util").inspect(asked.calls, { depth: 9 }) + "\n");
  expect(1).toBe(1);
});
