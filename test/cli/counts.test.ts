import { describe, expect, it } from "vitest";
import { closingLine, countsOfPytest, countsOfVitest, judged } from "../../src/cli/testing/counts.ts";

describe("the counts of a test run", () => {
  it("come from vitest's report, where a file that could not be loaded has failed", () => {
    const report = {
      numPassedTests: 12,
      numFailedTests: 2,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: "failed", assertionResults: [{}] },
        { status: "failed", assertionResults: [{}, {}] },
        { status: "failed", assertionResults: [] },
        { status: "passed", assertionResults: [] },
        { status: "passed", assertionResults: [{}] },
      ],
    };
    expect(countsOfVitest(JSON.stringify(report))).toEqual({ passed: 12, failed: 3, skipped: 3 });
  });

  it("come from pytest's report", () => {
    const suite = '<testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="1.0">';
    const report = `<?xml version="1.0"?><testsuites name="pytest tests">${suite}</testsuite></testsuites>`;
    expect(countsOfPytest(report)).toEqual({ passed: 4, failed: 3, skipped: 3 });
    expect(countsOfPytest('<testsuite name="tests=" subtests="7" tests="5">')).toEqual({
      passed: 5,
      failed: 0,
      skipped: 0,
    });
    expect(countsOfPytest("")).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it("hold a failure for a part that ended badly, or ran nothing", () => {
    const good = { passed: 3, failed: 0, skipped: 0 };
    const none = { passed: 0, failed: 0, skipped: 0 };
    expect(judged(good, 0)).toEqual(good);
    expect(judged(good, 1).failed).toBe(1);
    expect(judged(good, null).failed).toBe(1);
    expect(judged(none, 0).failed).toBe(1);
    expect(judged({ ...none, skipped: 3 }, 0)).toEqual({ ...none, skipped: 3, failed: 1 });
    expect(judged({ ...none, failed: 3 }, 0).failed).toBe(3);
    expect(judged({ ...good, failed: 2 }, 1).failed).toBe(2);
  });

  it("are summed in the closing line, which keeps silent about nothing", () => {
    const part = { passed: 3, failed: 0, skipped: 0 };
    expect(closingLine([part, part])).toBe("6 passed, 0 failed");
    expect(closingLine([part, { passed: 1, failed: 2, skipped: 4 }])).toBe("4 passed, 2 failed, 4 skipped");
    expect(closingLine([{ ...part, skipped: 1 }])).toBe("3 passed, 0 failed, 1 skipped");
  });
});
