#!/usr/bin/env python3
"""The same articles in 1, 2, 4 and 8 parts: what building and asking them takes.

Usage: scaling.py [--bin DIR] [--shared DIR] [--write FILE] [--scale x1|x10]
                  [--work DIR]

The articles are those of building.py, dealt out to 64 files, of which `build --part K/N`
takes a part each; the parts are built one after the other.  Queries are those of
queries.py, all parts searched as one in one process: medians of a hundred of a kind.
"""
import pathlib
import tempfile

import bench
import building
import peers as field
import queries

PARTS = (1, 2, 4, 8)
FILES = 64


def add_options(parser):
    parser.add_argument("--scale", choices=["x1", "x10"], default="x10")
    parser.add_argument("--work", type=pathlib.Path,
                        help="keep input and indexes here")


def deal_out(articles, directory):
    directory.mkdir()
    files = [(directory / f"{number}.jsonl").open("w") for number in range(FILES)]
    with articles.open() as lines:
        for number, line in enumerate(lines):
            files[number % FILES].write(line)
    for file in files:
        file.close()
    return directory


def build(options, news, work, parts):
    """The indexes, and of each what building it took."""
    indexes, runs = [], []
    for part in range(1, parts + 1):
        index = work / f"part-{part}-of-{parts}"
        command = [options.bin / "archive-index", "build", "--quiet", "--settle", "0",
                   "--skip-ok", "--part", f"{part}/{parts}", "--db", index, news]
        runs.append(building.build("archive-index", command, index))
        indexes.append(index)
    return indexes, runs


def column_of(options, news, work, parts):
    """All rows of the table, of so many parts."""
    indexes, runs = build(options, news, work, parts)
    asked = queries.ask_ours(
        options, queries.write_queries(options.shared / "peers/queries.tsv",
                                       work / "queries.tsv", "ours"), indexes)
    column = {"building, processor s of all": f"{sum(run['cpu'] for run in runs):.0f}",
              "building, wall s of the longest":
                  f"{max(run['wall'] for run in runs):.1f}",
              "memory of the largest, MiB":
                  f"{max(run['memory'] for run in runs):.0f}",
              "bytes of all, MB": f"{sum(run['bytes'] for run in runs) / 1e6:.0f}"}
    for kind, title in queries.KINDS.items():
        column[f"{title}, µs"] = f"{asked[kind][0]:.0f}"
    return column


def main():
    options = bench.read_options(__doc__, needs="peers", add=add_options)
    queries.need_benchmark(options)
    with tempfile.TemporaryDirectory(prefix="archive-scaling-") as scratch:
        work = pathlib.Path(scratch)
        peers = field.Peers(options, (options.work or work).resolve(), options.scale)
        news = deal_out(peers.input.with_suffix(".jsonl"), work / "news")
        columns = [column_of(options, news, work, parts) for parts in PARTS]
    table = bench.markdown_table(
        ["parts", *map(str, PARTS)],
        [[row, *(column[row] for column in columns)] for row in columns[0]])
    bench.show(options, f"scaling-{options.scale}",
               f"{table}\n\n{bench.circumstances()}")


if __name__ == "__main__":
    main()
