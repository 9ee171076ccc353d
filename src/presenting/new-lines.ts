/** What is new in code, whichever lines it is laid out in. */

/** Whether each line of an answer has a part that the code before had not, or joins what was apart there. */
export function newLines(before: readonly string[], after: readonly string[]): boolean[] {
  const old = before.flatMap(partsOf);
  const lines = after.map(partsOf);
  const places = placesIn(old, lines.flat());
  let from = 0;
  return lines.map((parts) => {
    const own = places.slice(from, (from += parts.length));
    const isApart = parts.some((part) => /\w/.test(part)) && own.some((place, k) => place !== own[0]! + k);
    return isApart || own.some((place) => place < 0);
  });
}

/** Words, numbers and signs, without what is but layout; a function may have another name. */
const partsOf = (line: string): string[] =>
  line.replace(/^const \w+ = (?=\()/, "").match(/[\w.]+|[^\s\w,;]/g) ?? [];

/** Where each part of a list stands in another, in the same order for as many as can be; -1 for the others. */
function placesIn(old: readonly string[], parts: readonly string[]): number[] {
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(parts.length + 1));
  const most = (i: number, j: number): number => common[i]![j]!;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = parts.length - 1; j >= 0; j--)
      common[i]![j] = old[i] === parts[j] ? most(i + 1, j + 1) + 1 : Math.max(most(i + 1, j), most(i, j + 1));
  let i = 0;
  return parts.map((part, j) => {
    while (i < old.length && old[i] !== part && most(i + 1, j) > most(i, j + 1)) i++;
    return old[i] === part ? i++ : -1;
  });
}
