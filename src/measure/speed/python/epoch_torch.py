"""Times an epoch of the bounded network in PyTorch. Arguments: data file, shape as n,d,h, batch size, seconds."""

import sys

import torch

from task import load, median_epoch, reading, shape


def main(path, sizes, batch, seconds):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    n, d, h = shape(sizes)
    x, y = load(path, n, d)
    lower = float(-y.mean() / y.std())
    x, y = torch.from_numpy(x), torch.from_numpy((y - y.mean()) / y.std())
    network = torch.nn.Sequential(torch.nn.Linear(d, h), torch.nn.ReLU(), torch.nn.Linear(h, 1))
    optimizer = torch.optim.Adam(network.parameters(), lr=0.001)

    def epoch():
        for rows in torch.randperm(n).split(int(batch)):
            prediction = network(x.index_select(0, rows)).squeeze(1).clamp(min=lower)
            loss = 0.5 * (prediction - y.index_select(0, rows)).square().mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()

    reading("seconds", median_epoch(epoch, float(seconds)))


main(*sys.argv[1:])
