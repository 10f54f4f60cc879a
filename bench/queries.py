#!/usr/bin/env python3
"""Asks the same queries of ours and of its peers, warm, each in one process.

Usage: queries.py [--bin DIR] [--shared DIR] [--write FILE] [--scale x1|x10]
                  [--rounds N] [--work DIR] [--indexes N]

The queries are those of shared/peers/queries.tsv, and three kinds more: two words
within eight words, all articles by month, and a common word with the newest first.
Each is answered whole: the ten best with their stored fields, and the exact number of
all.  Of each kind the median and the 95th of a hundred queries are taken; processes run
in turn, and a ratio is the median of the rounds' ratios.  Of ours and of Lucene the
processor's time is taken, of the others that of the clock.  What ours and Lucene find
must be about as much.  --indexes N builds ours in N parts, which are searched as one, and
lets Lucene have an index of N segments, too.
"""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

import bench
import peers as field

KINDS = {"common1": "a common word", "rare1": "a rare word", "and2": "two words",
         "or3": "one of three words", "phrase2": "a phrase of two",
         "phrase3": "a phrase of three", "near2": "two words near each other",
         "date1": "a word in a month", "facet_places": "a word, all its places",
         "facet_topics": "a word, all its topics",
         "timeline": "everything by month", "newest": "a word, the newest first"}
PEERS = {"lucene": "Lucene 8", "lucene1": "Lucene 8, text stored",
         "lucene-parts": "Lucene 8, as many segments", "sqlite": "FTS5", "words": "Enquire"}
LINE = re.compile(r"^ *(\S+)\s+n=\s*\d+ p50=\s*([\d.]+)us p95=\s*([\d.]+)us"
                  r"(?:.*meanhits=(\d+))?", re.M)
# What rawx and fts call those kinds that they time in several ways.
ALIASES = {"sortdate/common1": "newest",
           "facet_places/owncolumn-matchspy": "facet_places",
           "facet_topics/owncolumn-matchspy": "facet_topics"}


def add_options(parser):
    parser.add_argument("--scale", choices=["x1", "x10"], default="x1")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--indexes", type=int, default=1)
    parser.add_argument("--work", type=pathlib.Path,
                        help="keep input, programs and indexes here")


def write_queries(source, path, more):
    """The queries of the peers, and with `more` those that not all can answer."""
    rows = [line.split("\t") for line in source.read_text().splitlines()]
    if more:
        near = [row for row in rows if row[1] == "and2"][:20]
        common = [row for row in rows if row[1] == "common1"]
        rows += [["3" + row[0], "near2", *row[2:]] for row in near]
        rows += [["400", "timeline", "", "", "", "-"]]
        if more == "ours":
            rows += [["5" + row[0], "newest", *row[2:]] for row in common]
    path.write_text("".join("\t".join(row) + "\n" for row in rows))
    return path


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))]


def need_benchmark(options):
    """Ends the script where the program that ask_ours() runs is not built."""
    if not (options.bin / "query_benchmark").exists():
        bench.skip(f"there is no query_benchmark in {options.bin}: cmake --preset "
                   "release -DARCHIVE_BUILD_BENCHMARKS=ON")


def ask_ours(options, queries, indexes):
    ran = subprocess.run(
        [options.bin / "query_benchmark", queries, *indexes,
         "--benchmark_format=json", "--benchmark_min_time=0.01",
         # Once before, at least: a first answer fetches the index from the disk.
         "--benchmark_min_warmup_time=0.001"],
        capture_output=True, text=True, check=True)
    times, found = {}, {}
    for run in json.loads(ran.stdout)["benchmarks"]:
        kind = run["name"].split("/")[0]
        times.setdefault(kind, []).append(run["cpu_time"])
        found.setdefault(kind, []).append(run["found"])
    return {kind: (percentile(values, 0.5), percentile(values, 0.95),
                   statistics.mean(found[kind]))
            for kind, values in times.items()}


def ask_peer(command):
    out = subprocess.run(command, capture_output=True, text=True, check=True,
                         env=os.environ | {"CPUTIME": "1"}).stdout
    return {ALIASES.get(kind, kind): (float(p50), float(p95), float(found or 0))
            for kind, p50, p95, found in LINE.findall(out)}


def build_ours(options, peers, work):
    """The parts of our index, built where they are not there yet."""
    parts = []
    for number in range(1, options.indexes + 1):
        part = work / f"ours-{options.scale}-{number}-of-{options.indexes}"
        if not part.exists():
            articles = peers.input.with_suffix(".jsonl")
            lines = articles.read_text().splitlines(keepends=True)
            piece = work / "piece.jsonl"
            piece.write_text("".join(lines[number - 1::options.indexes]))
            subprocess.run([options.bin / "archive-index", "build", "--quiet",
                            "--settle", "0", "--skip-ok", "--db", part, piece],
                           check=True)
        parts.append(part)
    return parts


def systems(options):
    """Those that are asked: only many indexes are compared with many segments."""
    return {name: called for name, called in PEERS.items()
            if name != "lucene-parts" or options.indexes > 1}


def askers(options, peers, work):
    """Functions that ask all queries of one system once, by its name."""
    source = options.shared / "peers/queries.tsv"
    mine = write_queries(source, work / "ours.tsv", "ours")
    indexes = build_ours(options, peers, work)
    runs = {"ours": lambda: ask_ours(options, mine, indexes)}
    for name in systems(options):
        index = work / f"{name}-{options.scale}"
        if name == "lucene-parts":
            index = index.with_name(f"{index.name}-in-{options.indexes}")
        if not index.exists():
            subprocess.run(peers.build_command(name, index), check=True,
                           stdout=subprocess.DEVNULL,
                           env=os.environ | peers.environment(name))
        queries = write_queries(source, work / f"{name}.tsv",
                                "lucene" if "lucene" in name else "")
        command = peers.query_command(name, index, queries)
        runs[name] = lambda command=command: ask_peer(command)
    return runs


def middle(rounds, kind, which):
    values = [answer[kind][which] for answer in rounds if kind in answer]
    return statistics.median(values) if values else None


def row_of(kind, asked):
    row = [KINDS[kind]]
    for rounds in asked.values():
        p50, p95 = middle(rounds, kind, 0), middle(rounds, kind, 1)
        row.append(f"{p50:.0f} / {p95:.0f}" if p50 else "")
    for name in ("lucene", "lucene-parts"):
        if name in asked:
            row.append(ratio(kind, asked["ours"], asked[name]))
    return row


def require_like_totals(asked):
    """Ends the script where ours found other articles than Lucene: phrases of theirs
    are of stems, and find up to 1.7 times as many."""
    for kind, (_, _, theirs) in asked["lucene"][0].items():
        ours = asked["ours"][0][kind][2]
        if not 0.5 * theirs <= ours <= 1.1 * theirs:
            sys.exit(f"{KINDS[kind]}: ours found {ours:.0f}, Lucene {theirs:.0f}: that "
                     "is not the same query")


def ratio(kind, ours, theirs):
    ratios = [mine[kind][0] / other[kind][0]
              for mine, other in zip(ours, theirs) if kind in other]
    return f"{statistics.median(ratios):.2f}" if ratios else ""


def main():
    options = bench.read_options(__doc__, needs="peers", add=add_options)
    need_benchmark(options)
    with tempfile.TemporaryDirectory(prefix="archive-queries-") as scratch:
        work = (options.work or pathlib.Path(scratch)).resolve()
        peers = field.Peers(options, work, options.scale, options.indexes)
        asked = bench.interleaved(askers(options, peers, work), options.rounds)
    require_like_totals(asked)
    heads = ["asked", "archive-query", *systems(options).values(), "ours by Lucene 8"]
    if options.indexes > 1:
        heads.append("ours by its segments")
    table = bench.markdown_table(heads, [row_of(kind, asked) for kind in KINDS])
    key = f"queries-{options.scale}" + (
        f"-in-{options.indexes}" if options.indexes > 1 else "")
    bench.show(options, key,
               f"{table}\n\nMicroseconds, the median and the 95th of a hundred "
               f"queries of a kind; median of {options.rounds} rounds; "
               f"{bench.circumstances()}")


if __name__ == "__main__":
    main()
