import { delimiter, join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { jupyterEnvironment, jupyterFolders } from "../../src/jupyter/environment.js";

const project = join(sep, "some where", "fall-line");

describe("the environment of the project's Jupyter", () => {
  it("points every folder that Jupyter reads or writes into the project", () => {
    const environment = jupyterEnvironment(project, { base: {} });
    const folders = [
      "JUPYTER_CONFIG_DIR",
      "JUPYTER_DATA_DIR",
      "JUPYTER_RUNTIME_DIR",
      "JUPYTER_PATH",
      "IPYTHONDIR",
    ];
    for (const name of folders) expect(environment[name]).toContain(join(project, ".fall-line") + sep);
  });

  it("is made from that of this program", () => {
    expect(jupyterEnvironment(project)["PATH"]).toBe(process.env["PATH"]);
  });

  it("keeps the user's environment, but not what leads to other packages or settings", () => {
    const environment = jupyterEnvironment(project, {
      base: {
        PATH: "/bin",
        HTTPS_PROXY: "http://proxy",
        PYTHONPATH: "/elsewhere",
        PYTHONHOME: "/elsewhere",
        PYTHONSTARTUP: "/elsewhere/start.py",
        VIRTUAL_ENV: "/elsewhere",
        JPY_SESSION_NAME: "/elsewhere",
        JUPYTER_CONFIG_PATH: "/elsewhere",
        JUPYTERLAB_DIR: "/elsewhere",
        npm_config_registry: "http://elsewhere",
        INIT_CWD: "/elsewhere",
        Virtual_Env: "/elsewhere",
      },
    });
    expect(environment).toMatchObject({ PATH: "/bin", HTTPS_PROXY: "http://proxy" });
    expect(Object.values(environment).filter((value) => value.includes("elsewhere"))).toEqual([]);
  });
});

describe("a course of one's own", () => {
  it("has its kernels before the project's", () => {
    const { JUPYTER_PATH } = jupyterEnvironment(project, { base: {}, kernels: "/course" });
    expect(JUPYTER_PATH!.split(delimiter)).toEqual(["/course", jupyterFolders(project).path]);
    expect(jupyterEnvironment(project, { base: {} })["JUPYTER_PATH"]).toBe(jupyterFolders(project).path);
  });

  it("has papermill find the kernel, and Python nothing of the user's", () => {
    expect(jupyterEnvironment(project, { base: { EMPTY: undefined } })).toStrictEqual({
      JUPYTER_CONFIG_DIR: join(project, ".fall-line", "jupyter", "config"),
      JUPYTER_DATA_DIR: join(project, ".fall-line", "jupyter", "data"),
      JUPYTER_RUNTIME_DIR: join(project, ".fall-line", "jupyter", "runtime"),
      JUPYTER_PATH: join(project, ".fall-line", "jupyter", "path"),
      IPYTHONDIR: join(project, ".fall-line", "jupyter", "data", "ipython"),
      MPLCONFIGDIR: join(project, ".fall-line", "jupyter", "data", "matplotlib"),
      PYTHONPATH: join(project, "src", "jupyter", "papermill"),
      PYTHONNOUSERSITE: "1",
      PYTHONUTF8: "1",
    });
    expect(jupyterFolders(project).venv).toBe(join(project, ".fall-line", "venv"));
  });
});
