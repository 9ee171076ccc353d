/**
 * Which layer may import from which, checked by `npm run check:imports`: from its own row and from those above it. A file
 * that stands in `src/` itself is a layer of its own.
 */
const ROWS = [
  [
    "system",
    "errors",
    "arguments",
    "counted",
    "enumerated",
    "sentence",
    "defined",
    "remembered",
    "loaded-once",
    "schema",
    "display",
    "escape",
    "about",
    "svg-address",
    "mime",
    "tokens",
    "nearest",
    "language",
    "engine-message",
    "citation",
    "bibliography",
  ],
  ["math"],
  ["table", "objectives", "rules", "schedules"],
  ["trace"],
  ["search"],
  ["figures", "exercises"],
  ["index", "tools"],
  ["kernel/core"],
  ["kernel", "frontend", "notebook"],
  ["rendering"],
  ["course", "pages", "presenting", "room", "jupyter", "lite"],
  ["grading"],
  ["hub"],
  ["cli"],
];

/** Layers whose code runs anywhere: in the kernel, in a worker, in a page, in a test. */
const ANYWHERE = [
  ...ROWS.slice(0, 6)
    .flat()
    .filter((layer) => layer !== "system"),
  "index",
  "tools",
  "kernel/core",
];

/** Layers whose code runs in a page. */
const IN_A_PAGE = [
  "frontend",
  "kernel/browser",
  "rendering/page",
  "rendering/running",
  "pages/page",
  "pages/workbook",
  "presenting/page",
  "room/phone",
  "lite/page",
];

/** Files of layers, as a pattern. @param {string[]} layers */
const files = (layers) => `^src/(${layers.join("|")})(/|\\.(ts|js)$)`;

const upward = ROWS.slice(0, -1).map((layers, row) => ({
  name: `not-upward-from-${layers.at(-1).replace("/", "-")}`,
  severity: "error",
  comment: `${layers.join(", ")} may import only from ${ROWS.slice(0, row + 1)
    .flat()
    .join(", ")}: move what is wanted down into one of these.`,
  // A layer inside another, such as the kernel's core, has a row of its own.
  from: { path: files(layers), pathNot: files(ROWS.slice(0, row).flat()) },
  to: { path: files(ROWS.slice(row + 1).flat()), pathNot: files(ROWS.slice(0, row + 1).flat()) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circle",
      severity: "error",
      comment:
        "These files import one another in a circle: put what both need, often a type, into a file of its own.",
      from: {},
      to: { circular: true },
    },
    ...upward,
    {
      name: "known-layer",
      severity: "error",
      comment:
        "This file stands in no layer that .dependency-cruiser.js knows: add the layer to its row there.",
      from: {},
      to: { path: "^src/", pathNot: files(ROWS.flat()) },
    },
    {
      name: "no-node",
      severity: "error",
      comment: "Code that runs anywhere or in a page can't use Node's own modules.",
      from: { path: files([...ANYWHERE, ...IN_A_PAGE]), pathNot: "\\.d\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "hosts-apart",
      severity: "error",
      comment:
        "The kernel's hosts, Node and a page, know nothing of each other: what both need belongs in its core.",
      from: { path: "^src/kernel/(node|browser)/" },
      to: { path: "^src/kernel/(node|browser)/", pathNot: "^src/kernel/$1/" },
    },
    {
      name: "tslab-in-the-kernel-alone",
      severity: "error",
      comment: "Only the kernel knows tslab: ask the kernel for what is wanted.",
      from: { path: "^src/", pathNot: "^src/kernel/|^src/cli/build/" },
      to: { path: "node_modules/(@tslab|tslab)/" },
    },
    {
      name: "faces-apart",
      severity: "error",
      comment:
        "Pages, decks and JupyterLite know nothing of each other: what two of them need belongs in src/rendering.",
      from: { path: "^src/(pages|presenting|lite)/" },
      to: { path: "^src/(pages|presenting|lite)/", pathNot: "^src/$1/" },
    },
    {
      name: "grading-by-itself",
      severity: "error",
      comment: "Grading takes from exercises and system, and nothing but the command line takes from it.",
      from: { path: "^src/grading/" },
      to: { path: "^src/(course|pages|presenting|rendering|jupyter|notebook|frontend)/" },
    },
    {
      name: "no-lessons-in-the-library",
      severity: "error",
      comment: "Lessons use the library; nothing in it knows a lesson.",
      from: { path: "^src/" },
      to: { path: "^lessons/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    detectJSDocImports: true,
  },
};
