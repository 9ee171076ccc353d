import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSources } from "../../../../src/cli/build/sources.ts";
import { type LibrarySources, Sources } from "../../../../src/kernel/core/compiler/sources.ts";
import { platform } from "../../../../src/kernel/core/platform.ts";
import { runOnNode } from "../../../../src/kernel/node/platform.ts";

const place = mkdtempSync(join(tmpdir(), "fall-line-sources-"));
const write = (name: string, text: string) => writeFileSync(join(place, name), text);
const path = join(place, "sources.json");

beforeAll(async () => {
  write("index.ts", 'export * from "./rules.ts";\nexport { made as ball, type Kind } from "./other.ts";\n');
  write("rules.ts", "const hidden = 1;\n/** Goes down. */\nexport const down = () => hidden;\n");
  write(
    "other.ts",
    "export type Kind = 1;\nexport class unseen {}\nexport function made() {\n  return 2;\n}\n",
  );
  write("mine.ts", "// Doubles.\nexport const twice = (x: number) => 2 * x;\n");
  await buildSources(join(place, "index.ts"), path);
});
afterAll(() => {
  runOnNode();
  rmSync(place, { recursive: true });
});

const library: LibrarySources = {
  down: { file: "rules.ts", text: "/** Goes down. */\nexport const down = () => hidden;" },
  ball: { file: "other.ts", text: "export function made() {\n  return 2;\n}" },
  Kind: { file: "other.ts", text: "export type Kind = 1;" },
};

test("of each name that the library exports the declaration is kept, with its comment and its file", async () => {
  const { default: kept } = (await import(path, { with: { type: "json" } })) as { default: unknown };
  expect(kept).toEqual(library);
});

describe("how a name was declared", () => {
  /** Told by a session in whose latest cell `name` was declared. */
  function told(cell: string, name: string, asked = name, sources = path) {
    runOnNode();
    platform.folder = () => place;
    const known = new Sources({ code: "", types: "", sources });
    if (name !== "") known.take(name, cell, 7);
    return known.of(asked);
  }
  const down = `rules.ts:\n${library["down"]!.text}`;
  const twice = "./mine:\n// Doubles.\nexport const twice = (x: number) => 2 * x;";

  test.each<[what: string, cell: string, name: string, asked: string, told: string | undefined]>([
    ["in a cell", "// Mine.\nlet a = 1;\nlet b = 2;", "a", "a", "cell 7:\n// Mine.\nlet a = 1;"],
    ["in the library", 'import { down } from "fall-line";', "down", "down", down],
    ["in the library, by another name", 'import { down as d } from "fall-line"; d();', "d", "d", down],
    ["in the library, which no cell has imported", "", "", "down", down],
    ["in the library as a whole", 'import * as all from "fall-line";', "all", "all.down", down],
    ["in the library, by its one name", 'import all from "fall-line";', "all", "all.down", down],
    [
      "in a cell, where the library has the name too",
      "const down = 1;",
      "down",
      "down",
      "cell 7:\nconst down = 1;",
    ],
    ["in a file beside the notebook", 'import { twice } from "./mine";', "twice", "twice", twice],
    [
      "in a package",
      'import { sum } from "package";',
      "sum",
      "sum",
      'cell 7:\nimport { sum } from "package";',
    ],
    ["a property of a value", "const o = { a: 1 };", "o", "o.a", undefined],
    ["a name that nobody knows", "", "", "toString", undefined],
  ])("%s", (_, cell, name, asked, expected) => {
    expect(told(cell, name, asked)).toBe(expected);
  });

  test("in the library, where its sources are not there", () => {
    expect(told("", "", "down", join(place, "nowhere.json"))).toBeUndefined();
    const cell = 'import { down } from "fall-line";';
    expect(told(cell, "down", "down", join(place, "nowhere.json"))).toBe(`cell 7:\n${cell}`);
  });
});
