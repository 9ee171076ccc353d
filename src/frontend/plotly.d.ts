declare module "plotly.js-dist" {
  /** The few functions of plotly.js that draw a figure. */
  const Plotly: {
    newPlot(element: HTMLElement, figure: object): Promise<unknown>;
    react(element: HTMLElement, figure: object): Promise<unknown>;
    redraw(element: HTMLElement): Promise<unknown>;
    animate(element: HTMLElement, ...args: readonly unknown[]): Promise<unknown>;
    downloadImage(figure: object, options: object): Promise<unknown>;
    purge(element: HTMLElement): void;
  };
  export default Plotly;
}
