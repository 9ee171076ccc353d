import { atMost } from "./caps.ts";

const MOST_TAGS = 200;
const MOST_DEPTH = 16;

const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi;

/** Declarations of a style that colour and size words, and can name no address. */
const HARMLESS = /^(?:color|font-(?:family|size|style|weight|variant)|text-decoration)\s*:\s*[\w\s#.,%-]+$/i;

/**
 * The text of a title, label or hover, with the little markup that Plotly knows. A link stays one; of a style only what can
 * fetch nothing.
 * @throws InputError when it has more tags, or tags nested deeper, than a page sets without being held up
 */
export function cleanMarkup(text: string): string {
  if (!text.includes("<")) return text;
  let [tags, depth] = [0, 0];
  return text.replace(TAG, (_tag, slash: string, name: string, attributes: string) => {
    tags += 1;
    if (!/^br$/i.test(name)) depth += slash === "" ? 1 : -1;
    atMost(MOST_TAGS, tags, "tags in one text");
    atMost(MOST_DEPTH, depth, "tags nested in one another");
    return slash === "" ? `<${name}${kept(attributes)}>` : `</${name}>`;
  });
}

/** The attributes that stay: where a link leads, and harmless declarations of a style. */
function kept(attributes: string): string {
  const declarations = valueOf(attributes, "style")
    .split(";")
    .map((one) => one.trim())
    .filter((one) => HARMLESS.test(one));
  // No quotes and no spaces: nothing in an address can look like an attribute of its own.
  const href = valueOf(attributes, "href").replace(/["'\s]/g, "");
  return (
    (href === "" ? "" : ` href="${href}"`) +
    (declarations.length === 0 ? "" : ` style="${declarations.join("; ")}"`)
  );
}

function valueOf(attributes: string, name: string): string {
  const [, double, single] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(attributes) ?? [];
  return double ?? single ?? "";
}
