"""Reads the synthetic task that the Java side wrote, and prints the readings that it expects."""

import sys
import time

import numpy as np


def load(path, n, d):
    """The inputs (n x d) and targets (n) of the first n rows of the file, as float32."""
    rows = np.fromfile(path, dtype="<f4", count=n * (d + 1)).reshape(n, d + 1).astype(np.float32)
    return np.ascontiguousarray(rows[:, :d]), np.ascontiguousarray(rows[:, d])


def shape(text):
    """The numbers n, d and h in a text such as 1000,10,20."""
    return tuple(int(number) for number in text.split(","))


def median_epoch(epoch, seconds, fewest=3, most=1000):
    """Calls epoch() for the given seconds to warm up, then as long to measure; returns the median seconds of a call."""

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
