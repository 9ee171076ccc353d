import { describe, expect, test } from "vitest";
import { adam, bfgs, descend, lbfgs, momentum, newton, ravine, Stepper } from "fall-line";
import { type MimeBundle, RICH, type Rich } from "../../src/display.ts";

const path = descend(ravine, momentum, { start: [-8, 1.5], steps: 5, hyper: { lambda: 0.1 } });
describe("new Stepper(trace)", () => {
  test.each([[3], [undefined], [ravine], [momentum]])("refuses %j", (trace) => {
    expect(() => new Stepper(trace as never)).toThrow(
      /a stepper moves along a descent, got .*; for example: new Stepper\(descend\(ravine, momentum, \{ steps: 20 \}\)\)/,
    );
  });

  test("reads of the step under way what has been computed, and of what has not nothing", () => {
    const stepper = new Stepper(descend(ravine, adam, { steps: 3 }));
    const { trace } = stepper;
    expect(stepper.names).toEqual(["g", "m", "v", "mHat", "vHat", "w"]);
    stepper.to(1, 3);
    expect(stepper.value("g")).toEqual(trace.at(2).g);
    expect(stepper.value("m")).toEqual(trace.at(2).m);
    expect(stepper.value("v")).toEqual(trace.at(2).v);
    expect(stepper.value("w")).toEqual(trace.at(1).w);
    expect(stepper.value("mHat")).toBeUndefined();
    expect([stepper.value("eta"), stepper.value("t"), stepper.value("loss")]).toEqual([
      0.001,
      2,
      trace.at(1).loss,
    ]);
    expect(stepper.forwardLine().value("mHat")).toEqual(trace.at(2).mHat);
    stepper.to(3);
    expect([stepper.atEnd, stepper.value("w"), stepper.value("mHat")]).toEqual([
      true,
      trace.at(3).w,
      trace.at(3).mHat,
    ]);
    expect(stepper.value("v")).toEqual(trace.at(3).v);
    expect(stepper.to(0).value("m")).toEqual(Float64Array.of(0, 0));
  });

  test("stays at its ends, and tells the line that was computed last", () => {
    const stepper = new Stepper(path);
    expect(stepper.back().backLine().atStart).toBe(true);
    expect([stepper.worked, stepper.line]).toEqual([undefined, undefined]);
    expect(stepper.to(5).forward().forwardLine().t).toBe(5);
    expect(stepper.line!.name).toBe("w");
    expect(stepper.line!.result.letter).toBe("w_{5}");
    expect(stepper.worked!.text).toBe(path.worked(5).text);
    expect(stepper.backLine().line!.name).toBe("m");
    expect([stepper.t, stepper.linesDone, stepper.atEnd]).toEqual([4, 2, false]);
    expect([stepper.back().t, stepper.linesDone]).toEqual([4, 0]);
    expect(stepper.back().t).toBe(3);
    expect([stepper.forwardLine().forward().t, stepper.linesDone]).toEqual([4, 0]);
    expect(stepper.to(0, 1).atStart).toBe(false);
    expect(stepper.to(4, 2).forwardLine().atEnd).toBe(true);
  });

  test("shows a step under way without what is said of the whole step", () => {
    const stepper = new Stepper(descend("x^2 + y^2", adam, { start: [1, 1], steps: 2 })).to(1, 2);
    expect(stepper.trace.worked(2).text).toContain("too small to show");
    expect(stepper.worked!.text).not.toContain("too small to show");
    expect(stepper.worked!.lines.map(({ name }) => name)).toEqual(["g", "m"]);
    const bundle = (stepper as unknown as Rich)[RICH]() as MimeBundle;
    expect(bundle["text/plain"]).toBe(stepper.worked!.text);
  });

  test.each([newton, bfgs, lbfgs])(
    "goes through all lines of a rule of matrices and histories: %#",
    (rule) => {
      const stepper = new Stepper(descend(ravine, rule, { steps: 2, record: "all" }));
      let lines = 0;
      for (; !stepper.atEnd; lines++) stepper.forwardLine();
      expect(lines).toBe(2 * stepper.names.length);
      expect(stepper.value("p")).toEqual(stepper.trace.at(2)["p" as never]);
      expect(stepper.value("S")).toBeUndefined();
    },
  );
});
