#!/usr/bin/env python3
"""A million articles: builds an index of them and asks it for all of them.

Usage: million.py [--bin DIR] [--shared DIR] [--write FILE] [--work DIR]
                  [--articles N]

An article is a stretch of a press release, about as long as one of Reuters (800
bytes), with the release's day and source, and with one word in twenty taken from
anywhere: seeded, so that every run makes the same.  A tenth of them is built alone, too:
what the whole takes longer is the rate of the rest.  Answers are processes of their own
with a warm cache.
"""
import gzip
import itertools
import json
import pathlib
import random
import shutil
import statistics
import subprocess
import tempfile

import bench

LENGTH = 800
ROUNDS = 5
ASKED = {
    "all facets and a monthly timeline of all": [
        "--facet", "person", "--facet", "org", "--facet", "place", "--facet", "source",
        "--timeline", "month", "*"],
    "a facet of people, all articles": ["--facet", "person", "*"],
    "a monthly timeline of all": ["--timeline", "month", "*"],
    "a common word, ten articles": ["president"],
    "a common word, the number": ["--count", "president"],
}


def add_options(parser):
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--work", type=pathlib.Path,
                        help="keep the articles and the index here")


def write_articles(source, path, count):
    random.seed(20261129)
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        releases = [json.loads(line) for line in lines]
    words = [word for release in releases[::20] for word in release["text"].split()]
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            release = random.choice(releases)
            text = release["text"]
            begin = random.randrange(max(1, len(text) - LENGTH))
            stretch = text[begin:begin + LENGTH].split(" ")
            for place in range(0, len(stretch), 20):
                stretch[place] = random.choice(words)
            out.write(json.dumps({**release, "id": f"m{number}",
                                  "text": " ".join(stretch)}) + "\n")


def build(options, articles, index):
    """Seconds, peak MiB."""
    command = [options.bin / "archive-index", "build", "--quiet", "--settle", "0",
               "--skip-ok", "--db", index, articles]
    ran = subprocess.run(["/usr/bin/time", "-f", "%e %M", *command], text=True,
                         check=True, capture_output=True)
    seconds, kilobytes = ran.stderr.split()[-2:]
    return float(seconds), int(kilobytes) / 1024


def build_a_tenth(options, articles, work):
    """Seconds."""
    tenth, index = work / "tenth.jsonl", work / "tenth"
    with articles.open("rb") as whole, tenth.open("wb") as out:
        out.writelines(itertools.islice(whole, options.articles // 10))
    shutil.rmtree(index, ignore_errors=True)
    return build(options, tenth, index)[0]


def build_rows(options, articles, index, work):
    first = build_a_tenth(options, articles, work)
    seconds, peak = build(options, articles, index)
    tenth = options.articles / 10
    return [["build, articles a second", f"{options.articles / seconds:,.0f}"],
            ["of the first tenth", f"{tenth / first:,.0f}"],
            ["of the rest, by the first tenth",
             f"{9 * first / (seconds - first):.2f}"],
            ["build, peak memory, MiB", f"{peak:,.0f}"]]


def milliseconds(command):
    bench.seconds_of(command, stderr=subprocess.DEVNULL)
    return 1000 * statistics.median(
        bench.seconds_of(command, stderr=subprocess.DEVNULL) for _ in range(ROUNDS))


def export_rate(query, index):
    """MB/s of all articles as JSON Lines."""
    command = [query, "--db", index, "--format", "jsonl", "-n", "all", "*"]
    size = int(subprocess.run(f"'{query}' --db '{index}' --format jsonl -n all '*' "
                              "| wc -c", shell=True, check=True,
                              capture_output=True).stdout)
    return size / bench.seconds_of(command, stderr=subprocess.DEVNULL) / 1e6


def main():
    source = "data/news/en_senate_press.jsonl.gz"
    options = bench.read_options(__doc__, needs=source, add=add_options)
    rows = []
    with tempfile.TemporaryDirectory(prefix="archive-million-") as scratch:
        work = options.work or pathlib.Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        articles, index = work / "million.jsonl", work / "index"
        if not articles.exists():
            write_articles(options.shared / source, articles, options.articles)
        if not index.exists():
            rows += build_rows(options, articles, index, work)
        size = sum(file.stat().st_size for file in index.rglob("*") if file.is_file())
        rows.append(["index, MB", f"{size / 1e6:,.0f}"])
        query = options.bin / "archive-query"
        rows += [[f"{name}, ms", f"{milliseconds([query, '--db', index, *ask]):,.0f}"]
                 for name, ask in ASKED.items()]
        rows.append(["export of all as JSON Lines, MB/s",
                     f"{export_rate(query, index):,.0f}"])
    bench.show(options, "million",
               f"{bench.markdown_table(['what', 'measured'], rows)}\n\n"
               f"{options.articles:,} articles; {bench.circumstances()}")


if __name__ == "__main__":
    main()
