import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ownCourse } from "./src/course/entry.ts";
import { packageSources } from "./src/course/package-sources.ts";
import { isLong } from "./test/long.ts";
import { PATIENCE } from "./test/patience.ts";

const projectDir = fileURLToPath(new URL(".", import.meta.url));

const alias = Object.entries({ "fall-line": ownCourse(projectDir).entry, ...packageSources(projectDir) }).map(
  ([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement }),
);

/** The endings of the tests of `npm test`; `npm run test:long` adds the long ones. */
const kinds = isLong ? "{test,long}" : "test";

const include = [`test/**/*.${kinds}.ts`];

const within = (folder: string) => [`test/${folder}/**/*.${kinds}.ts`];

/** The lessons' numbers and sentences, computed again, whole trainings among them; all their exercises, proven and answered wrongly. */
const lessons = [
  ...within("lessons"),
  "test/exercises/{claims/claims,class/class,bank,diagnosis,effort,luck,own-cell,random}.test.ts",
];

/**
 * A whole session in the test's own process changes what is global there, and an answer that takes all memory leaves it to the
 * next file: these files stand alone.
 */
const sessions = [
  "test/exercises/hostile.test.ts",
  "test/kernel/core/converter.test.ts",
  `test/kernel/core/session/{session,answers}.${kinds}.ts`,
  `test/grading/both-ways{,-forms}.${kinds}.ts`,
];

/** What installs, builds or starts other programs. */
const setup = [
  ...within("setup"),
  "test/kernel/**/{library,one-language,progress-file,session-process,snapshot}.test.ts",
  "test/{grading/hostile,grading/pool,jupyter-setup/{python,server,venv},system/lock,system/process}.test.ts",
  "test/course/{entry,own-lesson,product,small-course}.test.ts",
  "test/cli/{grade,kernel,new-types,notebooks,serve-pages,start}.test.ts",
  "test/suite/suite.test.ts",
];

/** A busy machine takes twenty times as long as a quiet one: no limit is near what a test or a wait takes. */
const limit = (isLong ? 60 : 10) * 60_000;
const patient = {
  testTimeout: limit,
  hookTimeout: limit,
  teardownTimeout: 60_000,
  expect: { poll: { timeout: PATIENCE } },
};

/** The library is loaded once for all files, and not anew for each. */
const loadedOnce = { ...patient, setupFiles: ["test/quiet.ts", "test/left-behind.ts"], isolate: false };

export default defineConfig({
  test: {
    maxWorkers: 2,
    // What is compiled for one project is not compiled again for the others.
    experimental: { fsModuleCache: true },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include,
          exclude: [...sessions, ...lessons, ...within("browser"), ...setup, "node_modules/**"],
          ...loadedOnce,
        },
      },
      {
        resolve: { alias },
        test: { name: "sessions", include: sessions, setupFiles: ["test/quiet.ts"], ...patient },
      },
      {
        resolve: { alias },
        test: {
          name: "lessons",
          include: lessons,
          ...loadedOnce,
          setupFiles: [...loadedOnce.setupFiles, "test/lessons/set-up.ts"],
        },
      },
      {
        resolve: { alias },
        test: { name: "setup", include: setup, ...loadedOnce },
      },
      {
        resolve: { alias },
        test: {
          name: "browser",
          include: within("browser"),
          globalSetup: "test/browser/harness/global-setup.ts",
          isolate: false,
          // They wait for pages, servers and kernels. Another number of workers needs a turn of its own beside other projects.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          ...patient,
        },
      },
    ],
  },
});
