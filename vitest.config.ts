import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ownCourse } from "./src/course/entry.ts";
import { packageSources } from "./src/course/package-sources.ts";

const projectDir = fileURLToPath(new URL(".", import.meta.url));

const alias = Object.entries({ "fall-line": ownCourse(projectDir).entry, ...packageSources(projectDir) }).map(
  ([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement }),
);

/** The tests of `npm test`; `npm run test:long` adds the long ones. */
const include = ["test/**/*.test.ts", ...(process.env["FALL_LINE_LONG"] ? ["test/**/*.long.ts"] : [])];

const within = (folder: string) => include.map((files) => files.replace("**", `${folder}/**`));

/** The lessons' numbers and sentences, computed again: whole trainings among them. */
const lessons = within("lessons");

/** A whole session in the test's own process changes what is global there: these files stand alone. */
const sessions = [
  "test/kernel/core/errors/rejected.test.ts",
  "test/kernel/core/session/{requests,values}.test.ts",
];

/** What installs, builds or starts servers. */
const setup = [
  ...within("setup"),
  "test/kernel/**/snapshot.test.ts",
  "test/course/{entry,own-lesson,product,small-course}.test.ts",
  "test/cli/{grade,new-types,notebooks}.test.ts",
];

/** The library is loaded once for all files, and not anew for each. */
const loadedOnce = {
  setupFiles: ["test/quiet.ts"],
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
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
      { resolve: { alias }, test: { name: "sessions", include: sessions, ...loadedOnce, isolate: true } },
      { resolve: { alias }, test: { name: "lessons", include: lessons, ...loadedOnce } },
      {
        resolve: { alias },
        test: {
          name: "setup",
          include: setup,
          setupFiles: ["test/quiet.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "browser",
          include: within("browser"),
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
