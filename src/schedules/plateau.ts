/**
 * How often a loss has stood still: for `patience` steps one after the other without a new lowest one. After each such
 * time it is waited anew, as in Keras; PyTorch waits one step more.
 * @returns a count that is told the loss before each step, in order
 */
export function plateaus(patience: number): (loss: number) => number {
  let lowest = Infinity;
  let waited = 0;
  let count = 0;
  return (loss) => {
    waited = loss < lowest ? 0 : waited + 1;
    lowest = Math.min(lowest, loss);
    if (waited < patience) return count;
    waited = 0;
    return ++count;
  };
}
