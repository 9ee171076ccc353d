/** What runs as the owner of a home: it is told a work, does it, and says what has come of it. */
import { readFileSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { doWork } from "./works.ts";

// Not `process.stdin.fd`: to ask for it makes a stream of it, and what is read before it was written is then an error.
const [STDIN, STDOUT] = [0, 1];

const told = deserialize(readFileSync(STDIN)) as Parameters<typeof doWork>;
writeFileSync(STDOUT, serialize(doWork(...told)));
