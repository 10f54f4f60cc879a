#!/usr/bin/env python3
"""Builds an index of the same articles with ours and with its peers, in turn.

Usage: building.py [--bin DIR] [--shared DIR] [--write FILE] [--scale x1|x10]
                   [--rounds N] [--work DIR] [PEER...]

The articles are Reuters-21578, or ten copies of it in which a word in twenty is
another one.  Ours reads them as JSON Lines and makes all it makes: words, stored
text, fields, facets, names of people, organisations and places, the days that a text
names, groups of near-copies.  The peers read a form made for them and index words with
positions, the date and four facets; Lucene stores the text, too, and merges to one
segment.  PEERs, all when none is named:

    lucene2      Lucene 8, two threads           lucene1   one thread
    sqlite       SQLite FTS5 with its content    omega     scriptindex of Omega
    xapian       libxapian by its own example    words     libxapian in small segments

Each round builds once with each, so that a busy machine is as hard on one as on
another; the ratio is the median of the rounds' ratios.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import bench
import peers as field


def add_options(parser):
    parser.add_argument("--scale", choices=["x1", "x10"], default="x1")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", type=pathlib.Path,
                        help="keep the peers' input and programs here")
    parser.add_argument("peers", nargs="*", help="which peers; else all")


def build(name, command, index):
    """One build: seconds, memory in MiB and bytes of the index."""
    ran = subprocess.run(["/usr/bin/time", "-f", "%e %U %S %M", *command], text=True,
                         check=False, stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE,
                         env=os.environ | field.Peers.environment(name))
    if ran.returncode != 0:
        sys.exit(f"{name}: {ran.stderr}")
    wall, user, system, kilobytes = ran.stderr.split()[-4:]
    return {"wall": float(wall), "cpu": float(user) + float(system),
            "memory": int(kilobytes) / 1024, "bytes": field.size_of(index)}


def row_of(title, runs, ours, text):
    def median(key):
        return statistics.median(run[key] for run in runs)

    ratios = [mine["wall"] / theirs["wall"] for mine, theirs in zip(ours, runs)]
    ratio = "" if runs is ours else (f"{statistics.median(ratios):.2f} "
                                     f"({min(ratios):.2f}–{max(ratios):.2f})")
    return [title, f"{median('wall'):.2f}", f"{median('cpu'):.2f}",
            f"{median('memory'):.0f}", f"{median('bytes') / text:.2f}", ratio]


def main():
    options = bench.read_options(__doc__, needs="peers", add=add_options)
    names = options.peers or [name for name in field.NAMES if name != "ours"]
    with tempfile.TemporaryDirectory(prefix="archive-building-") as scratch:
        work = (options.work or pathlib.Path(scratch)).resolve()
        peers = field.Peers(options, work, options.scale)
        index = work / "index"
        runs = bench.interleaved(
            {name: lambda name=name: build(
                name, peers.build_command(name, index), index)
             for name in ["ours", *names]}, options.rounds)
        text = peers.text_bytes()
    rows = [row_of(field.NAMES[name], run, runs["ours"], text)
            for name, run in runs.items()]
    table = bench.markdown_table(
        ["built by", "wall, s", "processor, s", "memory, MiB",
         "bytes for a byte of text", "our wall time by theirs"], rows)
    bench.show(options, f"building-{options.scale}",
               f"{table}\n\n{text:,} bytes of titles and texts; medians of "
               f"{options.rounds} rounds; {bench.circumstances()}")


if __name__ == "__main__":
    main()
