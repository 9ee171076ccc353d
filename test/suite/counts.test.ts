import { describe, expect, it } from "vitest";
import { closingLines, countsOfPytest, countsOfVitest, judged } from "./counts.ts";

const failure = { test: "a.test.ts: adds", message: "expected 1 to be 2" };

describe("the counts of a test run", () => {
  it("come from vitest's report, where a file that could not be loaded has failed", () => {
    const passed = { status: "passed", fullName: "subtracts", failureMessages: [] };
    const failed = {
      status: "failed",
      fullName: "adds",
      failureMessages: ["expected 1 to be 2\n at a.test.ts"],
    };
    const report = {
      numPassedTests: 12,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { name: "a.test.ts", status: "failed", assertionResults: [failed] },
        {
          name: "b.test.ts",
          status: "failed",
          assertionResults: [passed, { status: "failed", fullName: "adds" }],
        },
        { name: "c.test.ts", status: "failed", message: "No such module\nat c", assertionResults: [] },
        {
          name: "d.test.ts",
          status: "failed",
          message: "no room",
          assertionResults: [{ status: "skipped", fullName: "adds" }],
        },
        { name: "e.test.ts", status: "passed", assertionResults: [passed] },
      ],
    };
    expect(countsOfVitest(JSON.stringify(report))).toEqual({
      passed: 12,
      failed: [
        failure,
        { test: "b.test.ts: adds", message: "" },
        { test: "c.test.ts", message: "No such module" },
        { test: "d.test.ts", message: "no room" },
      ],
      skipped: 3,
    });
  });

  it("come from pytest's report", () => {
    const suite = '<testsuite name="pytest" errors="1" failures="1" skipped="3" tests="10" time="1.0">';
    const cases =
      '<testcase classname="test_a" name="test_x" time="1"><failure message="assert 1 == 2&#10; +  where">t</failure></testcase>' +
      '<testcase classname="test_a" name="test_y" time="1" />' +
      '<testcase classname="test_b" name="test_z[1]" time="1"><error message="failed on setup">t</error></testcase>';
    const report = `<?xml version="1.0"?><testsuites name="pytest tests">${suite}${cases}</testsuite></testsuites>`;
    expect(countsOfPytest(report)).toEqual({
      passed: 5,
      failed: [
        { test: "test_a: test_x", message: "assert 1 == 2" },
        { test: "test_b: test_z[1]", message: "failed on setup" },
      ],
      skipped: 3,
    });
    const none = { passed: 0, failed: [], skipped: 0 };
    expect(countsOfPytest('<testsuite name="tests=" subtests="7" tests="5">')).toEqual({
      ...none,
      passed: 5,
    });
    expect(countsOfPytest("")).toEqual(none);
  });

  it("hold a failure for a part that ended badly, or ran nothing", () => {
    const good = { passed: 3, failed: [], skipped: 0 };
    const none = { passed: 0, failed: [], skipped: 0 };
    const ended = (code: string) => [
      { test: "unit", message: `ended with exit code ${code}, and no test of it failed` },
    ];
    expect(judged(good, "unit", 0)).toEqual(good);
    expect(judged(good, "unit", 1).failed).toEqual(ended("1"));
    expect(judged(good, "unit", null).failed).toEqual(ended("none"));
    expect(judged({ ...none, skipped: 3 }, "unit", 0)).toEqual({
      ...none,
      skipped: 3,
      failed: [{ test: "unit", message: "ran no test" }],
    });
    expect(judged({ ...none, failed: [failure] }, "unit", 0).failed).toEqual([failure]);
    expect(judged({ ...good, failed: [failure] }, "unit", 1).failed).toEqual([failure]);
  });

  it("are summed in the closing lines, which keep silent about nothing", () => {
    const part = { passed: 3, failed: [], skipped: 0 };
    expect(closingLines([part, part])).toEqual(["6 passed, 0 failed"]);
    expect(closingLines([part, { passed: 1, failed: [failure, failure], skipped: 4 }])).toEqual([
      "Failed",
      "a.test.ts: adds\n  expected 1 to be 2",
      "a.test.ts: adds\n  expected 1 to be 2",
      "",
      "4 passed, 2 failed, 4 skipped",
    ]);
    expect(closingLines([{ ...part, skipped: 1 }])).toEqual(["3 passed, 0 failed, 1 skipped"]);
  });
});
