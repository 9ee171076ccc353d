/** The method by which a value says how it is shown. */
export const displayMethod = Symbol.for("Jupyter.display");
