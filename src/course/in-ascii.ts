/** Code in which other letters are escaped, in regular expressions too: an engine keeps it in half the memory. */
export const inAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
