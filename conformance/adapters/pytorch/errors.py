"""PyTorch's exceptions as the spec's closed list of error kinds (spec/chapters/errors.md)."""

import re

# The wordings of PyTorch 1.13 to 2.14: one mistake has one kind in all of them. The first pattern that the message matches
# decides; their order matters.
KINDS = [
    (
        "invalid_argument",
        r"negative dimension|must be non-negative|positive integer value|invalid combination of arguments|can be inferred|ambiguous|Expected reduction dim|argument alpha|does not have an identity|has no identity|at most 2 dimensions|must be a 2-tuple|out of bounds for (c10|float|double)|mutually exclusive|is out of bounds for (?!dimension)|Expected at most 2 dimensions|shifts and dimensions must align|must be non-empty|cannot be identical",
    ),
    ("graph_freed", r"second time"),
    ("saved_tensor_modified", r"modified by an inplace"),
    ("leaf_inplace", r"leaf Variable"),
    ("non_scalar_backward", r"only for scalar outputs"),
    ("no_grad_graph", r"does not require grad|can't retain_grad|not have been used in the graph"),
    ("index_out_of_range", r"out of (range|bounds)|Dimension out of|must be in the range|too many indices|invalid index of a 0-dim|cannot be applied to a 0-dim|tensor has no dimensions|out of DATA bounds|indexing axis dim should be positive|from an empty tensor"),
    (
        "unsupported_dtype",
        r"floating|Floating|Unsupported input type|not support bool|inputs not supported|only Tensors of|should be either|not implemented for|Low precision dtypes|[Cc]ould not infer|bool(ean)? tensor|tensors used as indices|not support dtype|isDifferentiableType|dtype int(32|64)|BoolTensor|a long tensor|of long dtype|should be Long|Input dtype(?!s)",
    ),
    (
        "dtype_mismatch",
        r"same (d?type)|type \(.*\) should be the same|expected scalar type|can't be cast|to have the same dtype|Expected .* dtype|[Ff]ound dtype|dtypes match|Type promoting not supported|expected target dtype|without narrowing|self\.dtype to be equal|dtypes must be the same|same scalar type",
    ),
    (
        "shape_mismatch",
        r"[Ss]ize|shape|dimension|broadcast|inconsistent tensor|1D tensors|target tensor expected|must match|both arguments to matmul|integer multiplication overflow|vector|must be a matrix|ndim|total dims|0-dim or 1-dim|Index to scalar|1D or 2D tensors|expected a matrix|square matrices|must be a 3D tensor|Expected 1-D argument",
    ),
]

# What PyTorch cannot do though nothing is wrong with the program: the id of a corner (conformance/adapters/pytorch/corners/limitations.ts),
# the wording, and the ops that raise so, if not any.
PASSES = ("backward", "autograd.grad")
LIMITATIONS = [
    ("no-kernel", r"not implemented for '(Half|BFloat16|Bool|Byte|Char|Short|Int|Long|Float|Double)'", None),
    ("view-from-no-grad", r"^A view was created in no_grad mode and its base", None),
    ("no-second-derivative", r"^derivative for aten::\w+_backward is not implemented", PASSES),
    ("variance-of-one-element", r"returned an invalid gradient at index", PASSES),
    ("loss-of-two-dtypes", r"^Found dtype \w+ but expected \w+", PASSES),
]


def limitation_of(error, op):
    """The id of what of PyTorch itself made this op raise; None where the program is at fault."""
    message = str(error)
    return next((id for id, pattern, ops in LIMITATIONS if (ops is None or op in ops) and re.search(pattern, message)), None)


def kind_of(error):
    """The kind of an exception that PyTorch raised."""
    message = str(error)
    if isinstance(error, IndexError) and "out of" in message:
        return "index_out_of_range"
    if isinstance(error, (TypeError, ValueError)) and not re.search("shape|size|or more dimensions", message):
        return "invalid_argument"
    return next((kind for kind, pattern in KINDS if re.search(pattern, message)), "invalid_argument")
