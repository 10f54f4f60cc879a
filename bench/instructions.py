#!/usr/bin/env python3
"""How many instructions a fixed build and fixed queries take: repeatable where seconds
are not.

Usage: instructions.py [--bin DIR] [--table FILE] [--update]

Runs each task under callgrind and compares with the table, which holds the figures of
the dev build (build/dev/bin), one task a line.  A task that has grown by over 5 % is an
error: mend it, or say why in the commit that writes the table anew with --update.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST_GROWTH = 0.05
# Articles in text, HTML, the agencies' formats and feeds.
CORPUS = ["corpus/1963", "corpus/1989", "corpus/2020", "corpus/agency", "corpus/feeds",
          "corpus/pages"]
QUERIES = {
    "a word": ["hotline"],
    "the number": ["--count", "hotline OR treaty"],
    "a phrase": ['"of the"'],
    "words near each other": ["the W/5 of"],
    "a wildcard": ["re*"],
    "a misspelt word": ["hotlne~1"],
    "dates": ["date:1963..2020"],
    "facets": ["--facet", "person", "--facet", "place", "*"],
    "a timeline": ["--timeline", "year", "*"],
    "JSON": ["--format", "json", "the"],
}
COLLECTED = re.compile(r"Collected : (\d+)")


def instructions_of(command):
    ran = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        cwd=ROOT, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        check=False)
    if ran.returncode not in (0, 1) or not COLLECTED.search(ran.stderr):
        sys.exit(f"{command}: status {ran.returncode}\n{ran.stderr}")
    return int(COLLECTED.search(ran.stderr)[1])


def measure(programs):
    with tempfile.TemporaryDirectory(prefix="archive-instructions-") as scratch:
        index = pathlib.Path(scratch) / "index"
        # One thread, so that the order of work is the same every time.
        yield "a build", instructions_of(
            [programs / "archive-index", "build", "--quiet", "--threads", "1",
             "--settle", "0", "--skip-ok", "--db", index, *CORPUS])
        for name, query in QUERIES.items():
            yield name, instructions_of(
                [programs / "archive-query", "--db", index, "--now", "2026-11-29",
                 *query])


def read_table(path):
    rows = [line.split("\t") for line in path.read_text().splitlines()
            if not line.startswith("#")]
    return {name: int(count) for name, count in rows}


def write_table(path, measured):
    path.write_text("# Instructions of the dev build, written by bench/instructions.py "
                    "--update\n" +
                    "".join(f"{name}\t{count}\n" for name, count in measured.items()))


def compare(table, measured):
    """Whether nothing has grown too much; tells what has changed."""
    is_well = True
    for name, count in measured.items():
        before = table.get(name)
        if before is None:
            print(f"{name}: not in the table; write it anew with --update")
            is_well = False
            continue
        growth = count / before - 1
        print(f"{name:24} {count:14,} {growth:+7.1%}")
        if growth > MOST_GROWTH:
            print(f"{name}: takes {growth:.1%} more instructions than before")
            is_well = False
    return is_well


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "build/dev/bin")
    parser.add_argument("--table", type=pathlib.Path,
                        default=ROOT / "bench/instructions.tsv")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("instructions.py: there is no valgrind")
    measured = dict(measure(options.bin.resolve()))
    if options.update:
        return write_table(options.table, measured)
    sys.exit(0 if compare(read_table(options.table), measured) else 1)


if __name__ == "__main__":
    main()
