/** The name that differs least from a mistyped one, if it differs little. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(name.length > 1 ? 2 : 1, Math.floor(name.length / 3) + 1);
  for (const candidate of candidates) {
    if (candidate === name || !alike(candidate, name)) continue;
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const d = distance(name.toLowerCase(), candidate.toLowerCase());
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

/** `step` is no slip for `Set`: one is a value, the other a class. */
function alike(a: string, b: string): boolean {
  const isUpper = (name: string) => /^\p{Lu}/u.test(name);
  return isUpper(a) === isUpper(b) || a.toLowerCase() === b.toLowerCase();
}

/** Edit distance: insertions, deletions, replacements, and swaps of neighbours. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let d = Math.min(row[j - 1]! + 1, previous[j]! + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, before[j - 2]! + 1);
      row.push(d);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
