"""Writes arrays of Zarr 2 for the tests, and reads those that the tests write: by zarr-python 2 and its numcodecs.

zarr2.py write FOLDER small|large
zarr2.py check FOLDER
"""
import itertools
import os
import sys

import numpy
import zarr
from numcodecs import LZ4, Blosc, GZip, Zlib, Zstd

TYPES = ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f4", "f8"]
SCALES = {"i1": 5, "i2": 1000, "i4": 80000000, "i8": 1 << 56, "u1": 5, "u2": 1300, "u4": 80000000, "u8": 1 << 58}
CODECS = {"none": None, "gzip": GZip(5), "zlib": Zlib(6), "zstd": Zstd(3), "lz4": LZ4()}
for cname, shuffle in itertools.product(["lz4", "lz4hc", "zstd", "zlib", "blosclz"], [0, 1, 2]):
    CODECS["blosc-%s-%d" % (cname, shuffle)] = Blosc(cname, 5, shuffle)


def values(shape, kind):
    i = numpy.arange(numpy.prod(shape)).reshape(shape)
    v = (i * 7 + i // 64) % 50
    if kind == "b1":
        return v % 2 == 0
    if kind[0] == "f":
        return ((v - 25) / (4.0 if kind == "f4" else 7.0)).astype(kind)
    return (v - (25 if kind[0] == "i" else 0)).astype(kind) * numpy.array(SCALES[kind], kind)


def write(folder, size):
    large = size == "large"
    shape, chunks = ((2, 150, 257), (2, 128, 200)) if large else ((3, 16, 17), (2, 16, 17))
    kinds = itertools.cycle(TYPES)
    root = zarr.open_group(folder, mode="w")
    for n, (name, codec) in enumerate(CODECS.items()):
        for kind in [["u2", "i8"][n % 2] if large else next(kinds)]:
            order = ">" if n % 2 and kind[1] != "1" else "|" if kind[1] == "1" else "<"
            array = root.create_dataset(name + "-" + kind, shape=shape, chunks=chunks, dtype=order + kind, compressor=codec,
                                        order="F" if n % 5 == 4 else "C", dimension_separator="./"[n % 2], fill_value=None)
            array[:] = values(shape, kind)
    for kind, fill in [("f4", "NaN"), ("f8", "-Infinity"), ("u8", (1 << 64) - 1), ("i2", -7), ("f8", 0.1)]:
        number = float(fill.replace("Infinity", "inf")) if isinstance(fill, str) else fill
        array = root.create_dataset("missing-%s-%s" % (kind, fill), shape=shape, chunks=chunks, dtype="<" + kind, fill_value=number)
        array[:2] = values(shape, kind)[:2]
        array.attrs["written"], array.attrs["fill"] = 2, str(fill)


def check(folder):
    count = 0
    for name in sorted(os.listdir(folder)):
        if os.path.exists(os.path.join(folder, name, ".zarray")):
            array = zarr.open_array(os.path.join(folder, name), mode="r")
            if "written" in array.attrs:
                continue
            if not numpy.array_equal(array[:], values(array.shape, array.dtype.str[1:])):
                sys.exit(name + " isn't what it should be")
            count += 1
    print("read", count)


if sys.argv[1] == "write":
    write(sys.argv[2], sys.argv[3])
else:
    check(sys.argv[2])
