import { dirname, join } from "node:path";
import type { Places } from "../core/platform.ts";
import { nodeVersion } from "./words.ts";

/** Where the kernel's parts lie. Everything is found from the kernel's own bundle, never from the working directory. */
export class Paths implements Places {
  constructor(/** dist/kernel of the project. */ readonly kernelDir: string) {}

  get library(): { code: string; types: string; sources: string } {
    const dist = dirname(this.kernelDir);
    const sources = join(this.kernelDir, "sources.json");
    return { code: join(dist, "index.js"), types: join(dist, "index.d.ts"), sources };
  }

  /** The declarations are those of the newest Node we know of that is not newer than this one. */
  get types(): { globals: string; modules: string } {
    const dir = join(this.kernelDir, "types");
    const version = [24, 22, 20].find((known) => known <= nodeVersion())!;
    return { globals: join(dir, `globals-${version}.d.ts`), modules: join(dir, "node") };
  }

  /** What `import ... from "tslab"` declares. */
  get tslabTypes(): string {
    return join(this.kernelDir, "types", "tslab.d.ts");
  }

  /** The session has the compiler in it. */
  get compiler(): string {
    return join(this.kernelDir, "session.js");
  }
}
