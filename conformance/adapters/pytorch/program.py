"""Runs the `ops` of a case: names to values, blocks, and the one place that calls PyTorch."""

import contextlib

import torch

from calls import Unsupported, call
from literals import dtype_of, scalar, tagged, tensor_of

__all__ = ["Malformed", "Program", "Raised", "Record", "Unsupported"]

SEGMENTS = {"grad", "data", "weight", "bias"}
NAMING = {"dtype", "layout", "memory_format"}  # options whose text names a torch constant


class Malformed(Exception):
    """The request itself is wrong: nothing that PyTorch could answer."""


class Raised(Exception):
    """PyTorch raised `error` at the step that `path` leads to, a call of `op`."""

    def __init__(self, path, op, error):
        super().__init__(str(error))
        self.path, self.op, self.error = path, op, error


class Record(list):
    """What the `record` op appended to; observed stacked."""


class Program:
    def __init__(self, inputs, widen=False):
        self.widen = widen
        self.names = {name: tensor_of(spec, widen) for name, spec in inputs.items()}

    def holds(self, path):
        return path.split(".")[0] in self.names

    def resolve(self, path):
        """The live value of a name or path: `x`, `x.grad`, `net.0.weight.data`."""
        root, *segments = path.split(".")
        if root not in self.names:
            raise Malformed(f"no value named {root}")
        value = self.names[root]
        for segment in segments:
            if not segment.isdigit() and segment not in SEGMENTS:
                raise Malformed(f"no segment {segment} in {path}")
            value = value[int(segment)] if segment.isdigit() else getattr(value, segment)
        return value

    def operand(self, value):
        """A literal of `in`, where a string is a name."""
        if isinstance(value, str):
            return self.resolve(value)
        if isinstance(value, list):
            return [self.operand(part) for part in value]
        number = tagged(value)
        return scalar(value) if number is None else number

    def option(self, name, value):
        """A literal of `with`, where a string is text."""
        if isinstance(value, str) and name in NAMING:
            return dtype_of(value, self.widen) if name == "dtype" else getattr(torch, value)
        if isinstance(value, list):
            parts = [self.option(None, part) for part in value]
            return parts if name == "index" else tuple(parts)
        if isinstance(value, dict):
            if "ref" in value:
                return self.resolve(value["ref"])
            number = tagged(value)
            return number if number is not None else {key: self.option(None, part) for key, part in value.items()}
        return scalar(value)

    def execute(self, steps, path=()):
        for position, step in enumerate(steps):
            self.step(step, (*path, position))

    def step(self, step, here):
        if "no_grad" in step:
            with torch.no_grad():
                self.execute(step["no_grad"], here)
        elif "try" in step:
            with contextlib.suppress(Raised):
                self.execute(step["try"], here)
        elif "repeat" in step:
            for _ in range(step["repeat"]):
                self.execute(step["ops"], here)
        elif "for" in step:
            for item in self.resolve(step["of"]):
                self.bind(step["for"], item)
                self.execute(step["ops"], here)
        elif step["op"] == "record":
            value = self.operand(step["in"][0])
            self.names.setdefault(step["out"], Record()).append(value.detach().clone() if torch.is_tensor(value) else value)
        else:
            try:
                operands = [self.operand(value) for value in step.get("in", [])]
                options = {name: self.option(name, value) for name, value in step.get("with", {}).items()}
                result = call(step["op"], operands, options)
            except (Malformed, Unsupported):
                raise
            except AttributeError as error:
                if "'NoneType'" not in str(error):
                    raise Raised(here, step["op"], error) from error
                # PyTorch has no words for a method of None, and Python's own are those of a broken program.
                raise Raised(here, step["op"], TypeError(f"{step['op']} of None in the place of a tensor")) from error
            except Exception as error:
                raise Raised(here, step["op"], error) from error
            self.bind(step.get("out"), result)

    def bind(self, out, result):
        if isinstance(out, str):
            self.names[out] = result
        elif out:
            results = list(result)
            if len(results) != len(out):
                raise Malformed(f"{len(results)} results for {len(out)} names")
            self.names.update({name: value for name, value in zip(out, results) if name is not None})
