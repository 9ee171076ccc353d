import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"; // prettier-ignore
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { register } from "../../src/jupyter/register.ts";

let project = "";
const at = (path: string): string => join(project, path);
function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}
const read = (path: string): string => readFileSync(at(path), "utf8");
const json = (path: string): object => JSON.parse(read(path)) as object;
const JUPYTER = ".fall-line/jupyter";
const KERNEL = `${JUPYTER}/path/kernels/fall-line/kernel.json`;
const EXTENSION = `${JUPYTER}/path/labextensions/fall-line`;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "register-"));
  put("dist/labextension/package.json", "{}");
  put("dist/labextension/static/main.js", "main");
  for (const name of ["02-b.ipynb", "01-a.ipynb"]) put(`notebooks/${name}`, name);
  put("notebooks/README.md", "no lesson");
});
afterEach(() => rmSync(project, { recursive: true }));

/** Every file that there is, with what tells whether it was written. */
const files = (): string[] =>
  readdirSync(at(".fall-line"), { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(at(`.fall-line/${name}`)).isFile())
    .map((name) => `${name} ${statSync(at(`.fall-line/${name}`)).ino}`)
    .sort();

describe("the project's own Jupyter", () => {
  it("has the kernel, run by this Node from where the project is now", async () => {
    await register(project);
    expect(json(KERNEL)).toMatchObject({
      argv: [process.execPath, at("dist/kernel/main.js"), "{connection_file}"],
    });
    expect(json(".fall-line/package.json")).toEqual({ type: "commonjs" });
  });

  it("asks no network and no questions, and lets root in", async () => {
    await register(project);
    for (const app of ["server", "lab"])
      expect(json(`${JUPYTER}/config/jupyter_${app}_config.json`)).toEqual({
        ServerApp: { answer_yes: true, allow_root: true },
        LabApp: {
          news_url: null,
          check_for_updates_class: "jupyterlab.NeverCheckForUpdate",
          extension_manager: "readonly",
        },
        LanguageServerManager: { autodetect: false },
      });
    const labconfig = `${JUPYTER}/config/labconfig`;
    expect(json(`${labconfig}/page_config.json`)).toEqual({
      disabledExtensions: { "@jupyterlab/plotly-extension:factory": true },
    });
    expect(Object.keys(json(`${labconfig}/default_setting_overrides.json`))).toContain(
      "@jupyterlab/notebook-extension:tracker",
    );
  });

  it("has the extension, and in it the lessons in order", async () => {
    await register(project);
    expect(read(`${EXTENSION}/static/main.js`)).toBe("main");
    const lessons = `${EXTENSION}/static/lessons`;
    expect(readdirSync(at(lessons)).sort()).toEqual(["01-a.ipynb", "02-b.ipynb", "index.json"]);
    expect(read(`${lessons}/01-a.ipynb`)).toBe("01-a.ipynb");
    expect(json(`${lessons}/index.json`)).toEqual(["01-a", "02-b"]);
  });

  it("has the lessons of a course of one's own, which lie with its kernel", async () => {
    put("own/01-mine.ipynb", "mine");
    await register(project, { notebooks: at("own"), kernels: at("kernels") });
    expect(json("kernels/labextensions/fall-line/static/lessons/index.json")).toEqual(["01-mine"]);
    expect(existsSync(at(EXTENSION))).toBe(false);
  });

  it("is not touched where it is as it should be, and else put right", async () => {
    await register(project);
    expect(readdirSync(at(".fall-line")).sort()).toEqual(["aside", "jupyter", "package.json"]);
    const first = files();
    await register(project);
    expect(files()).toEqual(first);
    put(KERNEL, "of another Node");
    put("notebooks/02-b.ipynb", "again");
    await register(project);
    expect(json(KERNEL)).toHaveProperty("argv");
    expect(read(`${EXTENSION}/static/lessons/02-b.ipynb`)).toBe("again");
  });
});
