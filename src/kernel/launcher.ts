import { createRequire } from "node:module";
import { join } from "node:path";

createRequire(__filename)(join(__dirname, "session.js"));
