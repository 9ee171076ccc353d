import { OFFERED_OF_LIBRARY } from "../../../exercises/run/offered.ts";
import { absent, absentModule, partOf } from "../../../exercises/run/withheld.ts";

type Scope = readonly Record<string, unknown>[];
type Require = (id: string) => unknown;

const isObject = (value: unknown): value is object =>
  typeof value === "function" || (typeof value === "object" && value !== null);

/** What cells have of modules. It is not available in grading, and so it is withheld from an answer that is checked. */
export class Imported {
  /** What stands in the place of what a module gives. */
  readonly #absences = new Map<unknown, object>();
  /** What ends the trials that are going on. */
  readonly #ends: (() => void)[] = [];

  /** A `require` of which is known what it gives. */
  of<R extends object>(require: R): R {
    return new Proxy(require, {
      apply: (target, self, [id]: [string]) => {
        const module = (target as unknown as Require).call(self, id);
        if (isObject(module) && !this.#absences.has(module)) this.#take(id, module);
        return module;
      },
    });
  }

  #take(id: string, module: object): void {
    this.#absences.set(module, absentModule(id, module as Record<string, unknown>));
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(module))) {
      // Of others a getter may do anything.
      const part: unknown =
        property.get !== undefined && id === "fall-line" ? property.get.call(module) : property.value;
      const isKnown = this.#absences.has(part) || OFFERED_OF_LIBRARY.includes(name);
      if (isObject(part) && !isKnown) this.#absences.set(part, absent(partOf(id, name)));
    }
  }

  /**
   * Puts what tells so in the place of what cells have of modules; returns what puts it back.
   * @param others what else is withheld, by its values, in words; what is made by them is withheld too
   * @param end ends the trial for which it is
   */
  withhold(scope: Scope, others: ReadonlyMap<unknown, string>, end: () => void): () => void {
    const absenceOf = (value: unknown): object | undefined => {
      if (!isObject(value)) return undefined;
      const maker = ownValue(Object.getPrototypeOf(value) as unknown, "constructor");
      const origins = [value, ownValue(value, "default"), maker];
      const what = origins.map((one) => others.get(one)).find((one) => one !== undefined);
      if (what !== undefined) return absent(what);
      return origins.map((one) => this.#absences.get(one)).find((one) => one !== undefined);
    };
    const withheld = scope.flatMap((holder) =>
      Object.keys(holder).flatMap((name) => {
        const value = ownValue(holder, name);
        const absence = absenceOf(value);
        return absence === undefined ? [] : [{ holder, name, value, absence }];
      }),
    );
    for (const { holder, name, absence } of withheld) holder[name] = absence;
    this.#ends.push(end);
    return () => {
      this.#ends.length -= 1;
      for (let i = 0; i < withheld.length; i++) {
        const { holder, name, value } = withheld[i]!;
        holder[name] = value;
      }
    };
  }

  /** Ends the trials that were stopped in the midst: what is terminated from outside puts nothing back. */
  endTrials(): void {
    while (this.#ends.length > 0) this.#ends[this.#ends.length - 1]!();
  }
}

const ownValue = (object: unknown, name: string): unknown =>
  isObject(object) ? Object.getOwnPropertyDescriptor(object, name)?.value : undefined;
