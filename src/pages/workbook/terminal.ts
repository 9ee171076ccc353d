/** What a kernel prints: text, in which parts may be bold or pale. */

// eslint-disable-next-line no-control-regex -- the marks of terminals begin with one
const MARK = /\u001b\[([\d;]*)m/;

/** Adds a printed text to an element. */
export function print(node: HTMLElement, text: string): void {
  // Every second part is the number of a mark: 1 begins what is bold, 2 what is pale; any other ends it.
  const parts = text.split(MARK);
  parts.forEach((part, i) => {
    if (i % 2 === 1 || part === "") return;
    const tag = { "1": "b", "2": "i" }[parts[i - 1] ?? ""];
    if (tag === undefined) node.append(part);
    else node.append(Object.assign(document.createElement(tag), { textContent: part }));
  });
}
