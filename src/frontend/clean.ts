/** A Plotly figure from a notebook that may be untrusted, made harmless: plain data, nothing fetched from elsewhere. */
export interface PlainFigure {
  readonly data: PlainObject[];
  readonly layout: PlainObject;
  readonly frames: PlainObject[];
  readonly config: PlainObject;
}

export interface PlainObject {
  [key: string]: unknown;
}

/** Keys by which data could reach the prototypes of the page's own objects. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/** Kinds of trace that fetch maps from the network. */
const MAPS = /geo|map|choropleth/;
const NOT_MAPS = new Set(["heatmap", "treemap", "histogram2d"]);

/** The only settings that a figure may make of how it is handled. */
const SETTINGS = ["displayModeBar", "doubleClick", "scrollZoom", "staticPlot", "modeBarButtonsToRemove"];

/**
 * A deep copy of what is plain data in a figure.
 * @throws Error when it is no figure, or needs the network
 */
export function cleanFigure(figure: unknown): PlainFigure {
  if (!isObject(figure) || !Array.isArray(figure.data))
    throw new Error('a figure is an object with a list "data" and an object "layout"');
  const data = (copy(figure.data, "") as unknown[]).filter(isObject);
  for (const { type } of data) {
    if (typeof type === "string" && MAPS.test(type) && !NOT_MAPS.has(type))
      throw new Error(`traces of type "${type}" fetch maps from the network, and figures here do not`);
  }
  const config = isObject(figure.config) ? figure.config : {};
  return {
    data,
    layout: isObject(figure.layout) ? (copy(figure.layout, "") as PlainObject) : {},
    frames: Array.isArray(figure.frames) ? (copy(figure.frames, "") as unknown[]).filter(isObject) : [],
    config: Object.fromEntries(SETTINGS.filter((key) => key in config).map((key) => [key, config[key]])),
  };
}

export function isObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

function copy(value: unknown, key: string): unknown {
  if (typeof value === "string") return namesSource(key) && !isInline(value) ? "" : value;
  if (typeof value !== "object" || value === null) return typeof value === "function" ? null : value;
  if (ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) {
    // ["images[0].source", address]: how a button would set a picture's address.
    if (value.some((item) => typeof item === "string" && namesSource(item))) return [];
    return value.map((item) => copy(item, key));
  }
  const result: PlainObject = {};
  for (const [name, item] of Object.entries(value)) {
    if (!FORBIDDEN.has(name)) result[name] = copy(item, name);
  }
  return result;
}

/** Whether an attribute holds the address of a picture. */
function namesSource(key: string): boolean {
  return /(^|[.\]])source$/.test(key);
}

function isInline(address: string): boolean {
  return /^data:image\//i.test(address);
}
