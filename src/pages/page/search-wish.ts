/** What opens the search: its button, and the key `/`. Its script, which holds all that can be found, comes with the first wish. */
import { OPEN_SEARCH } from "../search/handed.ts";

/** Follows the wish for a search, on a page that has one. */
export function followSearchWish(): void {
  const button = document.querySelector<HTMLElement>("[data-search]");
  if (button === null) return;
  let script: HTMLScriptElement | undefined;
  const open = (): void => {
    if (script !== undefined) {
      dispatchEvent(new Event(OPEN_SEARCH));
      return;
    }
    script = Object.assign(document.createElement("script"), { src: button.dataset["search"]! });
    script.addEventListener("error", () => {
      script = undefined;
      button.textContent = "The search could not be loaded";
    });
    document.head.append(script);
  };
  button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
    if (event.key !== "/" || !isPlain || isWritten(event) || button.offsetParent === null) return;
    event.preventDefault();
    open();
  });
}

/** Whether a key is meant for a field or an editor. */
function isWritten(event: Event): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
