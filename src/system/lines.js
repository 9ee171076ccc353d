// @ts-check

/** So many columns a line has at most: what every terminal shows. */
export const WIDTH = 80;

/**
 * Paragraphs in lines of at most 80 columns, broken between words; a word that is longer has a line of its own.
 * @param {string} text
 * @param {number} [indent] of the lines after the first
 */
export function wrapped(text, indent = 0) {
  const paragraph = (/** @type {string} */ line) => {
    const [, lead = "", words = ""] = /^( *)(.*)$/.exec(line) ?? [];
    return filled(lead, words, indent);
  };
  return text.split("\n").map(paragraph).join("\n");
}

/**
 * Terms with what they mean beside them, one column of each.
 * @param {readonly (readonly [term: string, meaning: string])[]} pairs
 */
export function listing(pairs) {
  const width = Math.max(...pairs.map(([term]) => term.length)) + 4;
  return pairs.map(([term, meaning]) => filled(`  ${term}`.padEnd(width), meaning, width)).join("\n");
}

/** @param {string} lead what stands before the words @param {string} text @param {number} indent */
function filled(lead, text, indent) {
  const lines = [];
  let line = lead;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = " ".repeat(indent);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}
