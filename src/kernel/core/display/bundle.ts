import { platform } from "../platform.ts";
import { displayMethod } from "./method.ts";
import { isTable, tableHtml } from "./table.ts";

/** Representations of one value, by MIME type. */
export type MimeBundle = Record<string, unknown>;

/** A value in as many forms as we know for it. */
export async function bundleOf(value: unknown): Promise<MimeBundle> {
  if (isRich(value)) {
    const bundle = await value[displayMethod]();
    if (typeof bundle === "object" && bundle !== null) return withText(bundle as MimeBundle, value);
  }
  return describe(value);
}

/** A value that does not say how it is shown: as a table if it is one, and as text. */
export function describe(value: unknown): MimeBundle {
  const table = isTable(value) ? { "text/html": tableHtml(value) } : {};
  return { ...table, "text/plain": textOf(value) };
}

/** How much of a value is shown, in characters. */
const longest = 200_000;

/** A value as text, of a length that a page can bear. */
export function textOf(value: unknown): string {
  const text = platform.inspect(value, {
    depth: 4,
    maxArrayLength: 100,
    maxStringLength: 10_000,
    breakLength: 100,
  });
  const more = text.length - longest;
  return more <= 0 ? text : `${text.slice(0, longest)}\n... ${more.toLocaleString("en")} more characters`;
}

function isRich(value: unknown): value is { [displayMethod]: () => unknown } {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return typeof (value as { [displayMethod]?: unknown })[displayMethod] === "function";
}

/** Every bundle has a text, for front ends that show nothing else. */
function withText(bundle: MimeBundle, value: unknown): MimeBundle {
  return "text/plain" in bundle ? bundle : { ...bundle, "text/plain": textOf(value) };
}
