"""The synthetic task as the Java side wrote it, and the readings that it expects."""

import sys
import time

import numpy as np


def load(path, n, d):
    """Inputs (n x d) and targets (n) of float32; further rows of the file are left out."""
    rows = np.fromfile(path, dtype="<f4", count=n * (d + 1)).reshape(n, d + 1).astype(np.float32)
    return np.ascontiguousarray(rows[:, :d]), np.ascontiguousarray(rows[:, d])


def shape(text):
    """n, d and h."""
    return tuple(int(number) for number in text.split(","))


def median_epoch(epoch, seconds, fewest=3, most=1000):
    """Calls epoch() until the seconds are over to warm up, then as long again; the median of the latter's times."""

    def times():
        taken = []
        start = last = time.perf_counter()
        while len(taken) < fewest or (len(taken) < most and last - start < seconds):
            epoch()
            now = time.perf_counter()
            taken.append(now - last)
            last = now
        return taken

    times()
    return float(np.median(times()))


def reading(name, value):
    print("reading %s %.9g" % (name, value))
    sys.stdout.flush()
