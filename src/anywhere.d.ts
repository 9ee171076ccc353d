/** What the library uses beyond the language itself: Node, workers and pages all have it. */
declare const console: { log(text: unknown): void; warn(text: string): void };
declare const performance: { now(): number };
declare function btoa(bytes: string): string;
