/** What the lesson library exports. */
export type Library = Readonly<Record<string, unknown>>;

/** Runs the lesson library: an ES module without imports, as bundlers write it, whose exports stand in one statement. */
export function runLibrary(code: string, path: string): Library {
  const start = code.lastIndexOf("export{");
  const [statement, names] = /^export\{([^}]*)\};?/.exec(code.slice(start)) ?? [];
  if (start < 0 || statement === undefined)
    throw new Error("the library exports nothing: is it a bundled ES module?");
  const exported = names!.split(",").map((name) => {
    const [local = "", as = local] = name.trim().split(" as ");
    return `get ${as}() { return ${local}; }`;
  });
  const run = `${code.slice(0, start)}\nreturn { ${exported.join(", ")} };${code.slice(start + statement.length)}`;
  const program = `(() => { "use strict";${run}\n})\n//# sourceURL=${path}`;
  return ((0, eval)(program) as () => Library)();
}
