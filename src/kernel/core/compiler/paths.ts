/** The folder of a path as the compiler writes it. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** The last part of a path as the compiler writes it. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
