/** Text as nbformat keeps it: a list of lines, each but the last with its line break. */
export function splitLines(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}
