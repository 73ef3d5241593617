"""Which names of arguments PyTorch's own signatures have: what the pages of spec/ops are held to.

    python3 signatures.py < names.json     ["torch.sum", …] in, { "torch.sum": ["dim", "dtype", …] } out
"""

import inspect
import json
import re
import sys

import torch
import torch.utils.data

# What the bindings add: a tensor that is made may be asked to record, and numpy's names stand for PyTorch's.
MAKES_TENSORS = {"layout", "pin_memory"}
NUMPY = {"dim": "axis", "keepdim": "keepdims"}
# Made in C++, without a signature that could be read.
UNREADABLE = {
    "torch.Generator": {"device"},
    "torch.Tensor.copy_": {"src", "non_blocking"},
    "torch.Tensor.requires_grad_": {"requires_grad"},
    "torch.tensor": {"data", "dtype", "device", "requires_grad", "pin_memory"},
}
NO_ARGUMENT = {"self", "args", "kwargs", "_stacklevel"}


def find(path):
    value = torch
    for part in path.split(".")[1:]:
        value = getattr(value, part)
    return value


def is_out(argument):
    return argument.kwarg_only and argument.alias_info is not None and argument.alias_info.is_write


def overloads(name):
    """The argument names of ATen's operators of this name. Those of TorchScript on numbers and lists take no tensor and give none."""
    for schema in torch._C._jit_get_schemas_for_operator(f"aten::{name}"):
        types = [str(argument.type) for argument in schema.arguments]
        if "Tensor" in types or "Optional[Tensor]" in types or any(str(r.type) == "Tensor" for r in schema.returns):
            yield {argument.name for argument in schema.arguments if not is_out(argument)}


def parameters(function):
    try:
        return set(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        return set()


def names_of(path):
    """Every name by which an argument may be given: of a class those of its constructor, of an op those of all its overloads."""
    if path in UNREADABLE:
        return UNREADABLE[path]
    last = path.split(".")[-1]
    if not path.startswith("torch.") or last.startswith("__"):
        return set()
    found = find(path)
    if inspect.isclass(found):
        return parameters(found.__init__)
    names = parameters(found)
    if names - NO_ARGUMENT:
        return names
    in_linalg = path.startswith("torch.linalg.")
    names = names.union(*overloads(f"linalg_{last}" if in_linalg else last))
    if path.count(".") == 1 or in_linalg:
        if re.search(rf"^\s*(torch\.|linalg\.)?{last}\(.*\bout\b", found.__doc__ or "", re.MULTILINE):
            names.add("out")
        if MAKES_TENSORS <= names:
            names.add("requires_grad")
    return names | {alias for name, alias in NUMPY.items() if name in names}


if __name__ == "__main__":
    paths = json.load(sys.stdin)
    print(json.dumps({"version": torch.__version__, "names": {path: sorted(names_of(path) - NO_ARGUMENT) for path in paths}}))
