/** What the kernel itself works with, by the name a student knows it by. */
const objects: Readonly<Record<string, object>> = {
  Object,
  Array,
  JSON,
  Math,
  Reflect,
  Promise,
  "Array.prototype": Array.prototype,
  "Object.prototype": Object.prototype,
  "Function.prototype": Function.prototype,
  "String.prototype": String.prototype,
  "Number.prototype": Number.prototype,
  "RegExp.prototype": RegExp.prototype,
  "Map.prototype": Map.prototype,
  "Set.prototype": Set.prototype,
  "WeakMap.prototype": WeakMap.prototype,
  "Promise.prototype": Promise.prototype,
  "Error.prototype": Error.prototype,
};

const globals = [
  "Boolean",
  "console",
  "Date",
  "Error",
  "Function",
  "Map",
  "Number",
  "RegExp",
  "Set",
  "String",
  "Symbol",
];

interface Kept {
  name: string;
  object: object;
  key: PropertyKey;
  descriptor: PropertyDescriptor;
}

const { defineProperty, getOwnPropertyDescriptor } = Object;

/**
 * The built-in functions as they are when the kernel starts. A cell may put others in their places; the kernel, which
 * needs them to compile the next one, puts them back.
 */
export class Builtins {
  readonly #kept: readonly Kept[] = [
    ...[...globals, ...Object.keys(objects).filter((name) => !name.includes("."))].map((name) => ({
      name,
      object: globalThis,
      key: name,
      descriptor: getOwnPropertyDescriptor(globalThis, name)!,
    })),
    ...Object.entries(objects).flatMap(([name, object]) =>
      Reflect.ownKeys(object).flatMap((key) => {
        const descriptor = getOwnPropertyDescriptor(object, key)!;
        return descriptor.configurable === true && typeof descriptor.value === "function"
          ? [{ name: `${name}.${String(key)}`, object, key, descriptor }]
          : [];
      }),
    ),
  ];

  /** Puts back what has changed; gives the names of what it was. */
  restore(): string[] {
    // By hand, as nothing built in can be relied upon here.
    const names: string[] = [];
    for (let i = 0; i < this.#kept.length; i++) {
      const { name, object, key, descriptor } = this.#kept[i]!;
      if (getOwnPropertyDescriptor(object, key)?.value === descriptor.value) continue;
      defineProperty(object, key, descriptor);
      names[names.length] = name;
    }
    return names;
  }
}
