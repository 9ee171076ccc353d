/** What a student's code finds besides the language: what a notebook may have left in, harmless and the same each time. */
import { OFFERED, SILENT } from "../../exercises/run/offered.ts";
import { each, STAND_INS } from "../../exercises/run/stand-ins.ts";
import {
  absence,
  absentModule,
  ownerOf,
  type Place,
  Substitution,
  withheld,
} from "../../exercises/run/withheld.ts";

/**
 * @param print is called with what would be printed
 * @param elsewhere what an answer may not use of that which there is where its notebook ran
 */
export function defineGlobals(print: (...inputs: unknown[]) => void, elsewhere: readonly Place[]): void {
  const console = {
    ...each(OFFERED["console"]!.split(" "), () => print),
    ...each(SILENT, () => () => undefined),
    assert: (isSo: unknown, ...inputs: unknown[]): void => {
      if (!isSo) print("Assertion failed:", ...inputs);
    },
  };
  Object.assign(globalThis, { console });
  for (const [owner, name] of withheld()) Reflect.deleteProperty(ownerOf(owner), name);
  new Substitution([...elsewhere.map(absence), ...STAND_INS]).begin();
  Object.assign(globalThis, {
    display: print,
    require: requireOf(),
    notWrittenYet() {
      throw new Error("not written yet");
    },
  });
  Date.prototype.constructor = Date;
  // Where it is not there, whoever wants a stack has none.
  Object.assign(Error, { captureStackTrace: () => undefined });
}

/**
 * What cells import, and what compiled cells call. Of modules only names are there: whoever uses one is told that it is not
 * available in grading.
 */
function requireOf(): object {
  const same = (value: unknown): unknown => value;
  const module = (id: string): object => absentModule(id, globalThis);
  return Object.assign(module, {
    default: (of: Record<string, unknown>) => of["default"],
    namespace: same,
    wait: same,
    each: same,
    use: same,
    throwing: same,
    load: module,
    ready: () => undefined,
    meta: {},
  });
}
