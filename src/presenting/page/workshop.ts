/** A place out of sight where things can be drawn and measured: a slide that is not shown has no size. */
export function workshop(): HTMLElement {
  const found = document.querySelector<HTMLElement>(".workshop");
  if (found !== null) return found;
  const made = document.createElement("div");
  made.className = "workshop";
  document.body.append(made);
  return made;
}
