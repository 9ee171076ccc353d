import { OFFERED, OFFERED_OF_LIBRARY } from "./offered.ts";

/** Something by its place: what has it, and its name there. */
export type Place = readonly [owner: string, name: string];

const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

const offered = new Map(Object.entries(OFFERED).map(([owner, names]) => [owner, new Set(names.split(" "))]));

/** What this place has, and no answer may use: global names, in a page some of them inherited, and built-in functions. */
export function withheld(): Place[] {
  const names = new Set(chainOf(globalThis).flatMap((object) => Object.getOwnPropertyNames(object)));
  const globals = [...names].map((name): Place => ["globalThis", name]);
  return [...globals.filter(isWithheld), ...(functions ??= withheldFunctions())];
}

let functions: readonly Place[] | undefined;

function withheldFunctions(): Place[] {
  return [...offered.keys()]
    .filter((owner) => owner !== "globalThis")
    .flatMap((owner) => {
      const object = ownerOf(owner);
      return Object.getOwnPropertyNames(object)
        .filter((name) => typeof getOwnPropertyDescriptor(object, name)!.value === "function")
        .map((name): Place => [owner, name]);
    })
    .filter(isWithheld);
}

const isWithheld = ([owner, name]: Place): boolean =>
  name !== "constructor" && !offered.get(owner)!.has(name);

/** An object and those that it inherits from, but for what all objects do. */
function chainOf(object: object | null): object[] {
  return object === null || object === Object.prototype ? [] : [object, ...chainOf(getPrototypeOf(object))];
}

/** What has built-in functions, by its name in `OFFERED`. */
export function ownerOf(name: string): object {
  if (name === "globalThis") return globalThis;
  if (name === "Iterator.prototype") return getPrototypeOf(getPrototypeOf([].values())!)!;
  const [first = "", inner] = name.split(".");
  const held = (
    first === "TypedArray" ? getPrototypeOf(Float64Array) : Reflect.get(globalThis, first)
  ) as object;
  return inner === undefined ? held : (Reflect.get(held, inner) as object);
}

/**
 * Something that is there by its name alone: whoever uses it is told that it is not available in grading.
 * @param but what is there of it all the same
 */
export function absent(what: string, but: Readonly<Record<string, unknown>> = {}): object {
  const tell = (): never => {
    throw new Error(`${what} is not available in grading`);
  };
  const traps = ["apply", "construct", "set", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"];
  function nothing(): undefined {
    return undefined;
  }
  return new Proxy(nothing, {
    ...Object.fromEntries(traps.map((name) => [name, tell])),
    get: (_, name) => (Object.hasOwn(but, name) ? but[name as string] : tell()),
  });
}

/** A part of a module in words: "dot of the library". */
export const partOf = (module: string, name: string): string =>
  `${name} of ${module === "fall-line" ? "the library" : module}`;

/** A module that is there by its names alone. @param own what it has, where that is offered */
export function absentModule(id: string, own: Readonly<Record<string, unknown>>): object {
  const isOffered = (name: string): boolean => id === "fall-line" && OFFERED_OF_LIBRARY.includes(name);
  return new Proxy(
    {},
    { get: (_, name) => (isOffered(String(name)) ? own[String(name)] : absent(partOf(id, String(name)))) },
  );
}

const inWords = ([owner, name]: Place): string =>
  owner === "globalThis" ? name : `${owner.replace(".prototype", "")}.${name}`;

/** The values that stand at places, in words, and those that they hold, as `Intl` does: a cell may have given them names of its own. */
export function valuesAt(places: readonly Place[]): Map<unknown, string> {
  const values = new Map<unknown, string>();
  for (const place of places) {
    const held = getOwnPropertyDescriptor(ownerOf(place[0]), place[1])?.value as unknown;
    if (typeof held !== "object" && typeof held !== "function") continue;
    values.set(held, inWords(place));
    if (typeof held === "object" && held !== null && held !== globalThis)
      for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(held)))
        if (typeof value === "function") values.set(value, `${inWords(place)}.${name}`);
  }
  values.delete(null);
  return values;
}

const absences = new Map<string, object>();

/** What stands in the place of something that no answer may use. */
export function absence(place: Place): Substitute {
  const [owner, name] = place;
  const what = inWords(place);
  const value = absences.get(what) ?? absent(what);
  absences.set(what, value);
  return { object: ownerOf(owner), key: name, value };
}

/** A value that takes the place of another. */
export interface Substitute {
  readonly object: object;
  readonly key: PropertyKey;
  readonly value: unknown;
}

/** Values that take the places of others for a while. Written without anything that an answer may have changed. */
export class Substitution {
  readonly #substitutes: readonly (Substitute & { readonly was: PropertyDescriptor | undefined })[];

  constructor(substitutes: readonly Substitute[]) {
    this.#substitutes = substitutes
      .map((one) => ({ ...one, was: getOwnPropertyDescriptor(one.object, one.key) }))
      .filter(({ was }) => was?.configurable !== false);
  }

  begin(): void {
    for (let i = 0; i < this.#substitutes.length; i++) {
      const { object, key, value } = this.#substitutes[i]!;
      defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
    }
  }

  end(): void {
    for (let i = 0; i < this.#substitutes.length; i++) {
      const { object, key, was } = this.#substitutes[i]!;
      if (was === undefined) deleteProperty(object, key);
      else defineProperty(object, key, was);
    }
  }
}
