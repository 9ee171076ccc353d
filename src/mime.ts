/** The formats in which a notebook holds a figure: Plotly's own, and the library's, from which a page computes it again. */
export const PLOTLY = "application/vnd.plotly.v1+json";
export const SPECIFICATION = "application/vnd.fall-line+json";

/** Whether a specification is that of an explorer, which is a figure by which a student tries what comes. */
export function isExplorer(specification: unknown): boolean {
  return (specification as { readonly kind?: unknown } | null | undefined)?.kind === "explorer";
}

/** Whether a figure plays by itself when it is first seen, as its specification says. */
export function doesPlay(specification: unknown): boolean {
  const { options } = (specification ?? {}) as { readonly options?: { readonly plays?: unknown } | null };
  return options?.plays === true;
}
