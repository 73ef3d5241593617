"""What a fixture's JSON says, as Python and PyTorch values."""

import math

import torch

NAMES = "bool uint8 int8 int16 int32 int64 float16 bfloat16 float32 float64".split()
DTYPES = {name: getattr(torch, name) for name in NAMES}
NAME_OF = {dtype: name for name, dtype in DTYPES.items()}
SPECIAL = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf, "-0": -0.0}


def is_float(dtype):
    return dtype.startswith(("float", "bfloat"))


def dtype_of(name, widen):
    """The torch dtype of a fixture's dtype name; `widen` turns every float into float64."""
    return torch.float64 if widen and is_float(name) else DTYPES[name]


def flatten(nested):
    return [leaf for part in nested for leaf in flatten(part)] if isinstance(nested, list) else [nested]


def element(value, dtype):
    """One element of `data`: strings stand for what JSON cannot hold."""
    if dtype == "bool":
        return value
    if is_float(dtype):
        return SPECIAL[value] if isinstance(value, str) else float(value)
    return int(value)


def tensor_of(spec, widen):
    """A tensor input: read as float64 (int64 for integers), then rounded once to its dtype."""
    dtype = spec["dtype"]
    data = [element(value, dtype) for value in flatten(spec["data"])]
    exact = torch.float64 if is_float(dtype) else DTYPES[dtype]
    made = torch.tensor(data, dtype=exact).to(DTYPES[dtype]).to(dtype_of(dtype, widen))
    made = made.reshape(spec["shape"]).clone()  # a tensor of its own: a leaf that is a view obeys other rules
    return made.requires_grad_(True) if spec.get("requires_grad") else made


def scalar(value):
    """A bare JSON number is an int if it is integral and within 2^53, otherwise a float, however it is written."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**53:
        return float(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def tagged(value):
    """The Python number of `{float}` or `{int}`; None for any other object."""
    if isinstance(value, dict) and len(value) == 1:
        if "float" in value:
            return SPECIAL[value["float"]] if value["float"] in SPECIAL else float(value["float"])
        if "int" in value:
            return int(value["int"])
    return None
