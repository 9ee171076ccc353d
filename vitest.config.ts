import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { librarySource } from "./src/course/bundle.ts";
import { ownCourse } from "./src/course/entry.ts";

const projectDir = fileURLToPath(new URL(".", import.meta.url));

const alias = [
  { find: /^fall-line$/, replacement: ownCourse(projectDir).entry },
  { find: /^fall-line\/library$/, replacement: librarySource(projectDir) },
];

/** The tests of `npm test`; `npm run test:long` adds the long ones. */
const include = ["test/**/*.test.ts", ...(process.env["FALL_LINE_LONG"] ? ["test/**/*.long.ts"] : [])];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include,
          exclude: ["test/browser/**", "node_modules/**"],
          setupFiles: ["test/quiet.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "browser",
          include: include.map((files) => files.replace("**", "browser/**")),
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
