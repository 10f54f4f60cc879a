#!/usr/bin/env python3
"""Asks queries that are made to be slow, and says how long each took.

Usage: hostile.py [--bin DIR] [--write FILE] [--shared DIR]

Indexes Reuters-21578 and asks of its commonest words as much as 10,000 bytes of
query can ask: each must end within a second, in an answer or in an error that
names a limit.  The first row is what a common word costs.
"""
import statistics
import subprocess
import tempfile

import bench

ROUNDS = 3
COMMON = ("the of to in and a said for on is it that with by be from at as was "
          "will its has an he or are have not which would but were been this "
          "had their they more after no other also up one last two new year "
          "company about than all over there some out could into if first "
          "under between only any may because since were while market").split()
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def repeated(text, count, between=" "):
    return between.join([text] * count)


def cycled(count, between=" "):
    return between.join(COMMON[i % len(COMMON)] for i in range(count))


def nested(depth):
    query = "the"
    for _ in range(depth):
        query = f"({query}) W/50 of"
    return query


QUERIES = {
    "a common word": "the",
    "a phrase of two common words": '"of the"',
    "a word, 4,999 times": repeated("a", 4999),
    "OR of a word, 1,400 times": repeated("the", 1400, " OR "),
    "AND of 1,500 common words": cycled(1500),
    "OR of 1,200 common words": cycled(1200, " OR "),
    "OR of 1,700 short words": " OR ".join(
        f"{a}{b}{c}" for c in ("", "s", "t") for a in LETTERS for b in LETTERS
    )[:9_997],
    "a phrase of 1,000 common words": f'"{cycled(1000)}"',
    "a phrase of one word, 2,400 times": f'"{repeated("the", 2400)}"',
    "420 equal phrases": repeated('"the of"', 420, " OR "),
    "399 distances": " OR ".join(f"the W/{k + 1} of" for k in range(399)),
    "399 distances, AND": " ".join(f"(the W/{k + 1} of)" for k in range(399)),
    "399 distances of other words": " OR ".join(
        f"{COMMON[i % 60]} W/{i % 7 + 1} {COMMON[(i * 7 + 3) % 60]}"
        for i in range(399)),
    "distances within each other, 60 deep": nested(60),
    "a chain of 100 words": repeated("the", 100, " W/3 "),
    "a chain of 100 words, far": repeated("the", 100, " W/1000 "),
    "a chain of 5 words in vain":
        "the W/1000 of W/1000 to W/1000 in W/1000 zyzzyva",
    "a window of 30 words": f'"{cycled(30)}"~1000',
    "99 brackets": "(" * 99 + "the of" + ")" * 99,
    "49 NOTs": repeated("NOT (", 49, "") + "the" + ")" * 49,
    "atleast1000": "atleast1000(the)",
    "NOT of 399 distances": "NOT (" + " OR ".join(
        f"the W/{k + 1} of" for k in range(390)) + ")",
    "sentences of 60 words": cycled(60, " W/S "),
    "many wildcards": " OR ".join(f"{a}{b}*" for a in "abcdefghij"
                                  for b in "aeiourlnst"),
    "10,000 bytes of one word": "x" * 10_000,
}


def outcome_of(ran):
    if ran.returncode in (0, 1):
        return f"{int(ran.stdout.split()[0]):,}" if ran.stdout else "0"
    return "limit" if "limit" in ran.stderr or "at most" in ran.stderr \
        or "are tried" in ran.stderr else f"status {ran.returncode}"


def main():
    options = bench.read_options(__doc__, needs="data/reuters21578")
    with tempfile.TemporaryDirectory() as place:
        index = place + "/index"
        subprocess.run([options.bin / "archive-index", "build", "--quiet",
                        "--db", index,
                        options.shared / "data/reuters21578"], check=True)
        rows = []
        for name, query in QUERIES.items():
            row = [name]
            for look in (["--count"], ["-n", "10"]):
                ask = [options.bin / "archive-query", "--db", index, *look,
                       "--", query]
                if look == ["--count"]:
                    row.append(outcome_of(subprocess.run(
                        ask, capture_output=True, text=True, check=False)))
                times = [bench.processor_seconds_of(
                    ask, stderr=subprocess.DEVNULL, accepted=(0, 1, 2))
                         for _ in range(ROUNDS)]
                row.append(f"{1000 * statistics.median(times):.0f}")
            rows.append(row)
            print(*row, sep="\t", flush=True)
    table = bench.markdown_table(
        ["asked", "articles", "ms, `--count`", "ms, a page of ten"], rows)
    bench.show(options, "hostile",
               f"{table}\n\n21,578 articles of Reuters; processor time of a "
               f"process with one thread, median of {ROUNDS}; "
               f"{bench.circumstances()}")


if __name__ == "__main__":
    main()
