import * as v from "valibot";
import { explore } from "../../figures/explore.ts";
import { Recipe } from "../../figures/revive.ts";
import { type Settings, settingsOf } from "./settings.ts";

/** What begins the part of an address in which settings travel. */
const MARK = "#explore=";

/** The page's address, with the settings of one of its explorers. */
export function linkTo(settings: Settings, own: unknown, address: string): string {
  const [page = ""] = address.split("#");
  return page + MARK + packed({ of: nameOf(own), shown: recipeOf(settings) });
}

/**
 * The settings that the page's address has for an explorer; nothing when it has none for this one.
 * @param own the recipe with which the explorer lies in the page
 * @throws InputError when they are no settings
 */
export function linkedSettings(own: unknown, address: string): Settings | undefined {
  const start = address.indexOf(MARK);
  const linked = start < 0 ? undefined : unpacked(address.slice(start + MARK.length));
  return linked?.of === nameOf(own) ? settingsOf(new Recipe(linked.shown)) : undefined;
}

function recipeOf({ objective, start, steps, schedule, runners, tuned }: Settings): unknown {
  const rules = runners.filter(({ on }) => on).map(({ rule, hyper }) => ({ rule, hyper }));
  const settings = { ...(schedule === undefined ? {} : { schedule }), ...(tuned === true ? { tuned } : {}) };
  return explore({ objective, rules, start, steps, ...settings }).specification;
}

/** A short name for a recipe, by which one explorer of a page is told from the others (FNV-1a). */
function nameOf(recipe: unknown): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(recipe)) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}

function packed(data: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

/** For which explorer, and its recipe. */
const LINKED = v.pipe(v.string(), v.parseJson(), v.object({ of: v.string(), shown: v.unknown() }));

/** What an address holds; nothing when it is not ours. */
function unpacked(text: string): v.InferOutput<typeof LINKED> | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
      letter.charCodeAt(0),
    );
    return v.parse(LINKED, new TextDecoder().decode(bytes));
  } catch {
    return undefined; // Another program's address may begin like ours.
  }
}
