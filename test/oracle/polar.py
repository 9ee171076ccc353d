"""Makes polar.json: matrices, and by numpy's SVD what Muon's iteration makes of them, singular value by singular value."""

import json
from pathlib import Path

import numpy as np

SHAPES = ((1, 1), (2, 2), (2, 3), (3, 2), (4, 4), (5, 1), (1, 4), (6, 9), (12, 5))


def after_five(s):
    for _ in range(5):
        s = 3.4445 * s - 4.7750 * s**3 + 2.0315 * s**5
    return s


def case(matrix):
    U, s, Vt = np.linalg.svd(matrix, full_matrices=False)
    ends = after_five(s / (np.linalg.norm(s) + 1e-7))
    return {
        "rows": len(matrix),
        "v": matrix.flatten().tolist(),
        "share": (s / np.linalg.norm(s)).tolist(),
        "ends": ends.tolist(),
        "polar": (U * ends @ Vt).flatten().tolist(),
    }


if __name__ == "__main__":
    random = np.random.default_rng(1)
    matrices = [random.integers(-9, 10, shape).astype(float) for shape in SHAPES]
    matrices += [np.array([[3.0, 0.0], [4.0, 5.0]]), np.diag([1.0, 0.01, 0.001])]
    lines = ",\n".join(json.dumps(case(matrix)) for matrix in matrices)
    Path(__file__).with_name("polar.json").write_text(f"[\n{lines}\n]\n")
