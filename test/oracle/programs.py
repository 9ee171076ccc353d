"""Runs printed programs and optimizers of libraries on the reference runs; says by how much each departs, as JSON."""

import json
import os
import sys

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np
import optax
import torch

from surfaces import Surface

jax.config.update("jax_enable_x64", True)
keras.config.set_floatx("float64")


def by_numpy(code, surface, run):
    """The path that the last function of a program takes."""
    names = {}
    exec(code, names)
    function = list(names.values())[-1]
    wanted = function.__code__.co_varnames[: function.__code__.co_argcount]
    given = {"gradient": surface.gradient, "hessian": surface.hessian, "loss": surface.loss}
    python = {"lambda": "lambda_", "from": "from_"}
    hyper = {python.get(name, name): value for name, value in run["hyper"].items()}
    return function(
        **{name: given[name] for name in wanted if name in given}, **hyper, w=run["start"], steps=run["steps"]
    )


def by_torch(code, surface, run):
    w = torch.nn.Parameter(torch.tensor(run["start"]))
    optimizer = eval(code, {"torch": torch, "w": [w]})
    path = [w.detach().numpy().copy()]
    for _ in range(run["steps"]):
        w.grad = torch.tensor(surface.gradient(path[-1]))
        optimizer.step()
        path.append(w.detach().numpy().copy())
    return path


def by_optax(code, surface, run):
    optimizer = eval(code, {"optax": optax})
    w = jax.numpy.array(run["start"])
    state = optimizer.init(w)
    path = [np.array(w)]
    for _ in range(run["steps"]):
        updates, state = optimizer.update(jax.numpy.array(surface.gradient(path[-1])), state, w)
        w = optax.apply_updates(w, updates)
        path.append(np.array(w))
    return path


def by_keras(code, surface, run):
    w = keras.Variable(np.array(run["start"]))
    optimizer = eval(code, {"keras": keras})
    path = [w.numpy()]
    for _ in range(run["steps"]):
        optimizer.apply([surface.gradient(path[-1])], [w])
        path.append(w.numpy())
    return path


BY = {"numpy": by_numpy, "torch": by_torch, "optax": by_optax, "keras": by_keras}


def departure(task):
    """The largest difference from the run, beside what it may be: 1e-9 of the number, and 1e-12."""
    run = {**task["run"], "start": [float(x) for x in task["run"]["start"]]}
    surface = Surface(run["objective"], run["expression"], tuple(run["variables"]), tuple(run["start"]))
    expected = np.array(run["w"])
    if task["ahead"]:
        steps = np.diff(expected, axis=0, prepend=expected[:1])
        expected = expected + run["hyper"]["alpha"] * steps
    path = np.array(BY[task["by"]](task["code"], surface, run))
    allowed = np.maximum(1e-12, 1e-9 * np.abs(expected))
    return float(np.max(np.abs(path - expected) / allowed))


print(json.dumps([departure(task) for task in json.load(sys.stdin)]))
