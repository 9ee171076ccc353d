import type { Places } from "../../core/platform.ts";

/** The folder of the notebook. It holds no files: there are none in a page. */
export const notebookFolder = "/notebook";

/** Where the compiler finds its few files. */
export const places: Places = {
  library: { code: "/fall-line/index.js", types: "/fall-line/index.d.ts" },
  types: { globals: "/fall-line/globals.d.ts", modules: "/fall-line/node" },
  tslabTypes: "/fall-line/tslab.d.ts",
  compiler: "/fall-line/typescript.js",
};

/** Texts by path. */
export const files = new Map<string, string>();
