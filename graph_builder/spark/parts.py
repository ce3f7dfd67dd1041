"""What pairs tie together, found on the driver: of each end of a pair eight bytes are held, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Ends = tuple[Numbers, Numbers]
    """The two ends of pairs: hashes of ids."""


def parts(ones: Numbers, others: Numbers) -> tuple[Numbers, Numbers]:
    """Return the distinct numbers of pairs, in order, and for each the least of those that pairs tie to it.

    Two names of one number only make a part larger than it had to be.
    """
    import numpy as np  # noqa: PLC0415  # comes with the extra

    nodes, ends = np.unique(np.concatenate((ones, others)), return_inverse=True)
    one, other = np.split(ends, 2)
    up = np.arange(len(nodes))
    while True:
        low = np.minimum(up[one], up[other])
        before = up.copy()
        np.minimum.at(up, before[one], low)
        np.minimum.at(up, before[other], low)
        while not np.array_equal(up, up[up]):
            up = up[up]
        if np.array_equal(up, before):
            return nodes, nodes[up]
