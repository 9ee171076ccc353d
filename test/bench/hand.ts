/** One step of a rule as it is written by hand: it changes w, and fills a row of the record when there is one. */
export type HandStep = (w: Float64Array, g: Float64Array, t: number, rows: Float64Array, at: number) => void;

/** Makes the step for n parameters. Rows hold what the library records too: vectors of n numbers from `at` on. */
export type HandRule = (n: number, records: boolean) => HandStep;

const gd: HandRule = (n, records) => (w, g, _t, rows, at) => {
  for (let i = 0; i < n; i++) {
    w[i]! -= 0.001 * g[i]!;
    if (records) {
      rows[at + i] = w[i]!;
      rows[at + n + i] = g[i]!;
    }
  }
};

const momentum: HandRule = (n, records) => {
  const m = new Float64Array(n);
  return (w, g, _t, rows, at) => {
    for (let i = 0; i < n; i++) {
      m[i] = 0.9 * m[i]! - 0.001 * g[i]!;
      w[i]! += m[i]!;
      if (records) {
        rows[at + i] = w[i]!;
        rows[at + n + i] = g[i]!;
        rows[at + 2 * n + i] = m[i]!;
      }
    }
  };
};

const adagrad: HandRule = (n, records) => {
  const kappa = new Float64Array(n);
  return (w, g, _t, rows, at) => {
    for (let i = 0; i < n; i++) {
      kappa[i]! += g[i]! * g[i]!;
      w[i]! -= (0.001 * g[i]!) / Math.sqrt(kappa[i]! + 1e-7);
      if (records) {
        rows[at + i] = w[i]!;
        rows[at + n + i] = g[i]!;
        rows[at + 2 * n + i] = kappa[i]!;
      }
    }
  };
};

const rmsprop: HandRule = (n, records) => {
  const kappa = new Float64Array(n);
  return (w, g, _t, rows, at) => {
    for (let i = 0; i < n; i++) {
      kappa[i] = 0.99 * kappa[i]! + (1 - 0.99) * g[i]! * g[i]!;
      w[i]! -= (0.001 * g[i]!) / Math.sqrt(kappa[i]! + 1e-7);
      if (records) {
        rows[at + i] = w[i]!;
        rows[at + n + i] = g[i]!;
        rows[at + 2 * n + i] = kappa[i]!;
      }
    }
  };
};

const adamLike =
  (decay: number): HandRule =>
  (n, records) => {
    const [m, v] = [new Float64Array(n), new Float64Array(n)];
    return (w, g, t, rows, at) => {
      const [c1, c2] = [1 - Math.pow(0.9, t), 1 - Math.pow(0.999, t)];
      for (let i = 0; i < n; i++) {
        m[i] = 0.9 * m[i]! + (1 - 0.9) * g[i]!;
        v[i] = 0.999 * v[i]! + (1 - 0.999) * g[i]! * g[i]!;
        const [mHat, vHat] = [m[i]! / c1, v[i]! / c2];
        w[i] = w[i]! * (1 - 0.001 * decay) - (0.001 * mHat) / (Math.sqrt(vHat) + 1e-8);
        if (records) {
          rows[at + i] = w[i]!;
          rows[at + n + i] = g[i]!;
          rows[at + 2 * n + i] = m[i]!;
          rows[at + 3 * n + i] = v[i]!;
          rows[at + 4 * n + i] = mHat;
          rows[at + 5 * n + i] = vHat;
        }
      }
    };
  };

/** Rules written by hand, by their ids. */
export const handRules: Readonly<Record<string, HandRule>> = {
  gd,
  momentum,
  adagrad,
  rmsprop,
  adam: adamLike(0),
  adamw: adamLike(0.01),
};
