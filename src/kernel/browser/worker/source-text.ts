import { withoutCounting } from "../../core/cell/without-counting.ts";

/** Functions of cells tell their text as it was written, without what counts in it: exercises read it. */
export function tellSourceText(): void {
  const { toString } = Function.prototype; // oxlint-disable-line typescript/unbound-method
  Function.prototype.toString = new Proxy(toString, {
    apply: (target, of) => withoutCounting(target.call(of as () => unknown)),
  });
}
