"""Rules whose steps another implementation takes: PyTorch's, optax's, or that of a paper's authors."""

import jax
import numpy as np
import optax
import torch
from qhoptim.pyt import QHM

jax.config.update("jax_enable_x64", True)


def pytorch(make):
    """The path of an optimizer of PyTorch; `make` gets the parameters as a list, the first rate and the hyperparameters."""

    def path(surface, start, hyper, rates):
        w = torch.nn.Parameter(torch.tensor(start))
        optimizer = make([w], rates[0], hyper)
        points = [w.detach().numpy().copy()]
        for rate in rates:
            optimizer.param_groups[0]["lr"] = rate
            w.grad = torch.tensor(surface.gradient(points[-1]))
            optimizer.step()
            points.append(w.detach().numpy().copy())
        return points

    return path


def with_optax(make):
    """The path of an optimizer of optax at a constant rate."""

    def path(surface, start, hyper, rates):
        optimizer = make(rates[0], hyper)
        w = jax.numpy.array(start)
        state = optimizer.init(w)
        points = [np.array(w)]
        for _ in rates:
            updates, state = optimizer.update(jax.numpy.array(surface.gradient(points[-1])), state, w)
            w = optax.apply_updates(w, updates)
            points.append(np.array(w))
        return points

    return path


def betas(h):
    return (h["beta1"], h["beta2"])


TORCH = f"torch.optim {torch.__version__}"
OPTAX = f"optax {optax.__version__}"
QHOPTIM = "qhoptim.pyt.QHM, by the paper's authors"

REFERENCES = {
    "gd": (TORCH, pytorch(lambda w, lr, h: torch.optim.SGD(w, lr))),
    "momentum": (TORCH, pytorch(lambda w, lr, h: torch.optim.SGD(w, lr, momentum=h["alpha"]))),
    "nesterov-rewritten": (
        TORCH,
        pytorch(lambda w, lr, h: torch.optim.SGD(w, lr, momentum=h["alpha"], nesterov=True)),
    ),
    "adagrad-outside": (TORCH, pytorch(lambda w, lr, h: torch.optim.Adagrad(w, lr, eps=h["epsilon"]))),
    "rmsprop-outside": (
        TORCH,
        pytorch(lambda w, lr, h: torch.optim.RMSprop(w, lr, alpha=h["zeta"], eps=h["epsilon"])),
    ),
    "adam": (TORCH, pytorch(lambda w, lr, h: torch.optim.Adam(w, lr, betas(h), h["epsilon"]))),
    "amsgrad": (
        TORCH,
        pytorch(lambda w, lr, h: torch.optim.Adam(w, lr, betas(h), h["epsilon"], amsgrad=True)),
    ),
    "adamw": (
        TORCH,
        pytorch(lambda w, lr, h: torch.optim.AdamW(w, lr, betas(h), h["epsilon"], weight_decay=h["decay"])),
    ),
    "nadam": (TORCH, pytorch(lambda w, lr, h: torch.optim.NAdam(w, lr, betas(h), h["epsilon"]))),
    "radam": (TORCH, pytorch(lambda w, lr, h: torch.optim.RAdam(w, lr, betas(h), h["epsilon"]))),
    "adamax": (TORCH, pytorch(lambda w, lr, h: torch.optim.Adamax(w, lr, betas(h), h["epsilon"]))),
    "adadelta": (
        TORCH,
        pytorch(lambda w, lr, h: torch.optim.Adadelta(w, lr, rho=h["rho"], eps=h["epsilon"])),
    ),
    "qhm": (QHOPTIM, pytorch(lambda w, lr, h: QHM(w, lr, momentum=h["beta"], nu=h["nu"]))),
    # The averages are kept beside w, which goes as ever.
    "gd-averaged": (TORCH, pytorch(lambda w, lr, h: torch.optim.SGD(w, lr))),
    "gd-ema": (TORCH, pytorch(lambda w, lr, h: torch.optim.SGD(w, lr))),
    "lion": (
        OPTAX,
        with_optax(lambda lr, h: optax.lion(lr, h["beta1"], h["beta2"], weight_decay=h["decay"])),
    ),
}
