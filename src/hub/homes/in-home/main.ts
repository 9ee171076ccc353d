/** What runs as the owner of a home: it is told a work, does it, and says what has come of it. */
import { readFileSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { doWork } from "./works.ts";

const told = deserialize(readFileSync(process.stdin.fd)) as Parameters<typeof doWork>;
writeFileSync(process.stdout.fd, serialize(doWork(...told)));
