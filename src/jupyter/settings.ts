/** How JupyterLab is to be, whichever it is: no requests to the network, no questions, every cell in the page. */

/** Defaults of the front end's settings; each user can change them. */
export { default as OVERRIDES } from "./overrides.json" with { type: "json" };

/** The extension that comes with plotly for Python would draw our figures without their words and theme. */
export const PAGE_CONFIG = { disabledExtensions: { "@jupyterlab/plotly-extension:factory": true } };

/** The search for language servers would run npm, which writes into the user's home; the kernel needs none of them. */
export const NO_LANGUAGE_SERVERS = { LanguageServerManager: { autodetect: false } };
