/** Names of curves that stand nearer to another curve. */
import type { Page } from "playwright-core";

/** The names at the ends of curves, on the slide shown, whose nearest line is not drawn as their own curve is. */
export function strayNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Axis {
      readonly _length: number;
      d2p(value: number | null): number;
    }
    interface Trace {
      readonly name?: string;
      readonly mode?: string;
      readonly line?: { readonly color: string; readonly dash: string };
      readonly x: ArrayLike<number | null>;
      readonly y: ArrayLike<number | null>;
    }
    interface Plot extends HTMLElement {
      readonly _fullData: readonly Trace[];
      readonly _fullLayout: {
        readonly xaxis: Axis;
        readonly yaxis: Axis;
        readonly annotations?: readonly { readonly name?: string; readonly xanchor?: string }[];
      };
    }
    type Dot = readonly [x: number, y: number];
    const toSegment = ([x, y]: Dot, [fromX, fromY]: Dot, [toX, toY]: Dot): number => {
      const [across, down] = [toX - fromX, toY - fromY];
      const along = ((x - fromX) * across + (y - fromY) * down) / (across ** 2 + down ** 2 || 1);
      const share = Math.max(0, Math.min(1, along));
      return Math.hypot(x - fromX - share * across, y - fromY - share * down);
    };
    const lookOf = ({ line }: Trace): string => `${line!.color} ${line!.dash}`;
    const slide = document.querySelector<HTMLElement>("section.slide.present")!;
    const plots = [...slide.querySelectorAll<Plot>(".js-plotly-plot")].filter(
      (one) => one.getBoundingClientRect().width > 0,
    );
    return plots.flatMap((plot) => {
      const { xaxis, yaxis, annotations = [] } = plot._fullLayout;
      const lines = plot._fullData.filter(({ mode }) => mode === "lines");
      const box = plot.querySelector(".nsewdrag")!.getBoundingClientRect();
      const scale = box.width / xaxis._length;
      const dotsOf = ({ x, y }: Trace): Dot[] =>
        Array.from(x, (one, k) => [box.left + scale * xaxis.d2p(one), box.top + scale * yaxis.d2p(y[k]!)]);
      return annotations.flatMap(({ name, xanchor }, k) => {
        const own = lines.find((line) => name !== undefined && line.name === name);
        if (own === undefined || xanchor !== "left") return [];
        const { left, top, bottom } = plot
          .querySelector(`.annotation[data-index="${k}"] text`)!
          .getBoundingClientRect();
        const away = (line: Trace): number => {
          const dots = dotsOf(line);
          const all = dots.slice(1).map((dot, i) => toSegment([left, (top + bottom) / 2], dots[i]!, dot));
          return Math.min(...all.filter(Number.isFinite));
        };
        const nearest = Math.min(...lines.map(away));
        const alike = lines.filter((line) => lookOf(line) === lookOf(own)).map(away);
        return Math.min(...alike) <= nearest + scale ? [] : [`${slide.dataset["title"]!}: ${name!}`];
      });
    });
  });
}
