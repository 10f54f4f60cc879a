#!/usr/bin/env python3
"""What a run costs that finds nothing new, beside find over the same files.

    bench/noop.py BIN [FILES [ROUNDS]]

Makes FILES (100,000) small articles in 100 directories, indexes them once, and
times `archive-index build --quiet` and `find -type f -printf '%T@ %s\\n'` in
turn, ROUNDS (15) times each, with the names and stamps in the system's memory.
Prints the median of each with its range, and the ratio of the medians with the
range of the ratios of neighbours: machines differ, and a busy one differs from
itself.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time


def make(root, files):
    for number in range(files):
        directory = root / f"{number % 100:02}"
        if number < 100:
            directory.mkdir(parents=True)
        (directory / f"article-{number}.txt").write_text(
            f"Harvest {number}\n\nThe county of {number % 997} had wheat.\n")


def seconds(command, environment):
    begin = time.perf_counter()
    subprocess.run(command, env=environment, check=True,
                   stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return time.perf_counter() - begin


def shown(name, values):
    print(f"{name:8} {statistics.median(values) * 1000:7.0f} ms "
          f"({min(values) * 1000:.0f} to {max(values) * 1000:.0f})")


def main():
    binary = pathlib.Path(sys.argv[1]).resolve() / "archive-index"
    files = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    with tempfile.TemporaryDirectory(prefix="archive-noop-") as name:
        directory = pathlib.Path(name)
        make(directory / "news", files)
        environment = os.environ | {"HOME": name}
        build = [binary, "build", "--quiet", "--db", directory / "index"]
        find = ["find", directory / "news", "-type", "f", "-printf",
                "%T@ %s\\n"]
        seconds([*build, "--settle", "0", directory / "news"], environment)
        seconds(build, environment)
        runs, finds = [], []
        for _ in range(rounds):
            runs.append(seconds(build, environment))
            finds.append(seconds(find, environment))
    shown("build", runs)
    shown("find", finds)
    ratios = [run / find for run, find in zip(runs, finds)]
    print(f"ratio    {statistics.median(runs) / statistics.median(finds):7.2f}"
          f"    ({min(ratios):.2f} to {max(ratios):.2f}), {files} files, "
          f"{rounds} rounds in turn")


if __name__ == "__main__":
    main()
