import type { PlainFigure, PlainObject } from "./clean.ts";
import { isObject } from "./clean.ts";
import { recoloured } from "./recolour.ts";
import { withRelief } from "./relief-layer.ts";

/** The page's colours and type, as a figure wears them. */
interface Theme {
  readonly dark: boolean;
  readonly text: string;
  readonly grid: string;
  readonly line: string;
  readonly paper: string;
  readonly font: string;
}

const LIGHT = { text: "#212121", grid: "#e4e4e4", line: "#9a9a9a", paper: "#ffffff" };
const DARK = { text: "#e8e8e8", grid: "#3d3d3d", line: "#8a8a8a", paper: "#111111" };

/** Whether the page's theme is a dark one. */
export function isDark(): boolean {
  return document.body.dataset.jpThemeLight === "false";
}

/** What tells the page's theme from another. */
export function themeName(): string {
  return `${document.body.dataset.jpThemeName ?? ""}, ${isDark() ? "dark" : "light"}`;
}

function currentTheme(): Theme {
  const dark = isDark();
  const usual = dark ? DARK : LIGHT;
  return {
    dark,
    text: colourOf("--jp-content-font-color1", usual.text),
    grid: usual.grid,
    line: usual.line,
    paper: colourOf("--jp-layout-color0", usual.paper),
    font: getComputedStyle(document.body).getPropertyValue("--jp-content-font-family") || "sans-serif",
  };
}

/** A CSS variable as a colour that Plotly can read. */
function colourOf(variable: string, otherwise: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${variable}, ${otherwise})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color.startsWith("rgb") ? color : otherwise;
}

/**
 * The figure in the page's theme. What the figure says itself stays; paper, axes and type that it leaves open take the
 * theme's colours. On a dark page each colour that `layout.meta.dark` names becomes its counterpart there:
 * `{ "#141414": "#f2f2f2" }` makes black lines near-white.
 */
export function themed({ data, layout }: PlainFigure): { data: readonly PlainObject[]; layout: PlainObject } {
  const theme = currentTheme();
  const pairs = theme.dark && isObject(layout.meta) && isObject(layout.meta.dark) ? layout.meta.dark : {};
  const own = isObject(layout.template) ? layout.template : { layout: templateOf(theme) };
  return withRelief(
    data.map((trace) => recoloured(trace, pairs) as PlainObject),
    { ...(recoloured(layout, pairs, "meta") as PlainObject), template: own },
    theme.dark,
  );
}

/** Numbers beside axes have a power of ten where those in words have one, and no letter for it. */
const POWERS = { exponentformat: "power", minexponent: 5 };

function templateOf({ text, grid, line, paper, font }: Theme): PlainObject {
  const axis = {
    gridcolor: grid,
    linecolor: line,
    zerolinecolor: line,
    tickcolor: line,
    automargin: true,
    ...POWERS,
    title: { standoff: 10 },
  };
  const inSpace = { ...axis, backgroundcolor: "rgba(0,0,0,0)", showbackground: false };
  const control = { bgcolor: paper, bordercolor: line, font: { color: text } };
  return {
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { color: text, family: font, size: 13 },
    xaxis: axis,
    yaxis: axis,
    scene: { xaxis: inSpace, yaxis: inSpace, zaxis: inSpace },
    legend: { bgcolor: "rgba(0,0,0,0)" },
    hoverlabel: { bgcolor: paper, bordercolor: line, font: { color: text, family: font } },
    updatemenudefaults: control,
    sliderdefaults: { ...control, activebgcolor: line, currentvalue: { font: { color: text } } },
    annotationdefaults: { font: { color: text }, arrowcolor: text },
    shapedefaults: { line: { color: line } },
  };
}

/** The colour on which a figure lies. */
export const paperColor = (): string => currentTheme().paper;

/** Calls back when the page's theme changes. */
export function watchTheme(changed: () => void): { stop: () => void } {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ["data-jp-theme-light", "data-jp-theme-name"],
  });
  return { stop: () => observer.disconnect() };
}
