"""Papermill's parameters in TypeScript: `papermill -p steps 50` puts `let steps = 50` before the cells.

Papermill asks other packages for engines, and for nothing else. So this is one, named fall-line: papermill's usual
engine. That it is loaded makes the translator known, whichever engine runs the notebook.
"""

import json
import math
import re

from papermill.engines import NBClientEngine as Engine
from papermill.exceptions import PapermillException
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

__all__ = ["Engine", "TypeScript"]

LARGEST = 2**53 - 1

# let steps: number = 20; // how many
DECLARED = r"^(?:let|const|var)\s+([\w$]+)\s*(?::\s*([^=]+?))?\s*=\s*(.*?);?[ \t]*(?://\s*(.*))?$"


class TypeScript(Translator):
    """What JSON and YAML hold, as TypeScript. What has no type of its own (nothing, an empty list) is of any."""

    @classmethod
    def translate_escaped_str(cls, val):
        return json.dumps(str(val), ensure_ascii=False)

    @classmethod
    def translate_none(cls, val):
        return "null as any"

    @classmethod
    def translate_int(cls, val):
        if abs(val) > LARGEST:
            raise PapermillException(f"{val} is more than a number of TypeScript holds exactly ({LARGEST}): give it as text")
        return str(val)

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "NaN"
        return str(val).replace("inf", "Infinity")

    @classmethod
    def translate_list(cls, val):
        return f"[{', '.join(map(cls.translate, val))}]" if val else "[] as any[]"

    @classmethod
    def translate_dict(cls, val):
        entries = [f"{cls.key(str(key))}: {cls.translate(value)}" for key, value in val.items()]
        return f"{{ {', '.join(entries)} }}" if entries else "{} as Record<string, any>"

    @classmethod
    def key(cls, key):
        text = cls.translate_escaped_str(key)
        # Written without brackets, this one would not be an entry but the prototype.
        return f"[{text}]" if key == "__proto__" else text

    @classmethod
    def comment(cls, text):
        return f"// {text}"

    @classmethod
    def assign(cls, name, value):
        if not re.fullmatch(r"[A-Za-z_$][\w$]*", name):
            raise PapermillException(f"{name!r} cannot be a name in TypeScript: use letters, digits and _")
        return f"let {name} = {value};"

    @classmethod
    def inspect(cls, cell):
        found = re.finditer(DECLARED, cell["source"], re.MULTILINE)
        return [Parameter(name, kind or "None", value, remark or "") for name, kind, value, remark in map(re.Match.groups, found)]


papermill_translators.register("fall-line", TypeScript)
