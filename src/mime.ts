/** The formats in which a notebook holds a figure: Plotly's own, and the library's, from which a page computes it again. */
export const PLOTLY = "application/vnd.plotly.v1+json";
export const SPECIFICATION = "application/vnd.fall-line+json";
