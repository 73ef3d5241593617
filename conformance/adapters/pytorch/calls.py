"""From an op's name to the PyTorch call it stands for."""

import functools
import json
import operator
import pathlib

import torch
import torch.nn.functional
import torch.utils.data


class Unsupported(Exception):
    """This PyTorch has no such op."""


# How each op is written, from its page: as function, method, attribute or operator, and with which options by position.
CALLS = json.loads(pathlib.Path(__file__).with_name("calls.gen.json").read_text())
SIGNS = {
    **{"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "**": operator.pow},
    **{"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge},
}  # fmt: skip


def index(entries):
    """The Python index of an index expression: integers, slices as text, "...", "None", booleans, tensors."""

    def entry(value):
        if value == "...":
            return Ellipsis
        if value == "None":
            return None
        if isinstance(value, str):
            return slice(*[int(part) if part else None for part in value.split(":")])
        return value

    return tuple(entry(value) for value in entries)


def getitem(value, entries):
    return value[index(entries)] if torch.is_tensor(value) else value[entries[0]]


def setitem(tensor, value, entries):
    tensor[index(entries)] = value
    return tensor


def manual_seed(generator, seed):
    return torch.manual_seed(seed) if generator is None else generator.manual_seed(seed)


# Written in a way of their own.
OWN = {
    "getitem": lambda a, o: getitem(a[0], o["index"]),
    "setitem": lambda a, o: setitem(a[0], a[1], o["index"]),
    "tuple": lambda a, o: tuple(a),
    "list": lambda a, o: list(a),
    "len": lambda a, o: len(a[0]),
    "next": lambda a, o: next(iter(a[0])),
    "call": lambda a, o: a[0](*a[1:]),
    "parameters": lambda a, o: list(a[0].parameters()),
    "manual_seed": lambda a, o: manual_seed(a[0] if a else None, o["seed"]),
}


def call(op, operands, options):
    """Calls PyTorch; raises whatever it raises, and Unsupported if it has no such op."""
    if op in OWN:
        return OWN[op](operands, options)
    if op not in CALLS:
        raise Unsupported(f"op {op}")
    style = CALLS[op]
    if style["as"] == "attribute":
        return getattr(operands[0], op)
    if style["as"] == "operator" and not options and not torch.is_tensor(operands[0]) and any(map(torch.is_tensor, operands)):
        return SIGNS[style["symbol"]](*operands)  # torch.add takes no number before a tensor
    between = [options[name] for name in style.get("between", [])]
    options = {name: value for name, value in options.items() if name not in style.get("between", [])}
    operands = [*operands[:1], *between, *operands[1:]]
    places, options = placed(style.get("positional", []), options)
    if style["as"] == "method":
        owner, *operands = operands
        # What is no tensor, say a gradient that there is not, is the case's fault: Python raises.
        function = getattr(owner, op, None) if torch.is_tensor(owner) else getattr(owner, op)
    else:
        function = find(style["torch"])
    if function is None:
        raise Unsupported(f"op {op}")
    return function(*operands, *places, **options)


def placed(positional, options):
    """The options that stand by position, up to the first that is left out, and the others by name."""
    given = []
    for name in positional:
        if name not in options:
            break
        given.append(name)
    return [options[name] for name in given], {name: value for name, value in options.items() if name not in given}


def find(path):
    """What PyTorch has under a full name, or None."""
    return functools.reduce(lambda value, part: getattr(value, part, None), path.split(".")[1:], torch)
