/** A term under the pointer, or with the focus, lights its arrow in the pictures, and an arrow its terms. */

/** Gives the cells of a worked step the numbers of their arrows, and lets the keyboard reach them. */
export function markTerms(worked: HTMLElement): void {
  for (const mark of worked.querySelectorAll<HTMLTableCellElement>("td.w-mark")) {
    const number = mark.querySelector("b")!.textContent;
    mark.tabIndex = 0;
    const hue = getComputedStyle(mark).getPropertyValue("--hue");
    const [from, to] = [columnOf(mark), columnOf(mark) + mark.colSpan];
    for (const cell of mark.closest("table")!.querySelectorAll<HTMLTableCellElement>("th, td")) {
      const column = columnOf(cell);
      if (column < from || column >= to || cell.textContent === "") continue;
      cell.dataset["arrow"] = number;
      cell.style.setProperty("--tint", hue);
    }
  }
}

/** In which column of its table a cell stands: cells of the rows above may reach down beside it. */
function columnOf(cell: HTMLTableCellElement): number {
  const row = cell.parentElement as HTMLTableRowElement;
  const rows = [...row.parentElement!.children] as HTMLTableRowElement[];
  const own = rows.indexOf(row);
  const reaching = rows
    .slice(0, own)
    .flatMap((above, k) => [...above.cells].filter(({ rowSpan }) => k + rowSpan > own))
    .map((above) => columnOf(above));
  let column = 0;
  for (const one of row.cells) {
    while (reaching.includes(column)) column += 1;
    if (one === cell) return column;
    column += one.colSpan;
  }
  return column;
}

/** Lights what belongs together at and below a place, for the style to show. */
export function lightArrows(place: HTMLElement): void {
  const light = ({ target }: Event): void => {
    const lit = (target as Element).closest<HTMLElement | SVGElement>("[data-arrow]")?.dataset["arrow"];
    if (lit === undefined) delete place.dataset["lit"];
    else place.dataset["lit"] = lit;
  };
  const end = (): void => void delete place.dataset["lit"];
  place.addEventListener("pointerover", light);
  place.addEventListener("pointerleave", end);
  place.addEventListener("click", light); // A finger lights it for good, until it presses elsewhere.
  place.addEventListener("focusin", light);
  place.addEventListener("focusout", end);
}
