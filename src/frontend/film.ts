/** A chart with moments is a film: it has the bar of an explorer. */
import Plotly from "plotly.js-dist";
import { schemeRules, tokenRules } from "../tokens.ts";
import type { PlainObject } from "./clean.ts";
import { html, set } from "./elements.ts";
import { TRANSPORT } from "./explorer/style/transport.ts";
import { type Played, Transport } from "./explorer/transport.ts";
import { BAR_HEIGHT } from "./reserved-height.ts";
import { playWhenSeen, SECONDS } from "./seen.ts";
import { addStyle } from "./add-style.ts";

const ROOT = ".fall-line-film";

const STYLE = `
${schemeRules(ROOT)}
${ROOT} {
${tokenRules()}
  container-type: inline-size; display: flex; align-items: center; gap: 4px; box-sizing: border-box; height: ${BAR_HEIGHT}px; padding-inline: 12px; color: var(--ink);
  font: 14px/1.45 var(--sans); font-variant-numeric: lining-nums tabular-nums;
${TRANSPORT}
  .transport { display: contents; }
  .transport button { flex: none; }
  .transport output { order: 1; min-width: 8em; text-align: right; }
  @container (max-width: 479px) {
    .transport button { width: 44px; }
    .transport button:is(:first-child, :nth-child(5)) { display: none; }
    .transport output { min-width: 5em; max-width: 6em; margin-left: 0; font-size: 12px; white-space: normal; }
    .transport strong { font-size: 18px; }
  }
  .scrub { position: relative; flex: 1; height: 40px; }
  input.knob[type="range"] { left: 0; top: 20px; width: 100%; }
  :is(button, input):focus-visible { outline: 2.5px solid var(--link); outline-offset: 2px; }
  @media print { display: none; }
}
.fall-line-room:has(> ${ROOT}) .fall-line-chart:focus-visible { outline: 2.5px solid light-dark(#1a5fa8, #82b6ef); outline-offset: -2px; }`;

const AT_ONCE = { mode: "immediate", frame: { duration: 0 }, transition: { duration: 0 } };

/** A moment that is overtaken by the next before it is drawn is no fault: Plotly rejects it without a reason. */
function passOvertaken(reason: unknown): void {
  if (reason !== undefined) throw reason as Error;
}

/** What the keys do, in the words of the chart's label. */
const KEYS = "Left and right arrow: one moment. Space: play or pause.";

/** The moments of a film, by the names of its frames. */
class Moments implements Played {
  readonly names: readonly string[];
  readonly #chart: HTMLElement;
  readonly #listeners: (() => void)[] = [];
  #t: number;

  constructor(chart: HTMLElement, names: readonly string[]) {
    this.#chart = chart;
    this.names = names;
    this.#t = this.last;
  }

  get t(): number {
    return this.#t;
  }

  get last(): number {
    return this.names.length - 1;
  }

  goTo(t: number): void {
    this.#t = Math.max(0, Math.min(this.last, Math.round(t)));
    void Plotly.animate(this.#chart, [this.names[this.#t]], AT_ONCE).catch(passOvertaken);
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  move(): void {
    // Nothing waits for a film to come to rest.
  }
}

/** Puts the bar below a film, which can be drawn anew at its moment; keys work wherever in the film the focus is. JupyterLab's and a deck's own stay out of it. */
export function playable(
  chart: HTMLElement,
  room: HTMLElement,
  frames: readonly PlainObject[],
  { counts, plays }: { readonly counts: string; readonly plays: boolean },
): { stop: () => void; stay: () => void } {
  addStyle("fall-line-film-style", STYLE);
  const moments = new Moments(
    chart,
    frames.map(({ name }) => String(name)),
  );
  const transport = new Transport(moments, { word: counts, at: (t) => moments.names[t]! });
  const knob = html("input", {
    type: "range",
    class: "knob",
    min: 0,
    max: moments.last,
    step: 1,
    "aria-label": counts,
  });
  const show = (): void => {
    knob.value = String(moments.t);
    knob.style.setProperty("--at", String(moments.t / Math.max(1, moments.last)));
    set(knob, { "aria-valuetext": `${counts} ${moments.names[moments.t]!} of ${moments.names.at(-1)!}` });
  };
  knob.addEventListener("input", () => transport.go(knob.valueAsNumber));
  moments.onChange(show);
  show();
  chart.tabIndex = 0;
  chart.setAttribute("role", "group");
  chart.setAttribute("aria-label", `${chart.getAttribute("aria-label") ?? ""} ${KEYS}`.trim());
  room.dataset.lmSuppressShortcuts = "true";
  room.append(
    html("div", { class: "fall-line-film" }, transport.node, html("div", { class: "scrub" }, knob)),
  );
  room.addEventListener("keydown", (event) => {
    const act = transport.keys(event)[event.key];
    const isPressed = event.target instanceof HTMLButtonElement;
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && isPressed) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  const seen = plays ? playWhenSeen(room, () => transport.playWithin(SECONDS)) : undefined;
  return {
    stop() {
      seen?.stop();
      transport.stop();
    },
    stay: () => moments.goTo(moments.t),
  };
}
