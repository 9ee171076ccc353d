"""The surfaces of the reference runs. Gradients and Hessians are PyTorch's, in float64."""

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from torch.optim.lr_scheduler import ConstantLR, CosineAnnealingLR, LinearLR, SequentialLR

torch.set_default_dtype(torch.float64)


@dataclass(frozen=True)
class Surface:
    name: str
    expression: str  # in the syntax of mathjs
    variables: tuple[str, ...]
    start: tuple[float, ...]

    def _loss(self, w: torch.Tensor) -> torch.Tensor:
        names = dict(zip(self.variables, w.unbind()))
        return eval(self.expression.replace("^", "**"), {"__builtins__": {}}, names)

    def loss(self, w: np.ndarray) -> float:
        return float(self._loss(torch.tensor(w)))

    def gradient(self, w: np.ndarray) -> np.ndarray:
        at = torch.tensor(w, requires_grad=True)
        return torch.autograd.grad(self._loss(at), at)[0].numpy()

    def hessian(self, w: np.ndarray) -> np.ndarray:
        return torch.autograd.functional.hessian(self._loss, torch.tensor(w)).numpy()


TWO = ("x", "y")

SURFACES = (
    Surface("bowl", "x^2 + y^2", TWO, (1.5, -2.0)),
    Surface("ravine", "0.05*x^2 + y^2", TWO, (-8.0, 1.5)),
    Surface("steep-ravine", "0.5*(x^2 + 50*y^2)", TWO, (2.0, 1.0)),
    Surface("rosenbrock", "(1-x)^2 + 100*(y-x^2)^2", TWO, (-0.6, 0.7)),
    Surface("beale", "(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2", TWO, (1.0, 1.5)),
    Surface("saddle", "x^2 - y^2", TWO, (1.0, 0.01)),
    Surface("himmelblau", "(x^2+y-11)^2 + (x+y^2-7)^2", TWO, (0.5, 0.5)),
    Surface("slope", "3*x", ("x",), (5.0,)),
    Surface("quartic", "x^4 - 3*x^3 + 2", ("x",), (-0.5,)),
)

# So wide that L-BFGS is still on its way when it begins to forget.
WIDE = Surface(
    "wide-ravine",
    "a^2 + 2*b^2 + 4*c^2 + 8*d^2 + 16*u^2 + 32*v^2 + 64*x^2 + 128*y^2 + (a+b)^4/100",
    ("a", "b", "c", "d", "u", "v", "x", "y"),
    (3.0, -2.5, 2.0, -1.5, 1.2, -1.0, 0.8, -0.6),
)

# A matrix of two rows, whose singular values want to be told apart.
FOUR = Surface(
    "two-by-two",
    "(3*a + 4*c - 5)^2 + (5*d - b + 2)^2/10 + (a*d - b*c)^2/5",
    ("a", "b", "c", "d"),
    (1.0, -0.5, 2.0, 1.5),
)


@cache
def factors(steps, make):
    """What PyTorch's schedulers multiply a rate of 1 with, in each of some steps."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    scheduler = make(optimizer)
    rates = []
    for _ in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


@cache
def after_warm_up(warm, *parts):
    """Linear warm-up, then one scheduler after the other, each with the step that it begins after."""

    def make(optimizer):
        first = LinearLR(optimizer, start_factor=1 / warm, total_iters=warm - 1)
        schedulers = [first, *(kind(optimizer, **dict(options)) for _, kind, options in parts)]
        return SequentialLR(optimizer, schedulers, [begin for begin, _, _ in parts])

    return make


def warm_up_cosine(t, warm, steps):
    if t > steps:
        return 0.0
    make = after_warm_up(warm, (warm, CosineAnnealingLR, (("T_max", steps - warm),)))
    return factors(steps, make)[t - 1]


def wsd(t, warm, decay, steps):
    if t > steps:
        return 0.0
    falls = (("start_factor", 1.0), ("end_factor", 0.0), ("total_iters", decay))
    stays = (("factor", 1.0), ("total_iters", 0))
    make = after_warm_up(warm, (warm, ConstantLR, stays), (steps - decay, LinearLR, falls))
    return factors(steps, make)[t - 1]


SCHEDULES = {
    "warm-up-cosine": warm_up_cosine,
    "wsd": wsd,
    "constant": lambda t: 1.0,
    "step": lambda t, factor, every: factor ** ((t - 1) // every),
    "exponential": lambda t, k: math.exp(-k * (t - 1)),
    "inverse-time": lambda t, k: 1 / (1 + k * (t - 1)),
}
