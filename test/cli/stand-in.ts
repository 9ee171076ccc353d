/** A project of two small lessons, whose Jupyter is a stand-in: it hands notebooks back as they are. */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { snapshotPath } from "../../src/kernel/node/snapshot.ts";
import { projectDir as root } from "./session.ts";

export interface StandIn {
  readonly projectDir: string;
  /** Where the user is. */
  readonly callerDir: string;
  readonly write: (path: string, text: string) => string;
  /** What its Python was asked to do, between the folder that it was in and its JUPYTER_PATH. */
  readonly asked: () => string[];
  readonly end: () => void;
}

const SCRIPTS = [
  "charts",
  "rules",
  "deck",
  "deck-drawing",
  "deck-room",
  "deck-workbench",
  "editor",
  "home",
  "page",
  "page-kernel",
  "phone",
  "search",
];

/** What its notebooks import: one exercise, and a former name of it. */
const LIBRARY = `export const lessonExercises = {
  all: new Map([["waves/crest", {
    kind: "choose", title: "The crest", prompt: "Where is it flat?", hints: ["Not on the side."],
    options: { top: { text: "On top.", reason: "So it is.", right: true }, side: { text: "Aside.", reason: "No." } },
  }]]),
  formerNames: { "waves/top": "waves/crest" },
  retired: {},
};
`;

/** Runs notebooks by copying them, unless they are torn; serves what JupyterLab would; notes all else. */
const PYTHON = `#!/bin/sh
echo "$PWD $@ $JUPYTER_PATH" >> "$(dirname "$0")/asked"
case "$1" in
  -c) echo 3.12.4 ;;
  */execute.py) if grep -q torn "$2"; then echo "it is torn"; exit 1; fi; cp "$2" "$3" ;;
  */serve.py) exec "${process.execPath}" "$(dirname "$0")/serve.cjs" "$@" ;;
esac
`;

/** Answers whoever knows the token, and ends when asked to. */
const SERVE = `const port = Number(process.argv.join(" ").match(/port=(\\d+)/)[1]);
require("node:http").createServer(({ url }, answer) => {
  const known = url.endsWith("token=" + process.env.JUPYTER_TOKEN) && process.env.JUPYTER_TOKEN.length > 20;
  answer.writeHead(known ? 200 : 403).end("{}", () => { if (url.startsWith("/end")) process.exit(); });
}).listen(port, "127.0.0.1");
`;

interface Cell {
  readonly type: "code" | "markdown";
  readonly source: string;
  readonly metadata?: object;
}

/** A notebook of a lesson. */
export function notebook(title: string, cells: readonly Cell[]): string {
  const about = { title, short: title, minutes: 10, learn: "to see one." };
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { "fall-line": { about } },
    cells: cells.map(({ type, source, metadata = {} }, k) => ({
      id: `cell-${k}`,
      cell_type: type,
      source,
      metadata,
      ...(type === "code" && { outputs: [], execution_count: null }),
    })),
  });
}

const slide = { slideshow: { slide_type: "slide" } };
const WAVES = notebook("Waves", [
  { type: "markdown", source: "# Waves\n\nLong words.", metadata: slide },
  { type: "markdown", source: "## In short\n\nShort words.", metadata: { ...slide, tags: ["short-path"] } },
  {
    type: "markdown",
    source: "**1. Choose.** Where is it flat?",
    metadata: { ...slide, "fall-line": { exercise: "waves/crest" } },
  },
  { type: "code", source: 'ask("waves/crest")', metadata: { "fall-line": { exercise: "waves/crest" } } },
]);
const TIDES = notebook("Tides", [{ type: "markdown", source: "# Tides\n\nThey rise.", metadata: slide }]);

const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

export function standIn(): StandIn {
  const place = mkdtempSync(join(tmpdir(), "stand-in-"));
  const [projectDir, callerDir] = [join(place, "project"), join(place, "elsewhere")];
  const write = (path: string, text: string, mode = 0o644): string => {
    const at = join(projectDir, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text, { mode });
    return at;
  };
  mkdirSync(callerDir);
  mkdirSync(projectDir);
  for (const part of ["node_modules", "src", "package.json"])
    symlinkSync(join(root, part), join(projectDir, part));
  for (const name of ["11-waves", "12-tides"]) write(`lessons/${name}/lesson.ts`, "");
  write("notebooks/11-waves.ipynb", WAVES);
  write("notebooks/12-tides.ipynb", TIDES);
  for (const name of [...SCRIPTS, "service-worker", "site", "workbook"])
    write(`dist/${name}.js`, `// ${name}`);
  write("dist/index.js", LIBRARY);
  write("dist/index.d.ts", "export {};");
  write("dist/library.d.ts", "export {};");
  write("dist/former-names.json", '{ "waves/top": "waves/crest" }');
  write("dist/labextension/static/remoteEntry.js", "");
  write("dist/lite/static/remoteEntry.js", "");
  write("dist/kernel/session.js", "process.exit(1);");
  writeFileSync(snapshotPath(join(projectDir, "dist/kernel")), "");
  const note = {
    place: join(projectDir, ".fall-line/venv"),
    version: "3.12.1",
    python: "python3",
    requirements: hashOf(join(root, "src/jupyter/requirements.txt")),
    lite: hashOf(join(root, "src/lite/requirements.txt")),
  };
  write(".fall-line/venv/fall-line.json", JSON.stringify(note));
  write(".fall-line/venv/bin/python", PYTHON, 0o755);
  write(".fall-line/venv/bin/serve.cjs", SERVE);
  const asked = join(projectDir, ".fall-line/venv/bin/asked");
  return {
    projectDir,
    callerDir,
    write,
    asked: () => (existsSync(asked) ? readFileSync(asked, "utf8").trimEnd().split("\n") : []),
    end: () => rmSync(place, { recursive: true, force: true }),
  };
}
