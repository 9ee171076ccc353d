/** How the project's own Jupyter is made and kept, with a stand-in for Python that makes environments of scripts. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ensureLite, ensureVenv, pythonOf } from "../../src/jupyter/venv.js";
import { createProgress } from "../../src/system/progress.js";
import type { UserError } from "../../src/system/user-error.js";

let place = "";
let project = "";
let said = "";
const progress = createProgress({ write: (text) => (said += text) }, {});
const write = (path: string, text: string, mode = 0o644): string => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
  return path;
};
const read = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

/**
 * A Python of a version. It notes what it is asked, makes environments with itself in them, and installs in a way; `settings`
 * are those of its pip, if it has one.
 */
const python = (version: string, installs: string, venv = "yes", settings = "exit 0"): string => `#!/bin/sh
echo "$(basename "$0") $*" | head -1 >> ${join(place, "asked")}
case "$*" in
  *ensurepip*) printf '%s' "$0|${version}|${venv}|no" ;;
  *sys.version*) echo ${version} ;;
  "-m venv --without-pip "*) ;;
  "-m venv "*) ${venv === "yes" ? 'mkdir -p "$3/bin" && cp "$0" "$3/bin/python"' : "echo no ensurepip; exit 1"} ;;
  "-m pip config list") ${settings} ;;
  "-m pip install --target "*) ${UV_BY_PIP} ;;
  "-m pip "*) ${installs} ;;
esac
`;
/** pip as it gets a uv, where there is one to be had. */
const UV_BY_PIP = '[ -f "$(dirname "$0")/../../uv-to-be-had" ] || exit 1';
/** uv as it makes an environment and installs into one. */
const uv = (installs = "exit 0"): string => `#!/bin/sh
echo "uv $*" >> ${join(place, "asked")}
env | grep -E '^(UV_|SSL_|HTTPS_PROXY)' | sort >> ${join(place, "told")}
for last; do :; done
case "$1" in venv) mkdir -p "$last/bin" && cp "$3" "$last/bin/python" ;; pip) ${installs} ;; esac
`;
const use = (version = "3.12.4", installs = "exit 0", venv = "yes", settings = "exit 0"): string =>
  write(join(place, "programs/python3"), python(version, installs, venv, settings), 0o755);

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "venv-"));
  project = join(place, "project");
  said = "";
  for (const file of ["src/jupyter/requirements.txt", "src/lite/requirements.txt", "test/requirements.txt"])
    write(join(project, file), `${file}==1.0\n`);
  use();
  vi.stubEnv("PATH", [join(place, "programs"), "/usr/bin", "/bin"].join(delimiter));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true });
});

const ensure = (tests = false) => ensureVenv(project, tests, progress);
const asked = (): string[] => read(join(place, "asked")).trim().split("\n").filter((line) => !/ -c( |$)|^python3? -m pip config|^uv --version/.test(line)); // prettier-ignore
const venv = (): string => join(project, ".fall-line/venv");
const note = (): Record<string, string> =>
  JSON.parse(read(join(venv(), "fall-line.json"))) as Record<string, string>;
const hashOf = (file: string): string =>
  createHash("sha256")
    .update(readFileSync(join(project, file)))
    .digest("hex");
const installing = (...files: string[]): RegExp =>
  new RegExp(`^python -m pip install .*--no-input.*${files.map((file) => ` -r \\S*/${file}`).join("")}$`);
const JUPYTER = "src/jupyter/requirements.txt";

describe.skipIf(process.platform === "win32")("the project's own Jupyter", () => {
  it("is made aside, moved in, settled where it is, and left so", async () => {
    expect(await ensure()).toBe(pythonOf(venv()));
    const made = asked();
    expect(made).toEqual([
      expect.stringMatching(/^python3 -m venv \S+\/\.fall-line\/aside\/venv-\w+$/),
      expect.stringMatching(installing(JUPYTER)),
      `python3 -m venv --without-pip ${venv()}`,
    ]);
    const { python: own, ...rest } = note();
    expect(rest).toEqual({ place: venv(), version: "3.12.4", requirements: hashOf(JUPYTER) });
    expect(own).toBe(join(place, "programs/python3"));
    expect(read(join(place, "asked"))).toMatch(/^python -c.*\n?/m);
    await ensure();
    expect(asked()).toEqual(made);
    expect(said).toMatch(
      /^Jupyter: installing \.\.\.\nJupyter: uv cannot be had here, so pip installs, .*\nJupyter: done \(.*\)\n$/,
    );
  });

  it.each<[string, () => void, boolean]>([
    ["other requirements", () => void write(join(project, JUPYTER), "jupyterlab==5\n"), true],
    ["a Python that is gone", () => rmSync(pythonOf(venv())), true],
    ["a note that is gone", () => rmSync(join(venv(), "fall-line.json")), true],
    [
      "a Python of another minor version",
      () => void write(pythonOf(venv()), python("3.13.1", ""), 0o755),
      true,
    ],
    [
      "a Python of another major version",
      () => void write(pythonOf(venv()), python("4.12.4", ""), 0o755),
      true,
    ],
    [
      "a newer Python of the same minor version",
      () => void write(pythonOf(venv()), python("3.12.9", ""), 0o755),
      false,
    ],
  ])("with %s is made anew: %#", async (_, change, isAnew) => {
    await ensure();
    write(join(venv(), "mark"), "");
    change();
    await ensure();
    expect(existsSync(join(venv(), "mark"))).toBe(!isAnew);
    expect(note()["requirements"]).toBe(hashOf(JUPYTER));
  });

  it("goes with its folder, without being made anew", async () => {
    await ensure();
    const before = project;
    project = join(place, "moved");
    renameSync(before, project);
    const count = asked().length;
    await ensure();
    expect(asked().slice(count)).toEqual([`python3 -m venv --without-pip ${venv()}`]);
    expect(read(join(place, "asked"))).toContain("\npython -c \n");
    expect(said).toContain("Jupyter: moving to this folder");
    expect(note()["place"]).toBe(venv());
  });

  it("has what tests need, or JupyterLite, on top when that is first wanted, and the rest stays as it is", async () => {
    await ensure();
    let count = asked().length;
    await ensure(true);
    expect(asked().slice(count)).toEqual([
      expect.stringMatching(installing(JUPYTER, "test/requirements.txt")),
    ]);
    count += 1;
    expect(await ensureLite(project, progress)).toBe(pythonOf(venv()));
    expect(asked().slice(count)).toEqual([
      expect.stringMatching(installing(JUPYTER, "src/lite/requirements.txt")),
    ]);
    expect(note()).toMatchObject({
      tests: hashOf("test/requirements.txt"),
      lite: hashOf("src/lite/requirements.txt"),
      place: venv(),
    });
    count += 1;
    await ensure(true);
    await ensureLite(project, progress);
    expect(asked()).toHaveLength(count);
    write(join(project, "test/requirements.txt"), "pytest==9\n");
    await ensure(true);
    expect(asked()).toHaveLength(count + 1);
    expect(said).toMatch(/Test tools: installing[^]*JupyterLite: installing/);
  });

  it("is made by uv where there is one, by a Python without venv too, and has pip then", async () => {
    const own = use("3.12.4", "exit 0", "no");
    write(join(place, "programs/uv"), uv(), 0o755);
    await ensure();
    expect(asked().filter((line) => line.startsWith("uv "))).toEqual([
      expect.stringMatching(
        new RegExp(`^uv venv --python ${own} --no-python-downloads --allow-existing \\S+/aside/venv-\\w+$`),
      ),
      expect.stringMatching(
        /^uv pip install --python \S+\/bin\/python pip -r \S+\/src\/jupyter\/requirements\.txt$/,
      ),
    ]);
    expect(said).toMatch(/^Jupyter: installing \.\.\.\nJupyter: done/);
  });

  it("is made by a uv that pip gets, which stays for what comes on top", async () => {
    write(join(project, "src/jupyter/uv.txt"), "uv==1.0\n");
    write(join(place, "uv"), uv(), 0o755);
    const gets = `for last; do :; done; mkdir -p "$5/bin" && cp ${join(place, "uv")} "$5/bin/uv"`;
    write(join(place, "programs/python3"), python("3.12.4", "exit 0").replace(UV_BY_PIP, gets), 0o755);
    await ensure();
    await ensure(true);
    expect(asked().filter((line) => !line.includes("-m venv"))).toEqual([
      expect.stringMatching(
        /^python -m pip install --target \S+\/aside\/uv-\w+ --no-deps .*-r \S+\/uv\.txt$/,
      ),
      expect.stringMatching(/^uv pip install --python \S+\/aside\/venv-\w+\/bin\/python pip -r /),
      expect.stringMatching(
        /^uv pip install --python \S+\.fall-line\/venv\/bin\/python pip -r .*test\/requirements/,
      ),
    ]);
    expect(said).not.toContain("pip installs");
  });

  it("has what pip's files and variables say, in uv's words", async () => {
    write(join(place, "programs/uv"), uv(), 0o755);
    const lines = [
      "global.index-url='https://one/simple'",
      "global.extra-index-url='\\\\nhttps://two/simple\\\\nhttps://three/simple'",
      "global.timeout='60'",
      "install.find-links='/wheels'",
      "download.index-url='https://other/simple'",
      ":env:.timeout='7'",
      ":env:.cert='/my certificates.pem'",
    ];
    const settings = `printf '%s\\n' ${lines.map((line) => `"${line}"`).join(" ")}`;
    write(join(place, "programs/python3"), python("3.12.4", "exit 0", "yes", settings).replace('|no" ;;', '|yes" ;;').replace("|no'", "|yes'"), 0o755); // prettier-ignore
    await ensure();
    expect(asked().at(-2)).toMatch(/ --find-links \/wheels pip -r /);
    expect(read(join(place, "told")).split("\n")).toEqual(
      expect.arrayContaining([
        "SSL_CERT_FILE=/my certificates.pem",
        "UV_DEFAULT_INDEX=https://one/simple",
        "UV_HTTP_TIMEOUT=7",
        "UV_INDEX=https://two/simple https://three/simple",
        "UV_INDEX_STRATEGY=unsafe-best-match",
      ]),
    );
  });

  it.each([
    [
      () => (use("3.12.4", "exit 0", "yes", "exit 1"), vi.stubEnv("PIP_KEYRING_PROVIDER", "subprocess")),
      "only pip knows its setting keyring-provider",
    ],
    [
      () => void write(join(place, "programs/uv"), uv("echo 'no wheel'; exit 1"), 0o755),
      "uv could not install it (no wheel)",
    ],
  ])("is made by pip where uv cannot do it, which is said: %#", async (arrange, why) => {
    write(join(place, "programs/uv"), uv(), 0o755);
    arrange();
    await ensure();
    expect(said.replace(/\s+/g, " ")).toContain(`Jupyter: ${why}`);
    expect(asked().findLast((line) => line.includes("pip install"))).toMatch(installing(JUPYTER));
    expect(note()["requirements"]).toBe(hashOf(JUPYTER));
  });

  it("is not tried again by pip where pip finds no network for uv, and that is told while it tries", async () => {
    write(join(project, "src/jupyter/uv.txt"), "uv==1.0\n");
    const lost = "echo 'WARNING: Retrying after NewConnectionError'; exit 1";
    write(join(place, "programs/python3"), python("3.12.4", lost).replace(UV_BY_PIP, lost), 0o755);
    await expect(ensure()).rejects.toThrow("could not reach the Python package index");
    expect(said).toContain("Jupyter: there is no connection; it is tried again");
    expect(said).not.toContain("uv cannot be had");
    expect(asked().filter((line) => /pip install.*requirements/.test(line))).toEqual([]);
  });

  it("is not tried again by pip where uv finds no network", async () => {
    write(join(place, "programs/uv"), uv("echo 'error sending request: dns error'; exit 2"), 0o755);
    await expect(ensure()).rejects.toThrow("could not reach the Python package index");
    expect(asked().filter((line) => line.startsWith("python -m pip install"))).toEqual([]);
  });

  it.each([
    [
      "echo 'Failed to establish a new connection'; exit 1",
      "pip could not reach the Python package index; the first start needs the network",
      "Connect to the internet (behind a proxy: set HTTPS_PROXY) and run the command again.",
      "",
    ],
    [
      "echo 'no such package'; exit 1",
      "pip could not install Jupyter",
      ".fall-line/logs/pip.log.",
      "no such package",
    ],
  ])(
    "that cannot be installed leaves what is there, and is told: %s",
    async (installs, message, cure, detail) => {
      await ensure();
      write(join(project, JUPYTER), "more==1\n");
      use("3.12.4", installs);
      const fault = (await ensure().catch((error: unknown) => error)) as UserError;
      expect([fault.message, fault.detail ?? ""]).toEqual([message, detail]);
      expect(fault.cure).toContain(cure);
      expect(note()["requirements"]).not.toBe(hashOf(JUPYTER));
      expect(said).toContain("Jupyter: failed");
    },
  );

  it.each([
    ["torn", /^Its whole output is in \S+\/\.fall-line\/logs\/venv\.log\.$/],
    ["error sending request: dns error", /^Connect to the internet and run the command again\.$/],
  ])("that cannot be made is told with its Python, and the end of its output: %s", async (output, cure) => {
    const own = write(join(place, "programs/python3"), python("3.12.4", "").replace('mkdir -p "$3/bin" && cp "$0" "$3/bin/python"', `echo ${output}; exit 1`), 0o755); // prettier-ignore
    await expect(ensure()).rejects.toMatchObject({
      message: `Python 3.12.4 (${own}) could not make a virtual environment`,
      cure: expect.stringMatching(cure) as string,
      detail: output,
    });
  });
});
