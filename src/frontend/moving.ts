/** How what stands in a picture is moved: dragged by mouse and finger, or by arrow keys. */

/** Calls back with where the pointer goes that was pressed, until it is let go. */
export function followPointer(
  { pointerId }: PointerEvent,
  on: GlobalEventHandlers,
  moved: (event: PointerEvent) => void,
  ended: () => void = () => undefined,
): void {
  const listening = new AbortController();
  const listen = (type: "pointermove" | "pointerup" | "pointercancel", act: typeof moved): void =>
    on.addEventListener(type, (event) => event.pointerId === pointerId && act(event), listening);
  const end = (): void => {
    listening.abort();
    ended();
  };
  listen("pointermove", moved);
  listen("pointerup", end);
  listen("pointercancel", end);
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far an arrow key moves something, to the right and down; nothing for another key. */
export function arrowStep(
  { key, shiftKey }: KeyboardEvent,
  { usual, far }: { readonly usual: number; readonly far: number },
): readonly [right: number, down: number] | undefined {
  const direction = DIRECTIONS[key];
  const stride = shiftKey ? far : usual;
  return direction && [stride * direction[0], stride * direction[1]];
}

/** By how much the page shows an element larger than it is. */
export function scaleOf(node: HTMLElement): number {
  return node.getBoundingClientRect().width / node.offsetWidth;
}

/** Where in an element a pointer is, in the element's own pixels. */
export function placeIn(
  node: HTMLElement,
  { clientX, clientY }: MouseEvent,
): readonly [left: number, top: number] {
  const { left, top } = node.getBoundingClientRect();
  const scale = scaleOf(node);
  return [(clientX - left) / scale, (clientY - top) / scale];
}
