/** A small network, trained by plain descent, and how it is curved where it comes to. */
import { eigs } from "mathjs";
import { descend, gradientDescent, iris, network } from "fall-line";
import { mean } from "./ravine.ts";

/** The largest curvature of a network where it stands, by all its second derivatives. */
function largestCurvature(net: ReturnType<typeof network>, w: Float64Array): number {
  const n = w.length;
  const slopes = (k: number, far: number) => {
    const g = new Float64Array(n);
    net.gradient(
      w.map((x, i) => (i === k ? x + far : x)),
      g,
      1,
    );
    return g;
  };
  const hessian = Array.from({ length: n }, (_, k) => {
    const [ahead, behind] = [slopes(k, 1e-4), slopes(k, -1e-4)];
    return Array.from(ahead, (slope, i) => (slope - behind[i]!) / 2e-4);
  });
  const symmetric = hessian.map((row, i) => row.map((h, k) => (h + hessian[k]![i]!) / 2));
  const { values } = eigs(symmetric, { precision: 1e-6, eigenvectors: false });
  return Math.max(...(values as number[]));
}

/** Where a network comes to in 400 steps: its largest curvature late on the way, its loss, and how often that has grown. */
export function trained(hidden: number, seed: number, lambda: number) {
  const net = network(iris(), { hidden: [hidden], seed });
  const { path, losses } = descend(net, gradientDescent, { steps: 400, hyper: { lambda } });
  const curvature = mean([200, 300, 400].map((t) => largestCurvature(net, path[t]!)));
  return {
    curvature,
    loss: losses[400]!,
    grew: losses.slice(51).filter((l, i) => l > losses[50 + i]!).length,
  };
}
