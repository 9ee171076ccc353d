import { places } from "./files.ts";

/** Runs an ES module without imports, as bundlers write it: what it exports stands in one statement. */
export function runModule(code: string): Record<string, unknown> {
  const start = code.lastIndexOf("\nexport {");
  const [statement, names] = /^\nexport \{([^}]*)\};?/.exec(code.slice(start)) ?? [];
  if (start < 0 || statement === undefined)
    throw new Error("the library exports nothing: is it a bundled ES module?");
  const exported = names!.split(",").map((name) => {
    const [local = "", as = local] = name.trim().split(" as ");
    return `get ${as}() { return ${local}; }`;
  });
  const run = `${code.slice(0, start)}\nreturn { ${exported.join(", ")} };${code.slice(start + statement.length)}`;
  const program = `(() => { "use strict";${run}\n})\n//# sourceURL=${places.library.code}`;
  return ((0, eval)(program) as () => Record<string, unknown>)();
}
