import { counted } from "../counted.ts";
import { checkNames, checkSeed, type Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { dot, mul } from "../math/linear.ts";
import { normal } from "../math/random.ts";
import { type ExpressionObjective, type Objective, knownObjective } from "./objective.ts";
import { shownObjective } from "./shown.ts";

/** How a quadratic lies in space. */
export interface QuadraticOptions {
  readonly name?: string;
  /** In two dimensions: the angle in degrees by which its axes are turned. */
  readonly angle?: number;
  /** In any dimension: turn its axes at random, the same way for the same seed. */
  readonly seed?: number;
  /** The minimum; the origin by default. */
  readonly center?: readonly number[];
  /** The usual start; a point at distance 1 along every parameter by default. */
  readonly start?: readonly number[];
}

type Formula = Pick<ExpressionObjective, "expression" | "variables" | "derivatives">;

/** Half the sum of h (u . (w - center))^2 over the curvatures h and their directions u. */
export interface Quadratic extends Objective, Partial<Formula> {
  /** The eigenvalues of the Hessian, in the order given. */
  readonly curvatures: readonly number[];
  hessian(w: Float64Array, out: Float64Array): void;
}

/**
 * A quadratic by its curvatures, aligned with the axes or turned. Up to three parameters it is a formula too.
 * @throws InputError for curvatures that are not finite, an angle in other than two dimensions, a wrong count
 * @example
 * const turned = quadratic([0.1, 10], { angle: 45 });
 */
export function quadratic(curvatures: readonly number[], options: QuadraticOptions = {}): Quadratic {
  checkCurvatures(curvatures);
  checkNames(options, "quadratic", NAMES, "{ angle: 45 }");
  checkSeed(options.seed);
  const n = curvatures.length;
  const center = perParameter("center", options.center ?? curvatures.map(() => 0), n);
  const start = perParameter("start", options.start ?? center.map((c) => c + 1), n);
  const least = curvatures.some((h) => h < 0) ? -Infinity : 0;
  const name =
    options.name ??
    `quadratic with curvatures ${n > 3 ? `${curvatures[0]!} ... ${curvatures.at(-1)!}` : curvatures.join(", ")}`;
  const facts = { name, minima: least === 0 ? [center] : [], least, start };
  const directions = directionsOf(n, options);
  if (n > 3) {
    const shape =
      directions === undefined ? aligned(curvatures, center) : dense(turned(curvatures, directions), center);
    return shownObjective({ ...facts, dimension: n, curvatures, ...shape });
  }
  const variables = ["x", "y", "z"].slice(0, n);
  const matrix = turned(curvatures, directions ?? unitVectors(n));
  return Object.assign(knownObjective(formula(matrix, center, variables), { ...facts, variables }), {
    curvatures,
  });
}

function checkCurvatures(curvatures: readonly number[]): void {
  if (Array.isArray(curvatures) && curvatures.length > 0 && curvatures.every((h) => Number.isFinite(h)))
    return;
  throw new InputError({
    what: "the curvatures must be finite numbers, one per parameter",
    got: curvatures,
    cure: "for example: quadratic([0.1, 2])",
  });
}

const NAMES: Names<QuadraticOptions> = {
  name: true,
  angle: true,
  seed: true,
  center: true,
  start: true,
};

function perParameter(name: string, given: readonly number[], n: number): readonly number[] {
  const isList = (given as unknown) instanceof Array;
  if (isList && given.length === n && given.every((x) => Number.isFinite(x))) return given;
  throw new InputError({
    what: `${name} must have one number per curvature`,
    got: given,
    allowed: counted(n, "finite number"),
    cure: `for example: ${name}: ${n > 6 ? `new Array(${n}).fill(1)` : `[${new Array(n).fill(1).join(", ")}]`}`,
  });
}

function directionsOf(n: number, { angle, seed }: QuadraticOptions): Float64Array[] | undefined {
  if (angle !== undefined) {
    if (n !== 2)
      throw new InputError({
        what: "an angle turns two dimensions only",
        got: n,
        cure: "give a seed instead: seed: 1",
      });
    if (!Number.isFinite(angle))
      throw new InputError({
        what: "angle must be a number of degrees",
        got: angle,
        cure: "for example: angle: 45",
      });
    const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    return [Float64Array.of(c, s), Float64Array.of(-s, c)];
  }
  return seed === undefined ? undefined : randomDirections(n, seed);
}

const unitVectors = (n: number): Float64Array[] =>
  Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));

/** Orthogonal unit vectors in random directions, by Gram and Schmidt. */
function randomDirections(n: number, seed: number): Float64Array[] {
  const directions: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    const direction = Float64Array.from({ length: n }, (_, j) => normal(seed, i, j));
    for (let pass = 0; pass < 2; pass++) {
      for (const other of directions) {
        const along = dot(direction, other);
        for (let j = 0; j < n; j++) direction[j]! -= along * other[j]!;
      }
    }
    const length = Math.sqrt(dot(direction, direction));
    directions.push(direction.map((x) => x / length));
  }
  return directions;
}

/** The Hessian with the given curvatures along the given directions. */
function turned(curvatures: readonly number[], directions: readonly Float64Array[]): Float64Array {
  const n = curvatures.length;
  const matrix = new Float64Array(n * n);
  curvatures.forEach((h, k) => {
    const u = directions[k]!;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) matrix[i * n + j]! += h * u[i]! * u[j]!;
  });
  return matrix;
}

/** The quadratic as text; coefficients are rounded in the 14th digit, so that 5.05 stays 5.05. */
function formula(matrix: Float64Array, center: readonly number[], variables: readonly string[]): string {
  const n = variables.length;
  const away = variables.map((variable, i) =>
    center[i] === 0 ? variable : `(${variable} ${center[i]! < 0 ? "+" : "-"} ${Math.abs(center[i]!)})`,
  );
  const terms = away.flatMap((x, i) =>
    away.slice(i).flatMap((y, offset) => {
      const entry = matrix[i * n + i + offset]!;
      const coefficient = Number((offset === 0 ? entry / 2 : entry).toPrecision(14));
      const product = offset === 0 ? `${x}^2` : `${x}*${y}`;
      return Math.abs(coefficient) < 1e-16 ? [] : [`${coefficient}*${product}`];
    }),
  );
  return terms.length === 0 ? `0*${variables[0]!}` : terms.join(" + ").replaceAll("+ -", "- ");
}

type Shape = Pick<Quadratic, "value" | "gradient" | "hessian">;

function aligned(curvatures: readonly number[], center: readonly number[]): Shape {
  const [h, c] = [Float64Array.from(curvatures), Float64Array.from(center)];
  return {
    value(w) {
      let sum = 0;
      for (let i = 0; i < h.length; i++) {
        const away = w[i]! - c[i]!;
        sum += h[i]! * away * away;
      }
      return sum / 2;
    },
    gradient(w, out) {
      for (let i = 0; i < h.length; i++) out[i] = h[i]! * (w[i]! - c[i]!);
    },
    hessian(_w, out) {
      out.fill(0);
      for (let i = 0; i < h.length; i++) out[i * h.length + i] = h[i]!;
    },
  };
}

function dense(matrix: Float64Array, center: readonly number[]): Shape {
  const n = center.length;
  const [away, slope] = [new Float64Array(n), new Float64Array(n)];
  const move = (w: Float64Array): void => {
    for (let i = 0; i < n; i++) away[i] = w[i]! - center[i]!;
  };
  return {
    value(w) {
      move(w);
      return dot(away, mul(matrix, away, slope)) / 2;
    },
    gradient(w, out) {
      move(w);
      mul(matrix, away, out);
    },
    hessian(_w, out) {
      out.set(matrix);
    },
  };
}
