/** Runs in a page, in the place of plotly.js: what is asked of it, and how that ends. */
export const asked: [what: string, ...given: unknown[]][] = [];

const fake = {
  /** What becomes of it all. */
  answer: (() => Promise.resolve()) as (what: string, chart: HTMLElement) => Promise<unknown>,
  newPlot: asking("newPlot"),
  react: asking("react"),
  relayout: asking("relayout"),
  redraw: asking("redraw"),
  animate: asking("animate"),
  downloadImage: (figure: object, options: object): Promise<unknown> => {
    asked.push(["downloadImage", options, figure]);
    return fake.answer("downloadImage", document.body);
  },
  purge: (): void => void asked.push(["purge"]),
};

function asking(what: string) {
  return (chart: HTMLElement, ...given: unknown[]): Promise<unknown> => {
    asked.push([what, ...given]);
    return fake.answer(what, chart);
  };
}

export default fake;
