"""What a name holds, as the protocol says it: flat data, strings for what JSON cannot hold."""

import math

import torch

from literals import NAME_OF
from program import Malformed, Record

EXACT_INT = 2**53


def number(value):
    """A float element: integral values in full, what JSON cannot hold as text."""
    if value != value:
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "-0" if math.copysign(1, value) < 0 else 0
    return int(value) if value.is_integer() and abs(value) < EXACT_INT else value


def element(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < EXACT_INT else str(value)
    return number(value)


def host(value):
    """A host value: a float that JSON would lose or take for an int is `{float}`, a large int `{int}`."""
    if isinstance(value, torch.dtype):
        return NAME_OF[value]
    if isinstance(value, torch.device):
        return str(value)
    if isinstance(value, torch.layout):
        return str(value).removeprefix("torch.")
    if isinstance(value, (list, tuple)):
        return [host(part) for part in value]
    if isinstance(value, float):
        seen = number(value)
        return {"float": seen} if isinstance(seen, (int, str)) else seen
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < EXACT_INT else {"int": str(value)}
    return value


def holds_tensors(value):
    """Whether a list is a sequence of the protocol: it holds a tensor or nothing, itself or in a list within it."""
    return torch.is_tensor(value) or value is None or isinstance(value, (list, tuple)) and any(map(holds_tensors, value))


def observe(value, prints=False):
    """The observation of a tensor, a host value, a sequence of tensors, or None."""
    if value is None:
        return {"null": True}
    text = {"prints": repr(value)} if prints else {}
    if isinstance(value, Record) and len({(part.shape, part.dtype) for part in value if torch.is_tensor(part)}) == 1:
        value = torch.stack(value)
    if torch.is_tensor(value):
        # The gradient of a function that is flat may be zeros without memory, which cannot be read until copied.
        flat = (value if value.layout == torch.strided else value.to_dense()).detach().clone().reshape(-1).tolist()
        return {"dtype": NAME_OF[value.dtype], "shape": list(value.shape), "data": [element(e) for e in flat], **text}
    if isinstance(value, (list, tuple)) and holds_tensors(value):
        return {"each": [observe(part) for part in value], **text}
    if isinstance(value, (bool, int, float, str, list, tuple, torch.dtype, torch.device, torch.layout)):
        return {"value": host(value), **text}
    raise Malformed(f"a {type(value).__name__} cannot be observed")
