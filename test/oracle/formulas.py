"""Rules without a reference implementation, in numpy from the formulas of the slides, the papers and the textbook."""

import numpy as np

ENOUGH = 1e-4
MOST_HALVINGS = 50
CAPACITY = 10


def momentum(surface, start, h, rates):
    """Slide 6: the rate stands inside the velocity, which matters once it changes."""
    w, m = np.array(start), np.zeros(len(start))
    for rate in rates:
        m = h["alpha"] * m - rate * surface.gradient(w)
        w = w + m
        yield w


def nesterov(surface, start, h, rates):
    """Slide 8: the gradient at the end of the jump."""
    w, m = np.array(start), np.zeros(len(start))
    for rate in rates:
        m = h["alpha"] * m - rate * surface.gradient(w + h["alpha"] * m)
        w = w + m
        yield w


def adagrad(surface, start, h, rates):
    """Slide 10: epsilon inside the root."""
    w, kappa = np.array(start), np.zeros(len(start))
    for rate in rates:
        g = surface.gradient(w)
        kappa = kappa + g**2
        w = w - rate * g / np.sqrt(kappa + h["epsilon"])
        yield w


def rmsprop(surface, start, h, rates):
    """Slide 13: epsilon inside the root."""
    w, kappa = np.array(start), np.zeros(len(start))
    for rate in rates:
        g = surface.gradient(w)
        kappa = h["zeta"] * kappa + (1 - h["zeta"]) * g**2
        w = w - rate * g / np.sqrt(kappa + h["epsilon"])
        yield w


def adam_incomplete(surface, start, h, rates):
    """Slide 14."""
    w, m, kappa = np.array(start), np.zeros(len(start)), np.zeros(len(start))
    for rate in rates:
        g = surface.gradient(w)
        m = h["alpha1"] * m + (1 - h["alpha1"]) * g
        kappa = h["zeta"] * kappa + (1 - h["zeta"]) * g**2
        w = w - rate * m / (np.sqrt(kappa) + h["epsilon"])
        yield w


def adam_printed(surface, start, h, rates):
    """Slide 21, as it is printed: the corrected first moment is not used."""
    w, m, v = np.array(start), np.zeros(len(start)), np.zeros(len(start))
    for t, rate in enumerate(rates, 1):
        g = surface.gradient(w)
        m = h["beta1"] * m + (1 - h["beta1"]) * g
        v = h["beta2"] * v + (1 - h["beta2"]) * g**2
        w = w - rate * m / np.sqrt(v / (1 - h["beta2"] ** t) + h["epsilon"])
        yield w


def newton(surface, start, h, rates):
    w = np.array(start)
    for _ in rates:
        w = w - np.linalg.solve(surface.hessian(w), surface.gradient(w))
        yield w


def damped_newton(surface, start, h, rates):
    """Nocedal & Wright 2006, algorithm 3.2: every eigenvalue is raised until the least is delta."""
    w = np.array(start)
    for _ in rates:
        g, H = surface.gradient(w), surface.hessian(w)
        raised = H + max(0.0, h["delta"] - np.linalg.eigvalsh(H)[0]) * np.eye(len(w))
        w = searched(surface, w, g, -np.linalg.solve(raised, g))
        yield w


def bfgs(surface, start, h, rates):
    """Nocedal & Wright 2006, formula 6.17 as a product, from the identity."""
    return quasi_newton(surface, start, rates, lambda pairs: updated(np.eye(len(start)), pairs))


def lbfgs(surface, start, h, rates):
    """Nocedal & Wright 2006, formulas 7.19 and 7.20 with the matrix written out."""

    def inverse(pairs):
        last = [(s, y) for s, y in pairs[-CAPACITY:] if s @ y > 0]
        scale = last[-1][0] @ last[-1][1] / (last[-1][1] @ last[-1][1]) if last else 1.0
        return updated(scale * np.eye(len(start)), last)

    return quasi_newton(surface, start, rates, inverse)


def quasi_newton(surface, start, rates, inverse):
    w = np.array(start)
    g = surface.gradient(w)
    pairs = []
    for _ in rates:
        after = searched(surface, w, g, -inverse(pairs) @ g)
        g_after = surface.gradient(after)
        pairs.append((after - w, g_after - g))
        w, g = after, g_after
        yield w


def updated(B, pairs):
    """The approximate inverse of the Hessian after these steps and changes of the gradient."""
    for s, y in pairs:
        if s @ y > 0:
            V = np.eye(len(s)) - np.outer(y, s) / (s @ y)
            B = V.T @ B @ V + np.outer(s, s) / (s @ y)
    return B


def searched(surface, w, g, p):
    """Nocedal & Wright 2006, algorithm 3.1: halves the step until the loss falls enough."""
    length = 1.0
    for _ in range(MOST_HALVINGS):
        if surface.loss(w + length * p) <= surface.loss(w) + ENOUGH * length * (g @ p):
            break
        length /= 2
    return w + length * p


def clipped(surface, start, h, rates):
    """Pascanu et al. 2013, algorithm 1."""
    w = np.array(start)
    for rate in rates:
        g = surface.gradient(w)
        if np.linalg.norm(g) >= h["bound"]:
            g = h["bound"] / np.linalg.norm(g) * g
        w = w - rate * g
        yield w


def muon(surface, start, h, rates):
    """Jordan et al. 2024, with the authors' iteration in float64; a matrix is filled up with zeros."""
    w, m = np.array(start), np.zeros(len(start))
    columns = -(-len(start) // h["rows"])
    for rate in rates:
        m = h["mu"] * m + surface.gradient(w)
        matrix = np.zeros((h["rows"], columns))
        matrix.flat[: len(m)] = m
        w = w - rate * zeropower_via_newtonschulz5(matrix).flatten()[: len(m)]
        yield w


def zeropower_via_newtonschulz5(G, steps=5, eps=1e-7):
    """As the authors' page prints it."""
    a, b, c = (3.4445, -4.7750, 2.0315)
    X = G / (np.linalg.norm(G) + eps)
    if G.shape[0] > G.shape[1]:
        X = X.T
    for _ in range(steps):
        A = X @ X.T
        B = b * A + c * A @ A
        X = a * X + B @ X
    if G.shape[0] > G.shape[1]:
        X = X.T
    return X


def path_of(steps):
    def path(surface, start, hyper, rates):
        return [np.array(start), *steps(surface, start, hyper, rates)]

    return path


FORMULAS = {
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam-incomplete": adam_incomplete,
    "adam-printed": adam_printed,
    "newton": newton,
    "newton-damped": damped_newton,
    "bfgs": bfgs,
    "lbfgs": lbfgs,
    "gd-clipped": clipped,
    "muon": muon,
}
