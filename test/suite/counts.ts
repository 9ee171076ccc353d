/** A test that failed, and what it said first. */
export interface Failure {
  readonly test: string;
  readonly message: string;
}

/** How the tests of one part went. */
export interface Counts {
  readonly passed: number;
  readonly failed: readonly Failure[];
  readonly skipped: number;
}

/** What vitest's JSON report says of a file of tests. */
interface FileOfVitest {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages?: readonly string[];
  }[];
}

const firstLine = (text = ""): string => text.split("\n", 1)[0]!;

/** A file that could not be loaded or set up is a failure like a test. */
function failuresIn({ name, status, message, assertionResults }: FileOfVitest): Failure[] {
  const failed = assertionResults
    .filter((assertion) => assertion.status === "failed")
    .map(({ fullName, failureMessages }) => ({
      test: `${name}: ${fullName}`,
      message: firstLine(failureMessages?.[0]),
    }));
  return status === "failed" && failed.length === 0 ? [{ test: name, message: firstLine(message) }] : failed;
}

/** The counts in vitest's JSON report. */
export function countsOfVitest(report: string): Counts {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report) as {
    numPassedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: FileOfVitest[];
  };
  return {
    passed: numPassedTests,
    failed: testResults.flatMap(failuresIn),
    skipped: numPendingTests + numTodoTests,
  };
}

const FAILED_IN_PYTEST =
  /<testcase classname="([^"]*)" name="([^"]*)"[^>]*><(?:failure|error) message="([^"]*)"/g;

/** The counts in pytest's JUnit report. */
export function countsOfPytest(report: string): Counts {
  const suite = /<testsuite [^>]*>/.exec(report)?.[0] ?? "";
  const number = (name: string) => Number(new RegExp(` ${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = [...report.matchAll(FAILED_IN_PYTEST)].map(([, file, name, message]) => ({
    test: `${file}: ${name}`,
    message: message!.split("&#10;", 1)[0]!,
  }));
  return {
    passed: number("tests") - number("failures") - number("errors") - number("skipped"),
    failed,
    skipped: number("skipped"),
  };
}

/** A part that ended badly without a failed test to show for it, or that ran no test, failed once. */
export function judged(counts: Counts, part: string, exitCode: number | null): Counts {
  if (counts.failed.length > 0 || (exitCode === 0 && counts.passed > 0)) return counts;
  const message =
    exitCode === 0 ? "ran no test" : `ended with exit code ${exitCode ?? "none"}, and no test of it failed`;
  return { ...counts, failed: [{ test: part, message }] };
}

/** What closes a test run: the tests that failed, if any did, and the counts. */
export function closingLines(parts: readonly Counts[]): string[] {
  const failed = parts.flatMap((counts) => counts.failed);
  const sum = (name: "passed" | "skipped") => parts.reduce((total, counts) => total + counts[name], 0);
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
  return [
    ...(failed.length > 0
      ? ["Failed", ...failed.map(({ test, message }) => `${test}\n  ${message}`), ""]
      : []),
    `${sum("passed")} passed, ${failed.length} failed${skipped}`,
  ];
}
