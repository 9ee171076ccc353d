type Attributes = Readonly<Record<string, string | number | boolean>>;

/** An HTML element with attributes and children; text is text, never markup. */
export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(name), attributes, children);
}

/** A button that does something when it is clicked, or reached by keyboard. */
export function button(
  attributes: Attributes,
  pressed: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const made = html("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", pressed);
  return made;
}

/** The same for SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/** Sets attributes that are not so already; false and missing ones are left out, true ones are empty. */
export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = value === true ? "" : String(value);
    if (value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** Gives an element a text that it does not have already. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function filled<T extends Element>(
  element: T,
  attributes: Attributes,
  children: readonly (Node | string)[],
): T {
  set(element, attributes);
  element.append(...children);
  return element;
}

let count = 0;

/** An id that no other element of the page has. */
export function freshId(): string {
  return `fall-line-${++count}`;
}
