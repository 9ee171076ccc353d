/**
 * The theme of a page without Jupyter. A page says `data-theme="light"` or `"dark"` on its root; one that says nothing is as
 * the system is. What draws looks for it where JupyterLab has it, on the body.
 */
export function followTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const tell = (): void => {
    const chosen = root.dataset["theme"];
    const dark = chosen === undefined ? system.matches : chosen === "dark";
    document.body.dataset["jpThemeLight"] = String(!dark);
  };
  tell();
  system.addEventListener("change", tell);
  new MutationObserver(tell).observe(root, { attributeFilter: ["data-theme"] });
}
