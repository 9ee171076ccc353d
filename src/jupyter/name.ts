/** The name under which Jupyter knows the kernel and the front-end extension. */
export const NAME = "fall-line";
