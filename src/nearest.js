// @ts-check

/**
 * The candidate most like `word`, if one is near enough to be a slip of the keyboard.
 * @param {string} word
 * @param {Iterable<string>} candidates
 * @param {number} [most] how many slips there may be: letters too many, too few or wrong, and neighbours swapped
 * @returns {string | undefined}
 * @example nearest("lamda", ["alpha", "lambda"]) // "lambda"
 */
export function nearest(word, candidates, most = Math.max(1, Math.floor(word.length / 2))) {
  let best;
  let least = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const slips = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best;
}

/** @param {string} a @param {string} b */
function editDistance(a, b) {
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(before, j - 2) + 1 : Infinity;
      next.push(Math.min(replaced, swapped, at(row, j) + 1, at(next, j - 1) + 1));
    }
    [before, row] = [row, next];
  }
  return at(row, b.length);
}

/** @param {readonly number[]} row @param {number} j */
const at = (row, j) => row[j] ?? Infinity;
