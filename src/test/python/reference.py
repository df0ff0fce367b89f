"""Reference numbers for the tests of weka.classifiers.functions.boundedmlp.nn, in double precision, by NumPy.

    python3 src/test/python/reference.py > src/test/resources/reference/nn/numbers.txt

Each matrix is printed as a line "name rows columns" and one line per row. Inputs and starting weights are multiples of
1/16, so that a Java float represents them exactly. Nothing is random.

The first part is the code of the Stack Exchange question that this project answers, with the mask from the answer.
The question wrote db1 = np.sum(dz1), which is one number for all hidden units, but each hidden unit has its own
gradient. Both are printed.
"""

import numpy as np

PARAMETERS = ("W1", "b1", "w2", "b2")


def show(name, value):
    matrix = np.atleast_2d(np.asarray(value, dtype=np.float64))
    print(name, matrix.shape[0], matrix.shape[1])
    for row in matrix:
        print(" ".join(repr(float(x)) for x in row))


def sixteenths(rows, columns, factor, modulus):
    """Returns a matrix of multiples of 1/16 around 0 that look irregular."""
    i = np.arange(rows * columns)
    return ((i * factor + i * i) % modulus - modulus // 2).reshape(rows, columns) / 16.0


# ---------------------------------------------------------------- the question's network

X = sixteenths(8, 3, 7, 37)
X[5] = 0  # this row lies exactly at the threshold: all its hidden units are off and b2 is 0; its target is 1
y = np.array([[0.5], [0.0], [2.0], [0.25], [0.0], [1.0], [0.75], [1.5]])
W1 = sixteenths(3, 4, 5, 31)
b1 = np.array([[-0.25, 0.0, -0.5, -0.125]])
W2 = np.array([[0.75], [-1.25], [0.5], [1.0]])
b2 = np.array([[0.0]])
threshold = 0.0
n = X.shape[0]

for name, value in (("X", X), ("y", y), ("W1", W1), ("b1", b1), ("w2", W2.T), ("b2", b2)):
    show("question." + name, value)

# forward
z1 = X @ W1 + b1
a1 = np.maximum(0, z1)
z2 = a1 @ W2 + b2
y_hat = np.maximum(threshold, z2)
cost = 1 / (2 * n) * np.sum((y_hat - y) ** 2)

# backward
dcost = (y_hat - y) / n
dcost[y_hat <= threshold] = 0  # the answer's mask
dW2 = a1.T @ dcost
db2 = np.sum(dcost)
dz1 = dcost @ W2.T * (z1 > 0)
dW1 = X.T @ dz1
db1_of_the_question = np.sum(dz1)
db1 = np.sum(dz1, axis=0)

show("question.z2", z2)
show("question.y_hat", y_hat)
show("question.cost", cost)
show("question.dW1", dW1)
show("question.db1", db1)
show("question.db1_of_the_question", db1_of_the_question)
show("question.dw2", dW2.T)
show("question.db2", db2)

# ---------------------------------------------------------------- every output, with row weights and weight decay

LOWER, UPPER, LEAK, DECAY = -0.25, 0.75, 0.125, 0.0625
weights = np.array([[1.0], [2.0], [0.5], [0.5], [1.5], [1.0], [1.0], [0.5]])  # their mean is 1

show("output.weights", weights)


def clamp(z, dcost, policy):
    inside = (z > LOWER) & (z < UPPER)
    towards = ((z <= LOWER) & (dcost < 0)) | ((z >= UPPER) & (dcost > 0))
    outside = {"masked": 0 * dcost, "towards": dcost * towards, "leaky": LEAK * dcost}[policy]
    return np.where(inside, dcost, outside)


def limit(z):
    return np.minimum(UPPER, np.maximum(LOWER, z))


def logistic(u):
    return 1 / (1 + np.exp(-u))


WIDTH = UPPER - LOWER
SCALE = max(-LOWER * UPPER / WIDTH, min(1, WIDTH / 4))
ODDS = np.log(UPPER / -LOWER)

# forward(z) and backward(z, dcost)
OUTPUTS = {
    "masked": (limit, lambda z, d: clamp(z, d, "masked")),
    "towards": (limit, lambda z, d: clamp(z, d, "towards")),
    "leaky": (limit, lambda z, d: clamp(z, d, "leaky")),
    "linear": (lambda z: z, lambda z, d: d),
    "softplus_lower": (lambda z: LOWER + np.log1p(np.exp(z - LOWER)), lambda z, d: d * logistic(z - LOWER)),
    "softplus_upper": (lambda z: UPPER - np.log1p(np.exp(UPPER - z)), lambda z, d: d * logistic(UPPER - z)),
    "sigmoid": (
        lambda z: LOWER + WIDTH * logistic(z / SCALE - ODDS),
        lambda z, d: d * WIDTH / SCALE * logistic(z / SCALE - ODDS) * (1 - logistic(z / SCALE - ODDS)),
    ),
}


def loss_and_gradient(parameters, output, decay):
    W1, b1, w2, b2 = (parameters[name] for name in PARAMETERS)
    forward, backward = OUTPUTS[output]
    z1 = X @ W1 + b1
    a1 = np.maximum(0, z1)
    z2 = a1 @ w2.T + b2
    y_hat = forward(z2)
    loss = np.sum(weights * (y_hat - y) ** 2) / (2 * np.sum(weights))
    dz2 = backward(z2, weights * (y_hat - y) / np.sum(weights))
    dz1 = dz2 @ w2 * (z1 > 0)
    gradient = {
        "W1": X.T @ dz1 + decay * W1,
        "b1": np.sum(dz1, axis=0, keepdims=True),
        "w2": dz2.T @ a1 + decay * w2,
        "b2": np.sum(dz2, keepdims=True),
    }
    return y_hat, loss, gradient


start = {"W1": W1, "b1": b1, "w2": W2.T, "b2": b2}

for output in OUTPUTS:
    y_hat, loss, gradient = loss_and_gradient(start, output, DECAY)
    show(output + ".y_hat", y_hat)
    show(output + ".loss", loss)
    for name in PARAMETERS:
        show(output + ".d" + name, gradient[name])

# ---------------------------------------------------------------- three steps of each optimizer

RATE, MOMENTUM, MAX_NORM = 0.0625, 0.875, 0.25


def clipped(gradient):
    """Returns the norm of the gradient, and the gradient clipped to MAX_NORM."""
    norm = np.sqrt(sum(np.sum(g * g) for g in gradient.values()))
    factor = min(1.0, MAX_NORM / norm)
    return norm, {name: g * factor for name, g in gradient.items()}


def adam():
    w = {name: start[name].copy() for name in PARAMETERS}
    m = {name: np.zeros_like(start[name]) for name in PARAMETERS}
    v = {name: np.zeros_like(start[name]) for name in PARAMETERS}
    for t in range(1, 4):
        norm, gradient = clipped(loss_and_gradient(w, "masked", DECAY)[2])
        for name in PARAMETERS:
            g = gradient[name]
            m[name] = 0.9 * m[name] + 0.1 * g
            v[name] = 0.999 * v[name] + 0.001 * g * g
            m_hat = m[name] / (1 - 0.9**t)
            v_hat = v[name] / (1 - 0.999**t)
            w[name] = w[name] - RATE * m_hat / (np.sqrt(v_hat) + 1e-8)
        yield t, norm, w


def sgd():
    w = {name: start[name].copy() for name in PARAMETERS}
    velocity = {name: np.zeros_like(start[name]) for name in PARAMETERS}
    for t in range(1, 4):
        norm, gradient = clipped(loss_and_gradient(w, "masked", DECAY)[2])
        for name in PARAMETERS:
            velocity[name] = MOMENTUM * velocity[name] + gradient[name]
            w[name] = w[name] - RATE * velocity[name]
        yield t, norm, w


for optimizer in (adam, sgd):
    for t, norm, w in optimizer():
        show(f"{optimizer.__name__}.{t}.norm", norm)
        for name in PARAMETERS:
            show(f"{optimizer.__name__}.{t}.{name}", w[name])
