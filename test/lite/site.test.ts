import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OVERRIDES, PAGE_CONFIG } from "../../src/jupyter/settings.ts";
import { makeLiteSite } from "../../src/lite/site.ts";

const folder = mkdtempSync(join(tmpdir(), "fall-line-lite-"));
const place = join(folder, ".fall-line", "lite");
const parts = {
  projectDir: folder,
  python: join(folder, "python"),
  notebooks: join(folder, "notebooks"),
  library: join(folder, "course", "mine.js"),
};

function put(name: string, text = name): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
/** What stands for Python: a script of the shell. */
const python = (script: string): void =>
  writeFileSync(parts.python, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
const read = (...path: string[]): string => readFileSync(join(place, ...path), "utf8");
const json = (name: string): unknown => JSON.parse(read(name));

beforeAll(() => {
  for (const name of [
    "labextension/package.json",
    "labextension/static/a.js",
    "lite/package.json",
    "lite/static/b.js",
    "page-kernel.js",
  ])
    // prettier-ignore
    put(`dist/${name}`);
  for (const name of ["course/mine.js", "course/mine.d.ts", "notebooks/01-a.ipynb"]) put(name);
  put("course/former-names.json", '{"old/a":"new/a"}');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a site of JupyterLite", () => {
  beforeAll(async () => {
    put(".fall-line/lite/of-before");
    python(`pwd > "${folder}/where"; echo "$@" > "${folder}/given"; env > "${folder}/env"`);
    await makeLiteSite(parts, join(folder, "out"));
  });

  test("is built by JupyterLite in a folder that holds nothing of before", () => {
    expect(readFileSync(join(folder, "given"), "utf8")).toBe("-m jupyterlite_core build\n");
    expect(readFileSync(join(folder, "where"), "utf8").trim()).toMatch(/\.fall-line\/lite$/);
    expect(readFileSync(join(folder, "env"), "utf8")).toContain(`JUPYTER_PATH=${folder}`);
    expect(existsSync(join(place, "of-before"))).toBe(false);
  });

  test("has the front end with the lessons, and the kernel with what its cells import", () => {
    const inKernel = (name: string): string => read("extensions", "fall-line-lite", name);
    expect(read("extensions", "fall-line", "static", "a.js")).toBe("dist/labextension/static/a.js");
    expect(read("extensions", "fall-line", "static", "lessons", "01-a.ipynb")).toBe("notebooks/01-a.ipynb");
    expect(inKernel("package.json")).toBe("dist/lite/package.json");
    expect(inKernel("static/b.js")).toBe("dist/lite/static/b.js");
    expect(inKernel("static/page-kernel.js")).toBe("dist/page-kernel.js");
    expect(inKernel("static/index.js")).toBe("course/mine.js");
    expect(inKernel("static/index.d.ts")).toBe("course/mine.d.ts");
    expect(JSON.parse(inKernel("static/former-names.json"))).toEqual({ "old/a": "new/a" });
  });

  test("says where it is to lie, what is in it, and how JupyterLab is to look", () => {
    expect(json("jupyter_lite_config.json")).toEqual({
      LiteBuildConfig: {
        apps: ["lab"],
        cache_dir: join(place, "cache"),
        contents: [parts.notebooks],
        federated_extensions: [
          join(place, "extensions", "fall-line"),
          join(place, "extensions", "fall-line-lite"),
        ],
        ignore_sys_prefix: ["federated_extensions"],
        no_sourcemaps: true,
        output_dir: join(folder, "out"),
      },
    });
    expect(json("jupyter-lite.json")).toEqual({
      "jupyter-lite-schema-version": 0,
      "jupyter-config-data": { appName: "fall-line", ...PAGE_CONFIG },
    });
    expect(json("overrides.json")).toEqual(OVERRIDES);
  });

  test("that cannot be made says why, and where all of it stands", async () => {
    python("echo the reason; exit 2");
    const log = join(folder, ".fall-line", "logs", "lite.log");
    await expect(makeLiteSite(parts, join(folder, "out"))).rejects.toMatchObject({
      message: "JupyterLite could not make the site",
      cure: `Its whole output is in ${log}.`,
      detail: expect.stringContaining("the reason") as string,
    });
    expect(readFileSync(log, "utf8")).toContain("the reason");
  });
});
