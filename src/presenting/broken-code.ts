/**
 * Code in short lines, as formatters break it: a line that is too long has what stands between its outermost brackets on lines
 * of its own, and what a function gives below its arguments.
 */

const OPENING = "([{";
const CLOSING = ")]}";

/** The lines of code, none longer than so many letters where its brackets allow it. */
export function broken(code: string, letters: number): string[] {
  return code.split("\n").flatMap((line) => brokenLine(line, letters));
}

function brokenLine(line: string, letters: number): string[] {
  if (line.length <= letters) return [line];
  const [, before, given] = /^( *\([\w, ]*\) =>) (.+,)$/.exec(line) ?? [];
  if (given !== undefined) return [before!, `${/^ */.exec(line)![0]}  ${given}`];
  const group = outermost(line);
  if (group === undefined) return [line];
  const { from, to } = group;
  const indent = /^ */.exec(line)![0];
  const items = itemsOf(line.slice(from + 1, to)).map((item) => `${indent}  ${item},`);
  return [
    line.slice(0, from + 1),
    ...items.flatMap((item) => brokenLine(item, letters)),
    indent + line.slice(to),
  ];
}

/** The first brackets of a line that close in it and hold more than a name. */
function outermost(line: string): { readonly from: number; readonly to: number } | undefined {
  const open: number[] = [];
  for (const [at, letter] of Array.from(line).entries()) {
    if (OPENING.includes(letter)) open.push(at);
    else if (CLOSING.includes(letter)) {
      const from = open.pop()!;
      if (open.length === 0 && /\W/.test(line.slice(from + 1, at))) return { from, to: at };
    }
  }
  return undefined;
}

/** What stands between commas that are in no brackets. */
function itemsOf(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let item = "";
  for (const letter of `${text},`) {
    depth += Number(OPENING.includes(letter)) - Number(CLOSING.includes(letter));
    if (letter !== "," || depth > 0) item += letter;
    else {
      items.push(item.trim());
      item = "";
    }
  }
  return items.filter((one) => one !== "");
}
