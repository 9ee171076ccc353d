/**
 * The theme of a page without Jupyter. A page says `data-theme="light"` or `"dark"` on its root; one that says nothing is as
 * the system is. On paper it is light. What draws looks for it where JupyterLab has it, on the body.
 */
export function followTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const show = (dark: boolean): void => {
    document.body.dataset["jpThemeLight"] = String(!dark);
  };
  const tell = (): void => {
    const chosen = root.dataset["theme"];
    show(chosen === undefined ? system.matches : chosen === "dark");
  };
  tell();
  system.addEventListener("change", tell);
  addEventListener("beforeprint", () => show(false));
  addEventListener("afterprint", tell);
  new MutationObserver(tell).observe(root, { attributeFilter: ["data-theme"] });
}
