import { describe, expect, test } from "vitest";
import { sharedModule, type SharedScope } from "../../src/frontend/jupyter.ts";

const version = (name: string, loaded?: boolean) => ({
  ...(loaded !== undefined && { loaded }),
  get: () => Promise.resolve(() => name),
});
const scope = (versions: Record<string, ReturnType<typeof version>>): SharedScope => ({
  "@lumino/widgets": versions,
});

describe("the page's own copy of a shared module", () => {
  test.each<[string, SharedScope, string]>([
    ["is the one that is loaded", scope({ "1": version("old"), "2": version("new", true) }), "new"],
    ["is the first where none is", scope({ "1": version("old"), "2": version("new", false) }), "old"],
  ])("%s", async (_, shared, name) => {
    expect(await sharedModule(shared, "@lumino/widgets")).toBe(name);
  });

  test("is missed by its name", async () => {
    await expect(sharedModule({}, "@lumino/widgets")).rejects.toThrow(
      "this page does not share @lumino/widgets",
    );
    await expect(sharedModule(scope({}), "@lumino/widgets")).rejects.toThrow("does not share");
  });
});
