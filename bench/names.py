#!/usr/bin/env python3
"""What the librarian's rules cost over an archive with very many names.

Usage: names.py [--bin DIR] [--write FILE] [--names N]

Makes an archive of articles that name ten people each, N different ones in all
(2,000,000), indexes it, and counts the facet of people over all articles: without rules,
then with 1,000 lines of aliases.txt and 1,000 of not-entities.txt.  Rules are read and
applied at the beginning of a query, so the difference is what a changed file costs.
Checks that the facets changed as the rules say.
"""
import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

import bench

ROUNDS = 5
PER_ARTICLE = 10
RULES = 1_000


def add_options(parser):
    parser.add_argument("--names", type=int, default=2_000_000)


def name_of(number):
    return f"Given{number % 997} Family{number}"


def write_archive(path, names):
    random.seed(7)
    order = list(range(names))
    random.shuffle(order)
    with path.open("w", encoding="utf-8") as out:
        for begin in range(0, names, PER_ARTICLE):
            people = [name_of(n) for n in order[begin:begin + PER_ARTICLE]]
            out.write(json.dumps({"id": f"a{begin}", "title": f"Article {begin}",
                                  "language": "en", "people": people,
                                  "text": "They met."}) + "\n")


def write_rules(index):
    (index / "aliases.txt").write_text("".join(
        f"person: {name_of(0)} = {name_of(n)}\n" for n in range(1, RULES + 1)))
    (index / "not-entities.txt").write_text("".join(
        f"person: {name_of(n)}\n" for n in range(RULES + 1, 2 * RULES + 1)))


def seconds_of(command):
    return statistics.median(bench.seconds_of(command) for _ in range(ROUNDS))


def main():
    options = bench.read_options(__doc__, add=add_options)
    with tempfile.TemporaryDirectory(prefix="archive-names-") as scratch:
        articles = pathlib.Path(scratch) / "names.jsonl"
        index = pathlib.Path(scratch) / "index"
        write_archive(articles, options.names)
        subprocess.run([options.bin / "archive-index", "build", "--quiet", "--settle",
                        "0", "--db", index, articles], check=True)
        query = [options.bin / "archive-query", "--db", index]
        count = seconds_of([*query, "--count", "*"])
        facet = [*query, "--facet", "person:1", "*"]
        without = seconds_of(facet)
        write_rules(index)
        ruled = seconds_of(facet)
        shown = subprocess.run(facet, check=True, capture_output=True, text=True).stdout
    if name_of(0) not in shown:
        sys.exit(f"the rules did not hold: {shown}")
    rows = [["the number of all articles", f"{count:.2f}"],
            ["people of all articles", f"{without:.2f}"],
            [f"the same under {2 * RULES:,} rules", f"{ruled:.2f}"]]
    table = bench.markdown_table(["asked", "s"], rows)
    bench.show(options, "names",
               f"{table}\n\n{options.names:,} different people in "
               f"{options.names // PER_ARTICLE:,} articles; medians of {ROUNDS}; "
               f"{bench.circumstances()}")


if __name__ == "__main__":
    main()
