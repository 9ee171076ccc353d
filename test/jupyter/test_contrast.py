"""The errors of cells are readable (WCAG AA) in each theme of JupyterLab, by the colours that JupyterLab itself declares."""

import re
import sys
from pathlib import Path

import pytest

LAB = Path(sys.prefix) / "share" / "jupyter" / "lab"
AA = 4.5
NAMES = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
ERRORS = [
    "const a: number = 'text'",
    "throw new Error('x')",
    "class LossError extends Error { loss = { of: [1, 'text', null] } }\nthrow new LossError('x', { cause: new TypeError('y') })",
    'import { descend, momentum } from "fall-line"\ndescend("x^2", momentum, { start: [1], steps: 2, hyper: { alpha: 3 } })',
    "function down(): number { return down() + 1 }\ndown()",
    "console.error(new Error('x'), { a: 1, b: 'text' })",
]


def theme(name):
    css = (LAB / "themes" / "@jupyterlab" / f"theme-{name}-extension" / "index.css").read_text()
    return dict(re.findall(r"(--[\w-]+):([^;}]+)", css))


def resolved(value, variables):
    """A CSS colour as red, green, blue and opacity."""
    value = value.strip()
    if used := re.fullmatch(r"var\((--[\w-]+)(?:,\s*(.+))?\)", value):
        return resolved(variables.get(used[1]) or used[2], variables)
    if value in ("white", "black"):
        value = {"white": "#fff", "black": "#000"}[value]
    if value.startswith("#"):
        digits = value[1:] if len(value) == 7 else "".join(2 * digit for digit in value[1:])
        return (*(int(digits[i : i + 2], 16) for i in (0, 2, 4)), 1.0)
    red, green, blue, opacity = re.fullmatch(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)", value.replace(" ", "")).groups()
    return int(red), int(green), int(blue), float(opacity)


def over(above, below):
    return tuple(a * above[3] + b * (1 - above[3]) for a, b in zip(above[:3], below[:3], strict=True))


def luminance(colour):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ansi_colours():
    code = max((LAB / "static").glob("jlab_core.*.js"), key=lambda path: path.stat().st_size).read_text(encoding="utf8")
    return dict(re.findall(r"\.ansi-([a-z-]+)-fg \{\s+color: (#\w+)", code))


def wanted(codes, ansi):
    """The colours that JupyterLab's ansiSpan takes for codes; None is the page's own."""
    found, bold = {None}, "1" in codes
    for code in map(int, codes):
        assert code in {0, 1, 2, 3, 22, 23, 39} or 30 <= code < 38 or 90 <= code < 98, f"what does {code} look like?"
        if 30 <= code < 38:
            found.add(ansi[NAMES[code - 30] + ("-intense" if bold else "")])
        if 90 <= code < 98:
            found.add(ansi[NAMES[code - 90] + "-intense"])
    return found


@pytest.fixture(scope="module")
def codes(shared_kernel):
    """All codes for colours and the like in what errors print."""
    texts = []
    for cell in ERRORS:
        ran = shared_kernel.run(cell)
        told = "".join(ran.error["traceback"]) if ran.status == "error" else ran.printed("stderr")
        assert told
        texts.append(told)
    return {code for text in texts for codes in re.findall(r"\x1b\[([\d;]*)m", text) for code in codes.split(";")}


@pytest.mark.parametrize("name", ["light", "dark", "dark-high-contrast"])
def test_errors_are_readable(codes, name):
    variables = theme(name)
    background = over(resolved("var(--jp-rendermime-error-background)", variables), resolved("var(--jp-layout-color0)", variables))
    colours = wanted(codes, ansi_colours())
    assert colours
    for colour in colours:
        text = over(resolved(colour or "var(--jp-content-font-color1)", variables), background)
        assert contrast(text, background) >= AA, (name, colour)


def test_the_red_that_jupyterlab_has_for_errors_would_not_be():
    background = over(resolved(theme("dark")["--jp-rendermime-error-background"], {}), resolved("#111", {}))
    assert contrast(resolved(ansi_colours()["red"], {}), background) < AA
