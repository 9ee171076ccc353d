// @ts-check
/** What runs in a process that `startApart` has started: it hands messages on, and ends a thread that does not answer. */
import { Worker } from "node:worker_threads";

/** How often it looks at what the thread has used, in milliseconds. */
const LOOK = 200;

/** A thread that computes nothing and says nothing is waiting for something that does not come: seconds. */
const WAITING = 1800;

const now = () => {
  const { user, system } = process.cpuUsage();
  return { worked: (user + system) / 1e6, passed: performance.now() / 1000 };
};

/** @param {string} reason */
function lose(reason) {
  process.send?.({ lost: reason }, () => process.exit());
}

process.once(
  "message",
  (/** @type {{ script: string, data: unknown, heap: number, stack: number }} */ thread) => {
    let patience = Infinity;
    let since = now();
    const worker = new Worker(thread.script, {
      workerData: thread.data,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: thread.heap, stackSizeMb: thread.stack },
    });
    worker.on("message", (message) => {
      since = now();
      process.send?.({ message });
    });
    worker.on("error", (error) => {
      const isFull = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      lose(isFull ? `it takes more memory than the ${thread.heap} MB that there are for it` : error.message);
    });
    worker.on("exit", () => lose("the program that graded it ended"));
    process.on("message", (/** @type {{ message: unknown, patience: number }} */ asked) => {
      ({ patience } = asked);
      since = now();
      worker.postMessage(asked.message);
    });
    setInterval(() => {
      const { worked, passed } = now();
      if (worked - since.worked > patience) lose(`it did not answer within ${patience} seconds of computing`);
      else if (passed - since.passed > WAITING && patience < Infinity)
        lose("it waited for something that did not come");
    }, LOOK);
  },
);

process.on("disconnect", () => process.exit());
