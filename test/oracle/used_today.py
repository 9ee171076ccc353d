"""Makes used-today.json: the runs of lesson 11 in PyTorch, on the networks of practice.py."""

import json
from pathlib import Path

import torch
from torch.optim.swa_utils import get_swa_avg_fn

from practice import Networks, accuracies, losses
from surfaces import warm_up_cosine, wsd

DRAWS = [(k, k) for k in range(1, 7)]
BATCH = 30
STEPS = 600
RATES = [0.01, 0.03, 0.1, 0.3]

PLANS = {
    "kept": lambda t: 1.0,
    "cosine": lambda t: warm_up_cosine(t, 30, STEPS),
    "wsd": lambda t: wsd(t, 30, 120, STEPS),
    "firstByAdamW": lambda t: 1.0,
    "firstByMuon": lambda t: 1.0,
}


class Muon(torch.optim.Optimizer):
    """Jordan et al. 2024 in float64 (torch.optim.Muon computes in bfloat16), for matrices that are wider than tall."""

    def __init__(self, parts, rate):
        super().__init__(parts, {"lr": rate})
        self.momenta = [torch.zeros_like(part) for part in parts]

    @torch.no_grad()
    def step(self):
        for part, m in zip(self.param_groups[0]["params"], self.momenta):
            m.mul_(0.95).add_(part.grad)
            X = m / (m.norm(dim=(-2, -1), keepdim=True) + 1e-7)
            for _ in range(5):
                A = X @ X.mT
                X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
            part -= self.param_groups[0]["lr"] * X


def run(nets, plan, rate):
    parts = nets.start()
    learned = parts[:1] if plan.startswith("first") else parts
    optimizer = Muon(learned, rate) if plan == "firstByMuon" else torch.optim.AdamW(learned, rate, weight_decay=0.01)
    averaged, average = None, get_swa_avg_fn()
    for t in range(1, STEPS + 1):
        optimizer.param_groups[0]["lr"] = rate * PLANS[plan](t)
        optimizer.zero_grad()
        losses(parts, nets.pictures_of(t)).sum().backward()
        optimizer.step()
        if STEPS / 2 < t < STEPS:
            now = [part.detach().clone() for part in parts]
            count = t - STEPS // 2 - 1
            averaged = now if averaged is None else [average(a, w, count) for a, w in zip(averaged, now)]
    measured = [losses(parts, nets.training), losses(parts, nets.test), accuracies(parts, nets.test), losses(averaged, nets.test)]
    names = ["training", "test", "right", "meanTest"]
    rows = torch.stack(measured).detach().T.tolist()
    return [{name: float(f"{x:.9g}") for name, x in zip(names, row)} for row in rows]


if __name__ == "__main__":
    torch.set_num_threads(1)
    nets = Networks(DRAWS, BATCH)
    rows = [json.dumps({"plan": plan, "rate": rate, "ends": run(nets, plan, rate)}) for plan in PLANS for rate in RATES]
    lines = ",\n".join(rows)
    Path(__file__).with_name("used-today.json").write_text(f"[\n{lines}\n]\n")
