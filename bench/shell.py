#!/usr/bin/env python3
"""What one call from the shell takes, beside Xapian's quest and a program that does
nothing.

Usage: shell.py [--bin DIR] [--shared DIR] [--write FILE] [--work DIR] [--rounds N]

Reuters-21578; every call is a process of its own, with the files in the system's memory.
quest asks an index that plain libxapian made of the same articles, and prints ten
records; ours prints a page of ten with its passages.
"""
import os
import pathlib
import statistics
import subprocess
import tempfile

import bench
import peers as field

WORDS = ["trade", "grain", "president", "profit", "oil", "japan", "dollar", "bank"]


def add_options(parser):
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--work", type=pathlib.Path,
                        help="keep input, programs and indexes here")


def made(peers, name, index):
    if not index.exists():
        subprocess.run(peers.build_command(name, index), check=True,
                       stdout=subprocess.DEVNULL,
                       env=os.environ | peers.environment(name))
    return index


def main():
    options = bench.read_options(__doc__, needs="peers", add=add_options)
    with tempfile.TemporaryDirectory(prefix="archive-shell-") as scratch:
        work = (options.work or pathlib.Path(scratch)).resolve()
        peers = field.Peers(options, work, "x1")
        ours = made(peers, "ours", work / "ours-x1-1-of-1")
        theirs = made(peers, "words", work / "words-x1")
        query = [options.bin / "archive-query", "--db", ours]
        calls = {"true": lambda word: ["true"],
                 "quest, a word": lambda word: ["quest", "-d", theirs, word],
                 "archive-query, a word": lambda word: [*query, word],
                 "archive-query, the number": lambda word: [*query, "--count", word],
                 "archive-query, a facet": lambda word: [*query, "--facet", "place",
                                                         word]}
        runs = bench.interleaved(
            {name: lambda call=call: statistics.mean(
                bench.seconds_of(call(word)) for word in WORDS)
             for name, call in calls.items()}, options.rounds)
    quest = runs["quest, a word"]
    rows = []
    for name, seconds in runs.items():
        ratio = statistics.median(a / b for a, b in zip(seconds, quest))
        rows.append([f"`{name}`" if name == "true" else name,
                     f"{1000 * statistics.median(seconds):.1f}", f"{ratio:.2f}"])
    table = bench.markdown_table(["a call of", "ms", "by quest's"], rows)
    bench.show(options, "shell",
               f"{table}\n\nMedian of {options.rounds} rounds over {len(WORDS)} "
               f"words; {bench.circumstances()}")


if __name__ == "__main__":
    main()
