"""The values of single ops at 50 decimal digits, by mpmath: for expectations in float64, where PyTorch's own float64 is in question.

Forward ops only, on arrays of mpmath numbers; anything else is answered `unsupported`, and the author falls back to PyTorch.
"""

import math

import mpmath
import numpy

from literals import element, flatten, scalar, tagged
from observe import number

mpmath.mp.dps = 50


def elementwise(function):
    return numpy.frompyfunc(function, 1, 1)


def pairwise(function):
    return numpy.frompyfunc(function, 2, 1)


exp, log, sqrt = elementwise(mpmath.exp), elementwise(mpmath.log), elementwise(mpmath.sqrt)
sigmoid = elementwise(lambda x: 1 / (1 + mpmath.exp(-x)))
power = pairwise(mpmath.power)


def axis(options):
    dim = options.get("dim")
    return tuple(dim) if isinstance(dim, list) else dim


def total(x, options):
    return numpy.sum(x, axis=axis(options), keepdims=options.get("keepdim", False))


def mean(x, options):
    kept = total(x, options)
    return kept / mpmath.mpf(x.size // max(1, numpy.size(kept)))


def variance(x, options):
    centred = x - mean(x, {"dim": options.get("dim"), "keepdim": True})
    squares = total(centred * centred, options)
    count = x.size // max(1, numpy.size(squares))
    return squares / mpmath.mpf(count - (1 if options.get("unbiased", True) else 0))


def arange(options):
    if options.get("dtype") != "float64":
        raise Beyond("arange of another dtype")
    start, end, step = (float(plain(options.get(name, default))) for name, default in (("start", 0), ("end", None), ("step", 1)))
    count = math.ceil((end - start) / step)
    return numpy.array([mpmath.mpf(start) + i * mpmath.mpf(step) for i in range(count)], dtype=object)


def prelu(x, weight):
    """One slope for all, or one for each channel, which is axis 1."""
    channels = [1] * x.ndim
    if weight.size > 1:
        channels[min(1, x.ndim - 1)] = weight.size
    return numpy.where(x > 0, x, x * weight.reshape(channels))


def softmax(x, options):
    e = exp(x)
    return e / numpy.sum(e, axis=options["dim"], keepdims=True)


def of(function, *defaults):
    """Element by element; what `defaults` name are options with what they are unless given."""

    def op(a, options):
        given = [mpmath.mpf(plain(options.get(name, default))) for name, default in defaults]
        return elementwise(lambda x: function(x, *given))(a[0])

    return op


def gelu(x, options):
    if options.get("approximate", "none") == "none":
        return elementwise(lambda v: v * mpmath.ncdf(v))(x)
    inner = lambda v: mpmath.sqrt(2 / mpmath.pi) * (v + mpmath.mpf("0.044715") * v**3)  # noqa: E731
    return elementwise(lambda v: v / 2 * (1 + mpmath.tanh(inner(v))))(x)


def glu(x, options):
    first, second = numpy.split(x, 2, axis=options.get("dim", -1))
    return first * sigmoid(second)


def logsumexp(x, options):
    return log(total(exp(x), options))


def softplus(x, beta, threshold):
    return x if beta * x > threshold else mpmath.log1p(mpmath.exp(beta * x)) / beta


def elu(x, alpha=1, scale=1):
    return scale * (x if x > 0 else alpha * mpmath.expm1(x))


# Source: the fixed point of mean 0 and variance 1 of Klambauer et al., Self-Normalizing Neural Networks, as PyTorch writes it.
SELU_ALPHA, SELU_SCALE = mpmath.mpf("1.6732632423543772848170429916717"), mpmath.mpf("1.0507009873554804934193349852946")

OPS = {
    "sin": of(mpmath.sin),
    "cos": of(mpmath.cos),
    "tan": of(mpmath.tan),
    "asin": of(mpmath.asin),
    "acos": of(mpmath.acos),
    "atan": of(mpmath.atan),
    "sinh": of(mpmath.sinh),
    "cosh": of(mpmath.cosh),
    "tanh": of(mpmath.tanh),
    "asinh": of(mpmath.asinh),
    "acosh": of(mpmath.acosh),
    "atanh": of(mpmath.atanh),
    "exp2": of(lambda x: mpmath.power(2, x)),
    "expm1": of(mpmath.expm1),
    "log2": of(lambda x: mpmath.log(x, 2)),
    "log10": of(mpmath.log10),
    "log1p": of(mpmath.log1p),
    "reciprocal": of(lambda x: 1 / x),
    "rsqrt": of(lambda x: 1 / mpmath.sqrt(x)),
    "square": of(lambda x: x * x),
    "erf": of(mpmath.erf),
    "erfc": of(mpmath.erfc),
    "lgamma": of(lambda x: mpmath.re(mpmath.loggamma(x))),
    "xlogy": lambda a, o: pairwise(lambda x, y: x * mpmath.log(y) if x != 0 else x)(a[0], a[1]),
    "atan2": lambda a, o: pairwise(mpmath.atan2)(a[0], a[1]),
    "copysign": lambda a, o: pairwise(lambda x, y: abs(x) if y >= 0 else -abs(x))(a[0], a[1]),
    "deg2rad": of(lambda x: x * mpmath.pi / 180),
    "rad2deg": of(lambda x: x * 180 / mpmath.pi),
    "elu": of(elu, ("alpha", 1)),
    "celu": of(lambda x, alpha: x if x > 0 else alpha * mpmath.expm1(x / alpha), ("alpha", 1)),
    "selu": of(lambda x: elu(x, SELU_ALPHA, SELU_SCALE)),
    "gelu": lambda a, o: gelu(a[0], o),
    "glu": lambda a, o: glu(a[0], o),
    "hardsigmoid": of(lambda x: min(max(x + 3, mpmath.mpf(0)), mpmath.mpf(6)) / 6),
    "hardswish": of(lambda x: x * min(max(x + 3, mpmath.mpf(0)), mpmath.mpf(6)) / 6),
    "leaky_relu": of(lambda x, slope: x if x > 0 else slope * x, ("negative_slope", 0.01)),
    "logsigmoid": of(lambda x: -mpmath.log1p(mpmath.exp(-x))),
    "logsumexp": lambda a, o: logsumexp(a[0], o),
    "mish": of(lambda x: x * mpmath.tanh(mpmath.log1p(mpmath.exp(x)))),
    "silu": of(lambda x: x / (1 + mpmath.exp(-x))),
    "softmin": lambda a, o: softmax(-a[0], o),
    "softplus": of(softplus, ("beta", 1), ("threshold", 20)),
    "softsign": of(lambda x: x / (1 + abs(x))),
    "tanhshrink": of(lambda x: x - mpmath.tanh(x)),
    "add": lambda a, o: a[0] + a[1] * o.get("alpha", 1),
    "sub": lambda a, o: a[0] - a[1] * o.get("alpha", 1),
    "mul": lambda a, o: a[0] * a[1],
    "div": lambda a, o: a[0] / a[1],
    "pow": lambda a, o: power(a[0], a[1]),
    "neg": lambda a, o: -a[0],
    "exp": lambda a, o: exp(a[0]),
    "log": lambda a, o: log(a[0]),
    "sqrt": lambda a, o: sqrt(a[0]),
    "sigmoid": lambda a, o: sigmoid(a[0]),
    "arange": lambda _, o: arange(o),
    "outer": lambda a, o: numpy.outer(a[0], a[1]),
    "prelu": lambda a, o: prelu(a[0], a[1]),
    "softmax": lambda a, o: softmax(a[0], o),
    "log_softmax": lambda a, o: log(softmax(a[0], o)),
    "sum": lambda a, o: total(a[0], o),
    "mean": lambda a, o: mean(a[0], o),
    "var": lambda a, o: variance(a[0], o),
    "std": lambda a, o: sqrt(variance(a[0], o)),
    "cumsum": lambda a, o: numpy.cumsum(a[0], axis=o["dim"]),
    "dot": lambda a, o: numpy.dot(a[0], a[1]),
    "mv": lambda a, o: numpy.dot(a[0], a[1]),
    "mm": lambda a, o: numpy.dot(a[0], a[1]),
    "matmul": lambda a, o: numpy.matmul(a[0], a[1]) if min(a[0].ndim, a[1].ndim) > 0 else a[0] * a[1],
}


OPTIONS = {"alpha", "dim", "keepdim", "unbiased", "approximate", "negative_slope", "beta", "threshold"}
OF_ARANGE = {"start", "end", "step", "dtype"}


class Beyond(Exception):
    """This program needs more than forward ops on finite float64 values."""


def array(spec):
    if spec["dtype"] != "float64" or spec.get("requires_grad"):
        raise Beyond(f"{spec['dtype']} input")
    values = [element(value, "float64") for value in flatten(spec["data"])]
    if not all(map(mpmath.isfinite, values)):
        raise Beyond("an input that is not finite")
    if any(value == 0 and math.copysign(1, value) < 0 for value in values):
        raise Beyond("a zero with a sign, which mpmath has not")
    made = numpy.empty(len(values), dtype=object)
    made[:] = [mpmath.mpf(value) for value in values]
    return made.reshape(spec["shape"])


def plain(value):
    """A number as a case writes it, with its tag or without."""
    tag = tagged(value)
    return scalar(value) if tag is None else tag


def operand(names, value):
    return names[value] if isinstance(value, str) else numpy.array(mpmath.mpf(plain(value)), dtype=object)


def rounded(value):
    """To the nearest float64. mpmath's own float() truncates."""
    with mpmath.workprec(53):
        return number(float(+value))


def run(request):
    try:
        names = {name: array(spec) for name, spec in request.get("inputs", {}).items()}
        for step in request["ops"]:
            if step.get("op") not in OPS or not isinstance(step.get("out"), str):
                raise Beyond(f"op {step.get('op')}")
            taken = OF_ARANGE if step["op"] == "arange" else OPTIONS
            if not taken.issuperset(step.get("with", {})):
                raise Beyond(f"option of {step['op']}")
            names[step["out"]] = OPS[step["op"]]([operand(names, v) for v in step.get("in", [])], step.get("with", {}))
        seen = {}
        for wanted in request["observe"]:
            value = numpy.asarray(names[wanted["name"]], dtype=object)
            data = [rounded(e) for e in value.reshape(-1)]
            seen[wanted["name"]] = {"dtype": "float64", "shape": list(value.shape), "data": data}
        return {"result": seen}
    except (Beyond, KeyError, ValueError, TypeError, ArithmeticError) as reason:
        return {"unsupported": {"what": f"mpmath: {reason}"}}
