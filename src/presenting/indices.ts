/** Indices in plain text: `h1` is h₁, `hn` is hₙ. */

const INDEX = /(?<![\p{L}\p{N}.])(?:(\p{L})(\d)|([ghpwx])n)(?![\p{L}\p{N}])/gu;

/** Text with the indices of its letters below them. */
export const withIndices = (text: string): string =>
  text.replace(INDEX, (_, letter?: string, digit?: string, last?: string) =>
    letter === undefined ? `${last!}ₙ` : `${letter}${String.fromCharCode(0x2080 + Number(digit))}`,
  );
