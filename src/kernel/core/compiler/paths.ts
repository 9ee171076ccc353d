/** The folder of a path as the compiler writes it. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** The last part of a path as the compiler writes it. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The file that declares a module of Node's, as "node:sea" or "zlib". */
export function moduleFile(name: string): string {
  return `${name.replace(":", "-")}.d.ts`;
}

/** The module of Node's that a file declares. */
export function moduleOfFile(file: string): string {
  return file.replace(/\.d\.ts$/, "").replace(/^node-/, "node:");
}
