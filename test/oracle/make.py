"""Makes traces.json: the reference runs. With `--against FILE` it only says which runs of that file it makes too."""

import json
import sys
from pathlib import Path

import numpy as np

from formulas import FORMULAS, path_of
from references import REFERENCES
from surfaces import FOUR, SCHEDULES, SURFACES, WIDE

STEPS = 40
LINE_SEARCH_STEPS = 16
LINE_SEARCH = ("newton-damped", "bfgs", "lbfgs")

ADAM = {"eta": 0.05, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
HEAVY = {"lambda": 0.01, "alpha": 0.9}

SETTINGS = {
    "gd": {"lambda": 0.02},
    "momentum": HEAVY,
    "nesterov": HEAVY,
    "nesterov-rewritten": HEAVY,
    "adagrad": {"lambda": 0.5, "epsilon": 1e-7},
    "adagrad-outside": {"lambda": 0.5, "epsilon": 1e-7},
    "rmsprop": {"lambda": 0.02, "zeta": 0.99, "epsilon": 1e-7},
    "rmsprop-outside": {"lambda": 0.02, "zeta": 0.99, "epsilon": 1e-7},
    "adam-incomplete": {"lambda": 0.02, "alpha1": 0.9, "zeta": 0.99, "epsilon": 1e-7},
    "adam": ADAM,
    "adam-printed": ADAM,
    "newton": {},
    "newton-damped": {"delta": 0.1},
    "bfgs": {},
    "lbfgs": {},
    "qhm": {"lambda": 0.02, "beta": 0.9, "nu": 0.7},
    "adadelta": {"lambda": 1.0, "rho": 0.9, "epsilon": 1e-6},
    "adamax": ADAM,
    "amsgrad": ADAM,
    "nadam": ADAM,
    "adamw": {**ADAM, "decay": 0.01},
    "radam": ADAM,
    "gd-clipped": {"lambda": 0.02, "bound": 1.0},
    "gd-averaged": {"lambda": 0.02, "from": 5},
    "gd-ema": {"lambda": 0.02, "beta": 0.9},
    "muon": {"eta": 0.05, "mu": 0.95, "rows": 2},
    "lion": {"eta": 0.05, "beta1": 0.9, "beta2": 0.99, "decay": 0.1},
}

SCHEDULED = [
    ("gd", {"schedule": "step", "factor": 0.5, "every": 10}),
    ("gd", {"schedule": "exponential", "k": 0.05}),
    ("momentum", {"schedule": "inverse-time", "k": 0.1}),
    ("nesterov", {"schedule": "step", "factor": 0.5, "every": 10}),
    ("adam", {"schedule": "exponential", "k": 0.02}),
    ("adamw", {"schedule": "warm-up-cosine", "warm": 10, "steps": 35}),
    ("adamw", {"schedule": "wsd", "warm": 10, "decay": 8, "steps": 35}),
]


def implementation(rule, schedule):
    """A reference, unless the formula treats a changing rate in a way of its own."""
    if rule in REFERENCES and not (schedule and rule in FORMULAS):
        return REFERENCES[rule]
    return f"numpy {np.__version__}", path_of(FORMULAS[rule])


def rates_of(hyper, schedule, steps):
    """The rate in force at each step; 1 for a rule that has none."""
    base = hyper.get("lambda", hyper.get("eta", 1.0))
    parameters = {name: value for name, value in schedule.items() if name != "schedule"}
    return [base * SCHEDULES[schedule["schedule"]](t, **parameters) for t in range(1, steps + 1)]


def run(rule, surface, schedule):
    """One run, or nothing where it overflows or is ill-conditioned."""
    source, path = implementation(rule, schedule)
    hyper = SETTINGS[rule]
    steps = LINE_SEARCH_STEPS if rule in LINE_SEARCH else STEPS
    rates = rates_of(hyper, schedule or {"schedule": "constant"}, steps)

    def rows(start):
        with np.errstate(all="ignore"):
            points = np.array(path(surface, start, hyper, rates))
            return np.column_stack([points, [surface.loss(w) for w in points]])

    try:
        here, beside = rows(surface.start), rows(tuple(x + 1e-12 for x in surface.start))
    except np.linalg.LinAlgError:
        return None
    if not np.isfinite(here).all() or not np.allclose(here, beside, rtol=1e-7, atol=1e-9):
        return None
    return {
        "rule": rule,
        "objective": surface.name,
        "expression": surface.expression,
        "variables": surface.variables,
        "start": surface.start,
        "hyper": hyper,
        "steps": steps,
        **({"schedule": schedule} if schedule else {}),
        "source": source,
        "w": here[:, :-1].tolist(),
        "loss": here[:, -1].tolist(),
    }


def runs():
    wanted = [(rule, surface, None) for rule in SETTINGS for surface in SURFACES]
    wanted += [(rule, surface, schedule) for rule, schedule in SCHEDULED for surface in SURFACES]
    wanted += [(rule, WIDE, None) for rule in (*LINE_SEARCH, "muon")]
    wanted.append(("muon", FOUR, None))
    made = [(run(*which), which) for which in wanted]
    for rule, surface, schedule in [which for result, which in made if result is None]:
        print(f"left out: {rule} on {surface.name}{'' if schedule is None else ', ' + schedule['schedule']}")
    return [result for result, _ in made if result is not None]


def compare(made, old):
    """How many runs of an older file agree with the new ones to 1e-9, and which do not."""

    def name(r):
        return json.dumps([r[key] for key in ("rule", "objective", "start", "hyper", "steps")] + [r.get("schedule")])

    def agree(a, b):
        return all(np.allclose(a[key], b[key], rtol=1e-9, atol=1e-12) for key in ("w", "loss"))

    known = {name(r): r for r in made}
    others = [name(r) for r in old if not (name(r) in known and agree(known[name(r)], r))]
    print(f"{len(old) - len(others)} of {len(old)} older runs agree to 1e-9")
    for other in others:
        print(f"not: {other}")


if __name__ == "__main__":
    made = runs()
    if sys.argv[1:2] == ["--against"]:
        compare(made, json.loads(Path(sys.argv[2]).read_text()))
    else:
        lines = ",\n".join(json.dumps(r) for r in made)
        Path(__file__).with_name("traces.json").write_text(f"[\n{lines}\n]\n")
        print(f"{len(made)} runs of {len({r['rule'] for r in made})} rules")
