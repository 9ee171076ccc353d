import { bundleCode } from "../../course/bundle.ts";
import { librariesOf } from "./libraries.ts";
import { type Made, together } from "./made.ts";

/** The code of `dist/library`, the library alone, and of `dist/tools`, what programs around it need. */
export const make = (projectDir: string): Promise<Made> =>
  together(
    librariesOf(projectDir).map(async (library) => ({
      inputs: await bundleCode(library),
      products: [`${library.out}.js`],
    })),
  );
