type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and children; texts are texts and never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button that does something when it is clicked, or reached by keyboard. */
export function button(label: string, className: string, pressed: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", class: className }, label);
  made.addEventListener("click", pressed);
  return made;
}

/** A card with these parts; keys typed into it are its own, and no commands of the notebook. */
export function cardSection(title: string, ...parts: readonly HTMLElement[]): HTMLElement {
  const section = element("section", { class: "fall-line-card", "aria-label": title }, ...parts);
  section.addEventListener("keydown", (event) => event.stopPropagation());
  section.dataset["lmSuppressShortcuts"] = "true";
  return section;
}

const STYLE = `
.fall-line-card { border: 1px solid var(--jp-border-color2, #bbb); border-radius: 6px; padding: 0.7em 1em; margin: 0.3em 2px;
  max-width: 46em; color: var(--jp-content-font-color1, inherit); font-family: var(--jp-content-font-family, sans-serif);
  font-size: var(--jp-content-font-size1, 14px); line-height: 1.5; background: var(--jp-layout-color1, transparent); }
.fall-line-card h4 { margin: 0 0 0.3em; font-size: 1.1em; }
.fall-line-card p { margin: 0.35em 0; white-space: pre-line; }
.fall-line-card label { display: flex; flex-wrap: wrap; gap: 0.3em 0.8em; align-items: baseline; margin: 0.3em 0; }
.fall-line-card label span { min-width: 11em; }
.fall-line-card input { font: inherit; width: 9em; padding: 0.25em 0.5em; color: inherit; border-radius: 4px;
  border: 1px solid var(--jp-border-color1, #999); background: var(--jp-layout-color0, transparent); }
.fall-line-card button { font: inherit; color: inherit; cursor: pointer; border-radius: 4px; padding: 0.3em 0.8em;
  border: 1px solid var(--jp-border-color1, #999); background: var(--jp-layout-color2, transparent); }
.fall-line-card button:hover:enabled { background: var(--jp-layout-color3, rgba(128,128,128,0.2)); }
.fall-line-card :is(button, input, .fall-line-answer):focus-visible { outline: 2px solid var(--jp-brand-color1, #1976d2); outline-offset: 1px; }
.fall-line-card button:disabled { opacity: 0.55; cursor: default; }
.fall-line-card .fall-line-option { display: block; width: 100%; text-align: left; margin: 0.35em 0; padding: 0.45em 0.8em; min-height: 48px; }
.fall-line-card .fall-line-option[aria-pressed="true"] { border-color: var(--jp-brand-color1, #1976d2); box-shadow: inset 4px 0 0 var(--jp-brand-color1, #1976d2); opacity: 1; }
.fall-line-card .fall-line-option.fall-line-right { outline: 2.5px solid #2e9e4f; outline-offset: -1px; box-shadow: none; opacity: 1; }
.fall-line-card .fall-line-tag { float: right; margin-left: 1em; font-size: 0.88em; font-weight: 600; }
.fall-line-card .fall-line-beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(16em, 1fr)); gap: 0.4em 2em; }
.fall-line-card fieldset { border: 0; padding: 0; margin: 0.6em 0 0; }
.fall-line-card legend { font-weight: 600; padding: 0; }
.fall-line-card fieldset label { flex-wrap: nowrap; min-height: 1.8em; cursor: pointer; }
.fall-line-card fieldset input { width: auto; margin: 0; }
.fall-line-card .fall-line-name { margin: 0.6em 0 0.2em; }
.fall-line-card [hidden] { display: none; }
.fall-line-card .fall-line-row { display: flex; flex-wrap: wrap; gap: 0.5em; align-items: center; margin-top: 0.6em; }
.fall-line-card .fall-line-quiet { background: none; border-color: transparent; text-decoration: underline; text-underline-offset: 2px; padding: 0.3em 0.4em; }
.fall-line-card .fall-line-note { font-size: 0.88em; opacity: 0.8; margin-left: auto; }
.fall-line-card .fall-line-equations { display: flex; flex-wrap: wrap; gap: 0.6em 2em; margin: 0.6em 0; }
.fall-line-card .fall-line-equations > div { flex: 1 1 16em; }
.fall-line-card .fall-line-equations > div > div { font-family: ui-serif, Georgia, serif; font-size: 1.05em; }
.fall-line-card .fall-line-answer { border-left: 4px solid #888; padding-left: 0.8em; margin: 0.6em 0; }
.fall-line-card table { border-collapse: collapse; margin: 0.4em 0; }
.fall-line-card :is(th, td) { padding: 0.2em 0.8em; text-align: right; border-bottom: 1px solid var(--jp-border-color2, #bbb); }
.fall-line-card :is(th, td):first-child { text-align: left; padding-left: 0; }
.fall-line-card pre { white-space: pre-wrap; word-break: normal; overflow-wrap: anywhere; margin: 0.4em 0; }
@media print { .fall-line-card .fall-line-row { display: none; } }`;

/** Puts the rules of cards into the page, once. */
export function addCardStyle(): void {
  if (document.getElementById("fall-line-card-style") !== null) return;
  document.head.append(element("style", { id: "fall-line-card-style" }, STYLE));
}
