import type { PlotlyObject } from "./plotly.ts";

const AT_ONCE = { mode: "immediate", frame: { duration: 0 }, transition: { duration: 0 } };

function playButton(label: string, duration: number): PlotlyObject {
  const args = [
    null,
    { mode: "immediate", fromcurrent: true, frame: { duration }, transition: { duration: 0 } },
  ];
  return { label, method: "animate", args };
}

function goButton(label: string, moment: number): PlotlyObject {
  return { label, method: "animate", args: [[String(moment)], AT_ONCE] };
}

const ROW = { type: "buttons", direction: "left", yanchor: "top", showactive: false, pad: { r: 0, t: 0 } };

/** Height in pixels of the controls below a picture. */
export const CONTROLS_HEIGHT = 116;

/**
 * Plotly's own controls, where a page has none of ours, below a plot so many pixels high: buttons to play at three speeds
 * and to pause, and a slider.
 */
export function controls(moments: readonly number[], plotHeight: number): PlotlyObject {
  const last = moments.length - 1;
  const below = (pixels: number): number => Number((-pixels / plotHeight).toFixed(3));
  return {
    updatemenus: [
      {
        ...ROW,
        x: 0,
        xanchor: "left",
        y: below(54),
        buttons: [
          playButton("▶ slow", 600),
          playButton("▶ play", 150),
          playButton("▶▶ fast", 30),
          { label: "❚❚ pause", method: "animate", args: [[null], AT_ONCE] },
        ],
      },
    ],
    sliders: [
      {
        active: last,
        x: 0,
        len: 1,
        y: below(94),
        pad: { t: 6, b: 0 },
        currentvalue: { prefix: "gradients computed: ", xanchor: "left", font: { size: 13 } },
        steps: moments.map((moment) => goButton(String(moment), moment)),
      },
    ],
  };
}
