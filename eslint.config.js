import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  {
    ignores: [
      "dist",
      "work",
      "site",
      ".fall-line",
      "notebooks",
      "node_modules",
      "src/cli/bootstrap.cjs",
      "src/anywhere.d.ts",
      "src/kernel/browser/worker/globals.d.ts",
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  // JavaScript here is typed by its comments: the type checker reads them, these rules do not.
  {
    files: ["src/**/*.js"],
    rules: {
      "no-undef": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["src/kernel/core/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...[
          "process",
          "Buffer",
          "window",
          "document",
          "self",
          "postMessage",
          "XMLHttpRequest",
          "indexedDB",
        ].map((name) => ({
          name,
          message: "The kernel's core runs in Node and in a page: ask the platform or the host.",
        })),
      ],
    },
  },
  // Answers as students write them, whatever their types.
  {
    files: ["test/lessons/*.answers.ts"],
    rules: Object.fromEntries(
      ["argument", "assignment", "call", "member-access", "return"]
        .map((use) => `no-unsafe-${use}`)
        .concat("restrict-plus-operands")
        .map((rule) => [`@typescript-eslint/${rule}`, "off"]),
    ),
  },
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["*.js", ".*.js"] } } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
);
