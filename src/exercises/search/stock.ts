import { remembered } from "../../remembered.ts";
import { type Edit, isStep } from "./edits/edit.ts";
import { areClose, aroundOf, type Spot } from "./spot.ts";
import type { Place, Tree } from "./tree.ts";

/** Wrong versions of one part, from the smallest value that they take at the spot to the largest. */
interface Sorted {
  readonly values: Float64Array;
  /** For each value, which version has it. */
  readonly which: Uint32Array;
}

/** What may stand in the places of a line, found by the value that a place would have to have. */
export class Stock {
  readonly #spot: Spot;
  readonly #make: (place: Place) => Edit[];
  readonly #sorted = new Map<Tree, Map<string, Sorted>>();

  constructor(spot: Spot, make: (place: Place) => Edit[]) {
    this.#spot = spot;
    this.#make = make;
  }

  /** The wrong versions of a part with which the line is what came at the spot. */
  fitting(place: Place, wanted: number): Edit[] {
    if (Number.isNaN(wanted)) return [];
    const { values, which } = this.#at(place);
    const [least, most] = aroundOf(wanted);
    const fitting: number[] = [];
    for (let k = firstFrom(values, least); k < values.length && values[k]! <= most; k++)
      if (areClose(values[k]!, wanted)) fitting.push(which[k]!);
    if (fitting.length === 0) return [];
    const made = this.#make(place);
    return fitting.flatMap((k) => made[k] ?? []);
  }

  /** What may stand there depends on what it is a part of, and on nothing farther up. */
  #at(place: Place): Sorted {
    const { node, parent, index } = place;
    const known = remembered(this.#sorted, node, () => new Map<string, Sorted>());
    const role = parent === undefined ? "" : `${parent.node.op} ${index}${isStep(place) ? " of w" : ""}`;
    return remembered(known, role, () => this.#sort(this.#make(place)));
  }

  #sort(edits: readonly Edit[]): Sorted {
    const values = edits.map(({ by }) => this.#spot.value(by));
    const which = [...edits.keys()]
      .filter((k) => Number.isFinite(values[k]))
      .sort((a, b) => values[a]! - values[b]!);
    return { values: Float64Array.from(which, (k) => values[k]!), which: Uint32Array.from(which) };
  }
}

/** Where numbers in order begin not to be below a bound. */
function firstFrom(values: Float64Array, bound: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
