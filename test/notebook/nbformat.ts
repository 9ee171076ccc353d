/** The rules of nbformat 4.5 that a notebook of ours can break, checked by hand. */

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean =>
  typeof value === "string" || (Array.isArray(value) && value.every((line) => typeof line === "string"));

const CELL_KEYS: Record<string, readonly string[]> = {
  code: ["cell_type", "execution_count", "id", "metadata", "outputs", "source"],
  markdown: ["cell_type", "id", "metadata", "source"],
  raw: ["cell_type", "id", "metadata", "source"],
};

/** What is wrong with a notebook, a sentence each; nothing when it is valid. */
export function notebookFaults(notebook: unknown): string[] {
  if (!isObject(notebook)) return ["not an object"];
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  expect(keys(notebook) === "cells metadata nbformat nbformat_minor", `top-level keys: ${keys(notebook)}`);
  expect(notebook["nbformat"] === 4 && notebook["nbformat_minor"] === 5, "not nbformat 4.5");
  const metadata = isObject(notebook["metadata"]) ? notebook["metadata"] : {};
  const kernelspec = isObject(metadata["kernelspec"]) ? metadata["kernelspec"] : {};
  expect(typeof kernelspec["name"] === "string", "kernelspec has no name");
  expect(typeof kernelspec["display_name"] === "string", "kernelspec has no display_name");
  expect(
    isObject(metadata["language_info"]) && "name" in metadata["language_info"],
    "language_info has no name",
  );
  const cells = Array.isArray(notebook["cells"]) ? notebook["cells"].filter(isObject) : [];
  const ids = cells.map((cell) => String(cell["id"]));
  expect(new Set(ids).size === ids.length, "cell ids are not unique");
  for (const cell of cells) faults.push(...cellFaults(cell));
  return faults;
}

function cellFaults(cell: Json): string[] {
  const id = String(cell["id"]);
  const type = String(cell["cell_type"]);
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(`${id}: ${fault}`);
  };
  expect(/^[a-zA-Z0-9-_]{1,64}$/.test(id), "id out of form");
  expect(keys(cell) === CELL_KEYS[type]?.join(" "), `keys of a ${type} cell: ${keys(cell)}`);
  expect(isText(cell["source"]), "source is not text");
  expect(isObject(cell["metadata"]), "no metadata");
  const tags = isObject(cell["metadata"]) ? cell["metadata"]["tags"] : undefined;
  expect(tags === undefined || (Array.isArray(tags) && new Set(tags).size === tags.length), "tags repeat");
  if (type !== "code") return faults;
  expect(cell["execution_count"] === null || Number.isInteger(cell["execution_count"]), "execution_count");
  const outputs = Array.isArray(cell["outputs"]) ? cell["outputs"] : [undefined];
  for (const output of outputs) {
    expect(isObject(output) && keys(output) === "data metadata output_type", "output out of form");
  }
  return faults;
}

function keys(object: Json): string {
  return Object.keys(object).sort().join(" ");
}
