#!/usr/bin/env python3
"""What the librarian's rules cost over an archive with very many names.

    bench/names.py ARCHIVE_INDEX ARCHIVE_QUERY WORK [NAMES]

Makes an archive of articles that name ten people each, NAMES different ones in all
(2,000,000 when not given), indexes it in WORK, and counts the facet of people over all
articles: without rules, then with 1,000 lines of aliases.txt and 1,000 of
not-entities.txt.  Rules are read and applied at the beginning of a query, so the
difference is what a changed file costs.  Prints medians of five runs in seconds, and
checks that the facets changed as the rules say.
"""
import json
import pathlib
import random
import statistics
import subprocess
import sys
import time

RUNS = 5
PER_ARTICLE = 10
RULES = 1_000


def write_archive(path, names):
    random.seed(7)
    order = list(range(names))
    random.shuffle(order)
    with path.open("w", encoding="utf-8") as out:
        for begin in range(0, names, PER_ARTICLE):
            people = [f"Given{n % 997} Family{n}" for n in order[begin:begin + PER_ARTICLE]]
            out.write(json.dumps({"id": f"a{begin}", "title": f"Article {begin}",
                                  "language": "en", "people": people,
                                  "text": "They met."}) + "\n")


def name_of(number):
    return f"Given{number % 997} Family{number}"


def seconds(command):
    times = []
    for _ in range(RUNS):
        begin = time.monotonic()
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        times.append(time.monotonic() - begin)
    return statistics.median(times), out


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    indexer, query, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    names = int(sys.argv[4]) if len(sys.argv) > 4 else 2_000_000
    work.mkdir(parents=True, exist_ok=True)
    articles, index = work / "names.jsonl", work / "index"
    for rules in ("aliases.txt", "not-entities.txt"):
        (index / rules).unlink(missing_ok=True)
    if not articles.exists():
        write_archive(articles, names)
    subprocess.run([indexer, "build", "--quiet", "--db", index, articles], check=True)
    facet = [query, "--db", index, "--facet", "person:1", "*"]
    without, _ = seconds(facet)
    (index / "aliases.txt").write_text("".join(
        f"person: {name_of(0)} = {name_of(n)}\n" for n in range(1, RULES + 1)))
    (index / "not-entities.txt").write_text("".join(
        f"person: {name_of(n)}\n" for n in range(RULES + 1, 2 * RULES + 1)))
    with_rules, out = seconds(facet)
    if name_of(0) not in out:
        sys.exit(f"the rules did not hold: {out}")
    print(f"{names} names: facet of people without rules {without:.2f} s, "
          f"with {2 * RULES} rules {with_rules:.2f} s; "
          f"the rules cost {with_rules - without:.2f} s")


if __name__ == "__main__":
    main()
