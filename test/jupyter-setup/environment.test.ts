import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { jupyterEnvironment } from "../../src/jupyter/environment.ts";

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
      },
    });
    expect(environment).toMatchObject({ PATH: "/bin", HTTPS_PROXY: "http://proxy" });
    expect(Object.values(environment).filter((value) => value.includes("elsewhere"))).toEqual([]);
  });
});
