#!/usr/bin/env python3
"""What a run costs that finds little or nothing new, beside find over the same files.

Usage: noop.py [--bin DIR] [--write FILE] [--files N] [--rounds N]

Makes N (100,000) small articles in 100 directories, indexes them, and times
`archive-index build --quiet` and `find -type f -printf '%T@ %s\\n'` in turn, with the
names and stamps in the system's memory.  Then it changes one article in a hundred, here
and there, and times that run; and one in a thousand, to see whether a run costs what the
change costs.
"""
import os
import pathlib
import statistics
import subprocess
import tempfile

import bench


def add_options(parser):
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=15)


def path_of(root, number):
    return root / f"{number % 100:02}" / f"article-{number}.txt"


def write(root, number, harvest):
    path_of(root, number).write_text(
        f"Harvest {harvest}\n\nThe county of {number % 997} had wheat.\n")


def make(root, files):
    for number in range(files):
        if number < 100:
            path_of(root, number).parent.mkdir(parents=True)
        write(root, number, number)


def changed_run(options, root, build, share):
    """Seconds of a run after every `share`th file was written anew, by round."""
    times = []
    for round_number in range(max(3, options.rounds // 5)):
        for number in range(round_number, options.files, share):
            write(root, number, f"{number} of {share}, {round_number}")
        times.append(build())
    return times


def row_of(name, seconds, finds):
    ratio = statistics.median(seconds) / statistics.median(finds)
    return [name, f"{1000 * statistics.median(seconds):.0f}",
            f"{1000 * min(seconds):.0f}–{1000 * max(seconds):.0f}", f"{ratio:.2f}"]


def main():
    options = bench.read_options(__doc__, add=add_options)
    with tempfile.TemporaryDirectory(prefix="archive-noop-") as name:
        directory = pathlib.Path(name)
        root = directory / "news"
        make(root, options.files)
        command = [options.bin / "archive-index", "build", "--quiet", "--settle", "0",
                   "--db", directory / "index"]
        find = ["find", root, "-type", "f", "-printf", "%T@ %s\\n"]

        def build():
            return bench.seconds_of(command, env=os.environ | {"HOME": name})

        subprocess.run([*command, root], check=True, env=os.environ | {"HOME": name})
        build()
        runs = bench.interleaved(
            {"find": lambda: bench.seconds_of(find), "build": build}, options.rounds)
        finds = runs["find"]
        rows = [row_of("`find`", finds, finds),
                row_of("`build`, nothing changed", runs["build"], finds)]
        for share in (1000, 100):
            seconds = changed_run(options, root, build, share)
            rows.append(row_of(f"`build`, {options.files // share:,} files changed",
                               seconds, finds))
    table = bench.markdown_table(["run", "ms", "from–to", "by find's"], rows)
    bench.show(options, "noop", f"{table}\n\n{options.files:,} files; "
                                f"{bench.circumstances()}")


if __name__ == "__main__":
    main()
