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
 * Below a plot so many pixels high: buttons to play at three speeds, to pause, to go a step on or back, and a slider.
 * The buttons for single steps stand still unless every frame moves them on by `stepButtons`.
 */
export function controls(moments: readonly number[], plotHeight: number, withSteps: boolean): PlotlyObject {
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
      ...(withSteps
        ? [{ ...ROW, x: 1, xanchor: "right", y: below(54), ...stepButtons(moments, last).updatemenus[1] }]
        : []),
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

/** The buttons that go one moment back or on from the k-th. */
export function stepButtons(
  moments: readonly number[],
  k: number,
): { readonly updatemenus: readonly [PlotlyObject, PlotlyObject] } {
  const [back, on] = [moments[Math.max(0, k - 1)]!, moments[Math.min(moments.length - 1, k + 1)]!];
  return { updatemenus: [{}, { buttons: [goButton("◀ step", back), goButton("step ▶", on)] }] };
}
