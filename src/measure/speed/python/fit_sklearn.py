"""Trains scikit-learn's MLPRegressor with defaults. Arguments: data file, training rows, test rows, inputs, seed."""

import time

start = time.perf_counter()

import sys
import warnings

import numpy as np
from sklearn.neural_network import MLPRegressor

from task import load, reading

imported = time.perf_counter()


def main(path, train, test, d, seed):
    warnings.simplefilter("ignore")  # about missing convergence
    train, test, d = int(train), int(test), int(d)
    x, y = load(path, train + test, d)
    begin = time.perf_counter()
    network = MLPRegressor(random_state=int(seed)).fit(x[:train], y[:train])
    reading("seconds", time.perf_counter() - begin)
    reading("imports", imported - start)
    reading("rmse", float(np.sqrt(np.mean((network.predict(x[train:]).astype(float) - y[train:]) ** 2))))
    reading("epochs", network.n_iter_)


main(*sys.argv[1:])
