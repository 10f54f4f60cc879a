#!/usr/bin/env python3
"""Times wildcards and misspelt words over a million different words.

Usage: words.py [--bin DIR] [--write FILE] [--words N]

Makes articles of 100 words of which no two are the same, by a seeded generator
of syllables, indexes them, and asks `archive-query --count` from a cold process
with a warm cache.  What an answer costs without them is the row of a plain word.
"""
import json
import pathlib
import random
import statistics
import subprocess
import tempfile

import bench

ROUNDS = 15
SYLLABLES = [a + b for a in ("b", "ch", "d", "f", "g", "h", "k", "l", "m", "n",
                             "p", "r", "s", "st", "t", "tr", "v", "w", "z")
             for b in ("a", "e", "i", "o", "u", "an", "er", "in", "ol", "ou")]
ASKED = {
    "a plain word": "{whole}",
    "`*end`": "*{end}",
    "`*middle*`": "*{middle}*",
    "`b?ginning*`": "{first}?{rest}*",
    "`word~1`": "{whole}~1",
    "`word~2`": "{whole}~2",
    "`\"word *end\"`": '"{whole} *{end}"',
    "`word~2 W/5 *end`": "{whole}~2 W/5 *{end}",
}


def words_of(count):
    """Different words of three to five syllables; the same ones every time."""
    draw = random.Random(1987)
    words = set()
    while len(words) < count:
        words.add("".join(draw.choices(SYLLABLES, k=draw.randint(3, 5))))
    return sorted(words, key=lambda word: (hash_of(word), word))


def hash_of(word):
    """An order that is no alphabet's, and that of every machine."""
    value = 2166136261
    for byte in word.encode():
        value = (value ^ byte) * 16777619 & 0xffffffff
    return value


def write_articles(path, words):
    with open(path, "w", encoding="utf-8") as out:
        for at in range(0, len(words), 100):
            out.write(json.dumps({"title": words[at],
                                  "text": " ".join(words[at + 1:at + 100])})
                      + "\n")


def queries_for(word):
    parts = {"whole": word, "end": word[-6:], "middle": word[2:8],
             "first": word[0], "rest": word[2:6]}
    return {name: text.format(**parts) for name, text in ASKED.items()}


def main():
    options = bench.read_options(
        __doc__, add=lambda parser: parser.add_argument("--words", type=int,
                                                        default=1_000_000))
    words = words_of(options.words)
    queries = queries_for(words[options.words // 2 + 7])
    with tempfile.TemporaryDirectory() as place:
        write_articles(pathlib.Path(place) / "words.jsonl", words)
        index = place + "/index"
        subprocess.run([options.bin / "archive-index", "build", "--quiet",
                        "--db", index, place + "/words.jsonl"], check=True)
        ask = [options.bin / "archive-query", "--db", index, "--count"]
        found = {name: subprocess.run([*ask, text], capture_output=True,
                                      text=True, check=False).stdout.strip()
                 for name, text in queries.items()}
        seconds = bench.interleaved(
            {name: lambda text=text: bench.seconds_of([*ask, text])
             for name, text in queries.items()}, ROUNDS)
    rows = [[name, found[name], f"{1000 * statistics.median(times):.1f}",
             f"{1000 * max(times):.1f}"] for name, times in seconds.items()]
    table = bench.markdown_table(
        ["asked", "articles", "ms, median", "ms, slowest"], rows)
    bench.show(options, "words",
               f"{table}\n\n{options.words:,} different words, {ROUNDS} rounds; "
               + bench.circumstances())


if __name__ == "__main__":
    main()
