"""Times an epoch of scikit-learn's MLPRegressor. Arguments: data file, shape as n,d,h, batch size, seconds."""

import sys
import time
import warnings

import numpy as np
from sklearn.neural_network import MLPRegressor

from task import load, reading, shape


def fit(x, y, h, batch, epochs):
    """The seconds of training for exactly this number of epochs."""
    network = MLPRegressor(
        hidden_layer_sizes=(h,), batch_size=batch, max_iter=epochs, tol=0, n_iter_no_change=epochs + 1, random_state=1
    )
    start = time.perf_counter()
    network.fit(x, y)
    assert network.n_iter_ == epochs and network.coefs_[0].dtype == np.float32
    return time.perf_counter() - start


def main(path, sizes, batch, seconds):
    warnings.simplefilter("ignore")  # about missing convergence
    n, d, h = shape(sizes)
    batch = min(int(batch), n)
    x, y = load(path, n, d)
    y = (y - y.mean()) / y.std()
    fit(x, y, h, batch, 1)
    one = fit(x, y, h, batch, 1)
    more = max(2, min(1000, int(float(seconds) / one) + 1))
    # the difference of two fits leaves out what a fit does only once
    reading("seconds", (fit(x, y, h, batch, 1 + more) - fit(x, y, h, batch, 1)) / more)


main(*sys.argv[1:])
