"""Real PyTorch behind the suite's line protocol: one JSON object per line in, one per line out.

    python3 harness.py            answers `start`, `run` and `stop` (spec/schema/protocol.schema.json)
    python3 harness.py --wide     the same, with every float widened to float64: what `tconf author` rounds once
    python3 harness.py --mpmath   the same at 50 decimal digits, for the few ops where float64 itself is in question
"""

import json
import os
import sys

SYSTEM_PYTHON = "/usr/bin/python3"  # Debian installs python3-torch for this interpreter, whatever `python3` is on the PATH

try:
    import torch
except ImportError:
    if os.path.exists(SYSTEM_PYTHON) and not os.path.samefile(sys.executable, SYSTEM_PYTHON):
        os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON, *sys.argv])
    sys.exit("PyTorch is not installed: apt-get install -y --no-install-recommends python3-torch (or: pip install torch)")

import warnings

from errors import kind_of, limitation_of
from observe import observe
from program import Malformed, Program, Raised, Unsupported

FEATURES = ["autograd", "autograd.tape", "mutation", "views", "random.pytorch", "print", "sparse", "errors.exact"]


def run(request, widen):
    """The answer to one `run`: a request has `inputs`, `ops` and the names to `observe`."""
    wanted = request["observe"]
    try:
        program = Program(request.get("inputs", {}), widen)
        try:
            program.execute(request["ops"])
        except Raised as raised:
            seen = {w["name"]: observe(program.resolve(w["name"]), w.get("prints")) for w in wanted if program.holds(w["name"])}
            message = str(raised.error).split("\n")[0][:400]
            threw = {"op": list(raised.path), "kind": kind_of(raised.error), "message": message, "values": seen}
            limitation = limitation_of(raised.error, raised.op)
            return {"threw": {**threw, **({} if limitation is None else {"limitation": limitation})}}
        return {"result": {w["name"]: observe(program.resolve(w["name"]), w.get("prints")) for w in wanted}}
    except Unsupported as missing:
        return {"unsupported": {"what": str(missing)}}
    except Malformed as fault:
        return {"error": {"message": str(fault)}}
    except Exception as fault:  # the harness itself is at fault: the suite counts it as `error`, never as PyTorch raising
        return {"error": {"message": f"{type(fault).__name__}: {fault}"}}


def main(arguments):
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever a library prints must not end up between the replies
    warnings.filterwarnings("ignore")
    torch.set_num_threads(1)
    # oneDNN has other kernels for each processor, and those of 3.7.2 convolve wrongly on some: PyTorch's own are asked.
    torch.backends.mkldnn.set_flags(False)
    widen = "--wide" in arguments
    if "--mpmath" in arguments:
        from precise import run as answer
    else:
        answer = lambda request: run(request, widen)  # noqa: E731
    if widen:
        torch.set_default_dtype(torch.float64)
    for line in sys.stdin:
        message = json.loads(line)
        if "start" in message:
            reply = {"name": "pytorch", "version": torch.__version__, "features": FEATURES}
        elif "run" in message:
            reply = answer(message["run"])
        else:
            return
        replies.write(json.dumps({"id": message["id"], **reply}, ensure_ascii=False) + "\n")
        replies.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
