"""Runs programs on real PyTorch: a JSON list of {id, program, raises, prints} on stdin, one line per fault, exit code 1 if there is any."""

import contextlib
import io
import json
import sys
import warnings

import torch


def fault(case):
    """What is wrong with a program, or None."""
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(case["program"], case["id"], "exec"), {})
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    said = out.getvalue()
    if case["raises"] is not None and not any(line.startswith(f"{case['raises']}: ") for line in said.splitlines()):
        return f"does not raise {case['raises']}"
    if case["prints"] is not None and said != case["prints"]:
        return f"prints {said!r}, not {case['prints']!r}"
    return None


def main():
    warnings.filterwarnings("ignore")
    cases = json.load(sys.stdin)
    faults = [(case["id"], found) for case in cases if (found := fault(case)) is not None]
    for name, found in faults:
        print(f"{name}: {found[:500]}")
    print(f"{len(cases) - len(faults)} of {len(cases)} programs run on PyTorch {torch.__version__} as they should")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
