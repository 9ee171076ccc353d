"""Makes practice.json: the experiment of lesson 10 in PyTorch, on the same splits, starts and batches, searched anew."""

import json
import math
from pathlib import Path

import torch
from sklearn.datasets import load_digits

HERE = Path(__file__).parent
torch.set_default_dtype(torch.float64)

SIZES = [300, 300, 1197]
LAYERS = [64, 16, 10]
RATES = [float(f"{factor * rate:.3g}") for rate in (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3) for factor in (1, 1.8)]

# The rule, the name of its rate, and the library's default for it.
RULES = {
    "gd": ("lambda", 0.01),
    "momentum": ("lambda", 0.01),
    "nesterov": ("lambda", 0.01),
    "adagrad": ("lambda", 0.01),
    "rmsprop": ("lambda", 0.01),
    "adam": ("eta", 0.001),
}
# The share that momentum and Nesterov keep.
ALPHA = 0.9

PIXELS, LABELS = load_digits(return_X_y=True)
INPUTS, LABELS = torch.tensor(PIXELS / 16), torch.tensor(LABELS)


# The random numbers of src/math/random.ts: the last step of MurmurHash3, Box & Muller, Fisher & Yates.


def mix(x):
    x &= 0xFFFFFFFF
    x = ((x ^ (x >> 16)) * 0x85EBCA6B) & 0xFFFFFFFF
    x = ((x ^ (x >> 13)) * 0xC2B2AE35) & 0xFFFFFFFF
    return x ^ (x >> 16)


def uniform(seed, *place):
    value = mix(seed ^ 0x9E3779B9)
    for index in place:
        value = mix(value + 0x9E3779B9 + index)
    return (value + 0.5) / 2**32


def normal(seed, *place):
    radius = math.sqrt(-2 * math.log(uniform(seed, *place, 1)))
    return radius * math.cos(2 * math.pi * uniform(seed, *place, 2))


def shuffled(count, seed, *place):
    order = list(range(count))
    for i in range(count - 1, 0, -1):
        j = int(uniform(seed, *place, i) * (i + 1))
        order[i], order[j] = order[j], order[i]
    return order


class Networks:
    """One network for each draw (split, seed), all trained side by side: the first index of each tensor is the draw."""

    def __init__(self, draws, batch):
        self.draws, self.batch = draws, batch
        splits = {split: shuffled(len(LABELS), split) for split, _ in draws}
        pictures = torch.tensor([splits[split] for split, _ in draws])
        self.training, self.validation, self.test = pictures.split(SIZES, dim=1)
        self.orders = {}
        self.drawn = list(self.first_weights())

    def first_weights(self):
        first = 0
        for before, after in zip(LAYERS, LAYERS[1:]):
            size = math.sqrt(2 / (before + after))
            places = range(first, first + before * after)
            rows = [[size * normal(seed, i) for i in places] for _, seed in self.draws]
            yield torch.tensor(rows).view(-1, after, before)
            yield torch.zeros(len(rows), 1, after)
            first += before * after + after

    def start(self):
        return [part.clone().requires_grad_() for part in self.drawn]

    def pictures_of(self, t):
        """The training pictures of step t (from 1), for each draw."""
        steps = -(-SIZES[0] // self.batch)
        epoch, k = divmod(t - 1, steps)
        if epoch not in self.orders:
            orders = [shuffled(SIZES[0], seed, epoch) for _, seed in self.draws]
            self.orders[epoch] = self.training.gather(1, torch.tensor(orders))
        return self.orders[epoch][:, k * self.batch : (k + 1) * self.batch]


def log_chances(parts, inputs):
    a, a0, b, b0 = parts
    hidden = torch.tanh(inputs @ a.mT + a0)
    return torch.log_softmax(hidden @ b.mT + b0, -1)


def losses(parts, pictures):
    chances = log_chances(parts, INPUTS[pictures])
    return -chances.gather(2, LABELS[pictures][..., None]).mean((1, 2))


def accuracies(parts, pictures):
    return (log_chances(parts, INPUTS[pictures]).argmax(-1) == LABELS[pictures]).double().mean(1)


class InsideTheRoot(torch.optim.Optimizer):
    """AdaGrad (keep = None) and RMSProp with epsilon inside the root, as slides 10 and 13 have it; torch's is outside."""

    def __init__(self, parts, rate, keep=None):
        super().__init__(parts, {"rate": rate, "keep": keep})
        self.squares = [torch.zeros_like(part) for part in parts]

    @torch.no_grad()
    def step(self):
        group = self.param_groups[0]
        for part, squares in zip(group["params"], self.squares):
            if group["keep"] is None:
                squares += part.grad**2
            else:
                squares.mul_(group["keep"]).add_((1 - group["keep"]) * part.grad**2)
            part -= group["rate"] * part.grad / torch.sqrt(squares + 1e-7)


def optimizer(rule, parts, rate):
    match rule:
        case "adagrad":
            return InsideTheRoot(parts, rate)
        case "rmsprop":
            return InsideTheRoot(parts, rate, 0.99)
        case "adam":
            return torch.optim.Adam(parts, rate, betas=(0.9, 0.999), eps=1e-8)
        case "gd":
            return torch.optim.SGD(parts, rate)
    return torch.optim.SGD(parts, rate, momentum=ALPHA, nesterov=rule == "nesterov")


@torch.no_grad()
def place(rule, taken, rate):
    """Where the rule is: torch's Nesterov stands at the look-ahead, w + alpha*m, and keeps -m/rate."""
    parts = taken.param_groups[0]["params"]
    if rule != "nesterov":
        return [part.detach().clone() for part in parts]
    return [part + ALPHA * rate * taken.state[part]["momentum_buffer"] for part in parts]


def run(nets, rule, rate, budgets):
    """The weights of all draws after each number of steps."""
    parts, ends = nets.start(), []
    taken = optimizer(rule, parts, rate)
    for t in range(1, budgets[-1] + 1):
        taken.zero_grad()
        losses(parts, nets.pictures_of(t)).sum().backward()
        taken.step()
        if t in budgets:
            ends.append(place(rule, taken, rate))
    return ends


def results(nets, rule, kind, budgets):
    """For each draw and each budget the setting with the least validation loss, and what the test part says of it."""
    rate_name, default = RULES[rule]
    rates = RATES if kind == "searched" else [default]
    ends = [run(nets, rule, rate, budgets) for rate in rates]
    for k, steps in enumerate(budgets):
        measured = [
            torch.stack([losses(end[k], nets.validation), losses(end[k], nets.test), accuracies(end[k], nets.test)])
            for end in ends
        ]
        table = torch.stack(measured).detach()
        best = table[:, 0].nan_to_num(math.inf, math.inf).argmin(0)
        for draw, (split, seed) in enumerate(nets.draws):
            validation, test, accuracy = (float(f"{x:.7g}") for x in table[best[draw], :, draw])
            yield {
                "split": split,
                "seed": seed,
                "batch": nets.batch,
                "steps": steps,
                "rule": rule,
                "settings": kind,
                "hyper": {rate_name: rates[best[draw]]} if kind == "searched" else {},
                "validation": validation,
                "test": test,
                "accuracy": accuracy,
            }


def experiment():
    blocks = [(k, k) for k in range(1, 51)]
    fixed = [(split, seed) for split in range(1, 6) for seed in range(1, 11) if split != seed]
    for draws, batch, budgets, kinds in (
        (blocks, 10, [25, 100, 400], ("searched", "default")),
        (fixed, 10, [100], ("searched",)),
        (blocks[:10], 30, [100], ("searched",)),
    ):
        nets = Networks(draws, batch)
        for rule in RULES:
            for kind in kinds:
                yield from results(nets, rule, kind, budgets)


if __name__ == "__main__":
    rows = [json.dumps(row) for row in experiment()]
    lines = ",\n".join(rows)
    (HERE / "practice.json").write_text(f"[\n{lines}\n]\n")
    print(f"{len(rows)} rows")
