/** The object all cells share: every name declared at the top of a cell is a property of it, or of one that follows it. */
export const scopeName = "__scope";

/** What a cell calls of the kernel: `require`, and what hangs on it. */
export const kernelName = "__kernel";

/** How the variables begin that stand for shared names in a loop. */
export const localPrefix = "__local_";

/** The property that receives the value of a cell's last expression. */
export const lastValue = "__last";
