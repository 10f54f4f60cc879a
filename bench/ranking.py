#!/usr/bin/env python3
"""Measures how well archive-query ranks, by collections with judgements.

Usage: ranking.py [--bin DIR] [--shared DIR] [--write FILE]

Builds indexes of the four collections in SHARED/data/ir by the real
archive-index, asks their queries by the real archive-query, scores the answers
by SHARED/score/score_ir.py, and prints a table.  --write puts it into FILE
between its markers.  Exits with 77 (skipped) where the collections or the
programs are missing.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import bench

DEPTH = 1000  # articles of a run
MEASURES = ("MAP", "nDCG@10", "P@10", "R@100", "MRR")
# MAP of a plain BM25 with an s-stemmer: ../shared/data/README.md.
PLAIN = {"cranfield": 0.300, "cisi": 0.213, "cacm": 0.319, "med": 0.514}
# How archive-query is asked.
RUNS = {
    "every word (the default)": [],
    "`--any --rank plain`": ["--any", "--rank", "plain"],
    "`--any --rank title`": ["--any", "--rank", "title"],
    "`--any`": ["--any"],
}


def build_index(programs, collection, place):
    """The index of a collection; articles keep their ids as uid."""
    source = place / f"{collection.name}.jsonl"
    with open(source, "w", encoding="utf-8") as out:
        for line in open(collection / "docs.jsonl", encoding="utf-8"):
            row = json.loads(line)
            if row["title"].strip() or row["text"].strip():
                kept = {k: row[k] for k in ("id", "title", "text")}
                out.write(json.dumps(kept) + "\n")
    index = place / f"{collection.name}.index"
    subprocess.run([programs / "archive-index", "build", source, "--quiet",
                    "--db", index], check=True)
    return index


def read_queries(collection):
    """Identifiers and texts, in the order of the file."""
    rows = open(collection / "queries.tsv", encoding="utf-8").read().splitlines()
    return [row.split("\t", 1) for row in rows if row.strip()]


def ask(programs, index, queries, options):
    """Lines of a TREC run."""
    asked = subprocess.run(
        [programs / "archive-query", "--db", index, *options, "--lenient",
         "--query-file", "-",
         "--format=jsonl", "--fields=rank,score,uid", "-n", str(DEPTH)],
        input="".join(text + "\n" for _, text in queries), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if asked.returncode not in (0, 1):
        sys.exit(f"bench/ranking.py: archive-query failed:\n{asked.stderr}")
    run = []
    for line in asked.stdout.splitlines():
        row = json.loads(line)
        if row["kind"] == "hit":
            query = queries[row["line"] - 1][0]
            run.append(f'{query} Q0 {row["uid"]} {row["rank"]} {row["score"]} us')
    return run


def score(shared, collection, run, place):
    """Measures by name."""
    path = place / "run"
    path.write_text("\n".join(run) + "\n", encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, shared / "score/score_ir.py",
         collection / "qrels.trec", path],
        check=True, text=True, stdout=subprocess.PIPE).stdout
    return {name: float(value)
            for name, value in (line.split() for line in printed.splitlines())}


def row_of(name, scores):
    """A row of the table: MAP of every collection, and means."""
    cells = [f"{scores[c]['MAP']:.4f}" for c in PLAIN]
    means = {m: sum(scores[c][m] for c in PLAIN) / len(PLAIN) for m in MEASURES}
    gain = means["MAP"] / (sum(PLAIN.values()) / len(PLAIN)) - 1
    cells += [f"{means['MAP']:.4f}", f"{gain:+.1%}"]
    cells += [f"{means[m]:.4f}" for m in MEASURES[1:]]
    return [name, *cells]


def table_of(scores):
    mean = sum(PLAIN.values()) / len(PLAIN)
    plain = [f"{value:.3f}" for value in PLAIN.values()]
    return bench.markdown_table(
        ["ranked by", *PLAIN, "mean", "against plain", *MEASURES[1:]],
        [["plain BM25", *plain, f"{mean:.4f}", "", *("" for _ in MEASURES[1:])],
         *(row_of(name, scores[name]) for name in scores)])


def main():
    options = bench.read_options(__doc__, "data/ir")
    collections = options.shared / "data/ir"
    scores = {name: {} for name in RUNS}
    for name in PLAIN:
        with tempfile.TemporaryDirectory() as temporary:
            place = pathlib.Path(temporary)
            collection = collections / name
            index = build_index(options.bin, collection, place)
            queries = read_queries(collection)
            for run, asking in RUNS.items():
                answer = ask(options.bin, index, queries, asking)
                scores[run][name] = score(options.shared, collection, answer,
                                          place)
    bench.show(options, "ranking", table_of(scores))


if __name__ == "__main__":
    main()
