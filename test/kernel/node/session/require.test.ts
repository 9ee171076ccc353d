import { expect, test } from "vitest";
import { cellRequire } from "../../../../src/kernel/node/session/require.ts";

const notebook = "/work/notebook.ts";
const module = { a: 1 };
const modules = {
  requireOf: (file: string) => Object.assign((id: string) => [file, id], { resolve: "as Node's" }),
  import: (id: string, file: string) =>
    id === "./own" && file === notebook ? Promise.resolve(module) : Promise.reject(new Error("none")),
  ready: (ids: readonly string[], file: string) => Promise.resolve([ids, file]),
  metaOf: (file: string) => ({ filename: file }),
};
const called = {
  guard: { wait: () => "wait", each: () => "each" },
  disposables: { use: () => "use" },
  stacks: { throwing: () => "throwing" },
};

test("`require` of cells speaks for a notebook in the folder, and carries what cells call", async () => {
  const own = "./own";
  const require = cellRequire(notebook, modules as never, called as never);
  expect(require(own)).toEqual([notebook, own]);
  expect([require.resolve, require.meta]).toEqual(["as Node's", { filename: notebook }]);
  expect(await require.load(own)).toEqual({ a: 1, default: module });
  await expect(require.load("./none")).rejects.toThrow("none");
  await expect(require.ready(["./own"])).resolves.toEqual([["./own"], notebook]);
  expect(require.default({ __esModule: true, default: 4 })).toBe(4);
  expect(require.wait(Promise.resolve(1))).toBe("wait");
});
