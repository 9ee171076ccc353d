/** Runs in a page, in the place of plotly.js: what is asked of it, and how that ends. */
export const asked: unknown[][] = [];

export default {
  answer: (): Promise<unknown> => Promise.resolve(),
  newPlot: (): Promise<unknown> => Promise.resolve(),
  react(): Promise<unknown> {
    return this.answer();
  },
  purge: (): void => undefined,
  animate(...what: unknown[]): Promise<unknown> {
    asked.push(what.slice(1));
    return this.answer();
  },
};
