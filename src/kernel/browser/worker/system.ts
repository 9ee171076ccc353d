import { ts, type TS } from "../../core/compiler/typescript.ts";
import { files, notebookFolder, places } from "./files.ts";

const notHere = (): never => {
  throw new Error("the compiler writes no files here");
};

/** The compiler's system: files in memory, and nothing else. tslab looks for it when it is loaded. */
const system: TS.System = {
  args: [],
  newLine: "\n",
  useCaseSensitiveFileNames: true,
  write: notHere,
  writeFile: notHere,
  createDirectory: notHere,
  readFile: (path) => files.get(path),
  fileExists: (path) => files.has(path),
  directoryExists: (path) => path === notebookFolder || [...files.keys()].some(isIn(path)),
  getDirectories: () => [],
  readDirectory: (folder) => [...files.keys()].filter(isIn(folder)),
  resolvePath: (path) => path,
  getExecutingFilePath: () => places.compiler,
  getCurrentDirectory: () => notebookFolder,
  exit: notHere,
};

function isIn(folder: string): (path: string) => boolean {
  return (path) => path.startsWith(`${folder}/`);
}

ts.setSys(system);
