"""From an op's name to the PyTorch call it stands for."""

import operator

import torch
import torch.nn.functional as functional
from torch import nn, optim
from torch.utils import data


class Unsupported(Exception):
    """This PyTorch has no such op."""


# Written with Python's operators where a plain number meets a tensor that comes after it.
OPERATORS = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "div": operator.truediv, "pow": operator.pow}
CLASSES = {"nn": nn, "optim": optim, "data": data}
ATTRIBUTES = {"T", "shape", "dtype", "device", "layout", "ndim", "requires_grad", "is_leaf"}
METHODS = {
    "backward", "contiguous", "detach", "expand", "indices", "is_contiguous", "item", "load_state_dict", "retain_grad",
    "step", "stride", "to", "to_dense", "to_sparse", "tolist", "values", "view", "zero_grad",
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


OWN = {
    "getitem": lambda a, o: getitem(a[0], o["index"]),
    "setitem": lambda a, o: setitem(a[0], a[1], o["index"]),
    "tuple": lambda a, o: tuple(a),
    "list": lambda a, o: list(a),
    "len": lambda a, o: len(a[0]),
    "next": lambda a, o: next(iter(a[0])),
    "call": lambda a, o: a[0](*a[1:]),
    "parameters": lambda a, o: list(a[0].parameters()),
    "autograd.grad": lambda a, o: torch.autograd.grad(*a, **o),
    "manual_seed": lambda a, o: manual_seed(a[0] if a else None, o["seed"]),
}


def call(op, operands, options):
    """Calls PyTorch; raises whatever it raises, and Unsupported if it has no such op."""
    if op in OWN:
        return OWN[op](operands, options)
    room, _, name = op.partition(".")
    if name:
        made = getattr(CLASSES[room], name, None) if room in CLASSES else None
        if made is None:
            raise Unsupported(f"op {op}")
        return made(*operands, **options)
    if op in OPERATORS and not options and not torch.is_tensor(operands[0]) and any(map(torch.is_tensor, operands)):
        return OPERATORS[op](*operands)
    if op in ATTRIBUTES:
        return getattr(operands[0], op)
    if op in METHODS or op.endswith("_"):
        return method(operands[0], op, operands[1:], options)
    function = getattr(torch, op, None) or getattr(functional, op, None)
    if function is None:
        raise Unsupported(f"op {op}")
    return function(*operands, **options)


def method(owner, op, operands, options):
    bound = getattr(owner, op, None)
    if owner is None:  # a gradient that there is not: Python raises
        return getattr(owner, op)
    if bound is None:
        raise Unsupported(f"op {op}")
    if op in ("view", "expand"):  # these two take their sizes by position only
        return bound(options["size"])
    return bound(*operands, **options)
