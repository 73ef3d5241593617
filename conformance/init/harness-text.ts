/** A process in Python that speaks the line protocol, for a person to complete. It needs nothing but Python and runs as it is. */
export const harnessText = (
  library: string,
): string => `"""Lets tensor-conformance test ${library}: a JSON object per line comes in, and one goes out.

    npx tconf smoke   # is this file right?
    npx tconf run     # is the library?

"The line protocol" in node_modules/tensor-conformance/spec/README.md says all that may come and go.
"""

import inspect
import json
import math
import os
import sys

# TODO 1: import the library and say its version. Until then plain data stands in for its tensors, so that this runs.
NAME, VERSION = ${JSON.stringify(library)}, "0.0.0"
# TODO 2: the dtypes that the library has.
DTYPES = {"float32", "int64", "bool"}


# TODO 3: a tensor of the library from flat, row-major elements, and the same back.
class Tensor:
    def __init__(self, dtype, shape, data):
        self.dtype, self.shape, self.data = dtype, shape, list(data)


def parts(tensor):
    return tensor.dtype, list(tensor.shape), list(tensor.data)


# TODO 4: the library's ops under PyTorch's names: operands first, options after the star. What is not here, or not an
# option here, is reported as unsupported. In-place ops (add_) and what makes tensors (zeros) are ops too.
OPS = {
    "clone": lambda x: Tensor(*parts(x)),
    "shape": lambda x: parts(x)[1],
    # "add": lambda a, b, *, alpha=1: a + b * alpha,
    # "sum": lambda x, *, dim=None, keepdim=False: x.sum(dim, keepdim),
    # "cat": lambda tensors, *, dim=0: lib.cat(tensors, dim),  # a list of operands comes as one list
    # "backward": lambda y, gradient=None: y.backward(gradient),
}


# TODO 5: gradients, if the library has them: mark a leaf, and give its gradient, or None where there is none.
def requires_grad(tensor):
    raise Unsupported("autograd")


def gradient(tensor):
    raise Unsupported("autograd")


class Unsupported(Exception):
    """The library lacks what a case needs. The words are counted: let them be the same in every case."""


class Raised(Exception):
    """The library raised: at which op, and what."""


WORDS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf, "-0": -0.0}


def flat(data):
    return [element for part in data for element in flat(part)] if isinstance(data, list) else [data]


def tensor_of(given):
    dtype = given["dtype"]
    if dtype not in DTYPES:
        raise Unsupported(f"dtype {dtype}")
    number = bool if dtype == "bool" else float if "float" in dtype else int  # large ints come as text
    tensor = Tensor(dtype, given["shape"], [WORDS[e] if e in WORDS else number(e) for e in flat(given["data"])])
    if given.get("requires_grad"):
        requires_grad(tensor)
    return tensor


def written(number):
    """A number as JSON can hold it: what it cannot is text."""
    if isinstance(number, float) and not math.isfinite(number):
        return "NaN" if math.isnan(number) else "Infinity" if number > 0 else "-Infinity"
    if isinstance(number, float) and number == 0 and math.copysign(1, number) < 0:
        return "-0"
    return str(number) if isinstance(number, int) and abs(number) > 2**53 - 1 else number


def host(value):
    if isinstance(value, (list, tuple)):
        return [host(item) for item in value]
    if isinstance(value, float):
        return {"float": written(value)} if not math.isfinite(value) or value.is_integer() else value
    return {"int": str(value)} if type(value) is int and abs(value) > 2**53 - 1 else value


def seen(value):
    if value is None:
        return {"null": True}
    if isinstance(value, Tensor):
        dtype, shape, data = parts(value)
        return {"dtype": dtype, "shape": shape, "data": [written(element) for element in data]}
    if isinstance(value, (list, tuple)) and any(isinstance(item, Tensor) for item in value):
        return {"each": [seen(item) for item in value]}
    return {"value": host(value)}


def look_up(path, names):
    first, *rest = path.split(".")
    value = names[first]
    for step in rest:
        if step != "grad":
            raise Unsupported(f"path .{step}")
        value = gradient(value)
    return value


def operand(given, names):
    if isinstance(given, str):
        return look_up(given, names)
    if isinstance(given, list):
        return [operand(item, names) for item in given]
    if isinstance(given, dict):  # a Python number that JSON would lose
        return int(given["int"]) if "int" in given else float(given["float"])
    return given


def option(given, names):
    if isinstance(given, list):
        return [option(item, names) for item in given]
    if isinstance(given, dict):
        return look_up(given["ref"], names) if "ref" in given else operand(given, names)
    return given


def execute(step, names):
    if "op" not in step:
        raise Unsupported("blocks")
    run = OPS.get(step["op"])
    if run is None:
        raise Unsupported(f"op {step['op']}")
    operands = [operand(one, names) for one in step.get("in", [])]
    options = {name: option(value, names) for name, value in step.get("with", {}).items()}
    for name in options.keys() - set(OPTIONS[step["op"]]):
        raise Unsupported(f"option {step['op']} {name}")
    try:
        result = run(*operands, **options)
    except Unsupported:
        raise
    except Exception as error:
        raise Raised(f"{type(error).__name__}: {error}") from error
    out = step.get("out")
    if isinstance(out, list):
        names.update((name, value) for name, value in zip(out, result) if name is not None)
    elif out is not None:
        names[out] = result


def run(request):
    at = 0
    try:
        names = {name: tensor_of(given) for name, given in request["inputs"].items()}
        wanted = [one["name"] for one in request["observe"]]
        try:
            for at, step in enumerate(request["ops"]):
                execute(step, names)
        except Raised as raised:
            held = {name: seen(look_up(name, names)) for name in wanted if name.split(".")[0] in names}
            return {"threw": {"op": [at], "message": str(raised), "values": held}}
        return {"result": {name: seen(look_up(name, names)) for name in wanted}}
    except Unsupported as lacking:
        return {"unsupported": {"what": str(lacking)}}
    except Exception as fault:  # this file is at fault, not the library
        return {"error": {"message": f"{type(fault).__name__}: {fault}"}}


def options_of(function):
    kinds = inspect.signature(function).parameters.values()
    return [parameter.name for parameter in kinds if parameter.kind is parameter.KEYWORD_ONLY]


OPTIONS = {name: options_of(function) for name, function in OPS.items()}


def main():
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what the library prints must not come between the replies
    for line in sys.stdin:
        message = json.loads(line)
        if "stop" in message:
            return
        reply = run(message["run"]) if "run" in message else {"name": NAME, "version": VERSION, "ops": OPTIONS}
        replies.write(json.dumps({"id": message["id"], **reply}, allow_nan=False) + "\\n")
        replies.flush()


if __name__ == "__main__":
    main()
`;
