#!/usr/bin/env python3
"""Runs every example of docs/query-language.md over corpus/, and those of the
contract where it lies beside the project.

Usage: examples.py BIN_DIRECTORY SOURCE_DIRECTORY [--update]

What each example of ours finds is in tests/golden/examples.txt (count, TAB,
query); --update writes it anew.  The contract's are asked with words put in for
its letters; each must be understood.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

# What a column of the contract's tables calls by a letter or in general.
STANDS_FOR = {"ID": "corpus/wire/wire-1.sgm#5", "FIELD": "byline"}
NOW = "2021-03-15"


def ask(bin_directory, index, *arguments, stdin=None):
    return subprocess.run([f"{bin_directory}/archive-query", "--db", index,
                           "--now", NOW, *arguments], input=stdin, text=True,
                          capture_output=True, check=False)


def own_examples(source):
    text = (source / "docs/query-language.md").read_text()
    for block in re.findall(r"^```query\n(.*?)^```", text, re.S | re.M):
        yield from (line for line in block.splitlines() if line)


def compare_own(bin_directory, index, source, update):
    queries = list(dict.fromkeys(own_examples(source)))
    done = ask(bin_directory, index, "--count", "--query-file", "-",
               stdin="\n".join(queries) + "\n")
    if done.returncode != 0:
        return [done.stderr]
    golden = source / "tests/golden/examples.txt"
    if update:
        golden.write_text(done.stdout)
    expected = golden.read_text().splitlines()
    found = done.stdout.splitlines()
    complaints = [f"not as in {golden}: {line}" for line in found
                  if line not in expected]
    if len(found) != len(queries):
        complaints.append(f"{len(queries)} queries, {len(found)} counts")
    return complaints + [f"gone: {line}" for line in expected
                         if line not in found]


def contract_examples(path):
    """The first column of the tables of words, operators, fields and dates."""
    text = path.read_text().split("## Where habits conflict")[0]
    for line in text.splitlines():
        if not line.startswith("| ") or line.startswith("| ---"):
            continue
        for example in re.findall(r"`([^`]+)`", line.split(" | ")[0]):
            if re.fullmatch(r"\\.|\( \)", example):
                continue  # parts of a query
            for letter, value in STANDS_FOR.items():
                example = re.sub(rf"\b{letter}\b", value, example)
            if example.endswith(":") and example != "date:":
                field = example[:-1]
                example += {"words": "1..", "ocr": "0..", "added": "2020..",
                            "modified": "2020..", "after": "2020",
                            "date-confidence": "0..", "mentions": "1950..",
                            "before": "2020", "status": "corrected"}.get(field, "korea")
            example = re.sub(r"\bfield:", "title:", example)
            # "2w", "monday": what may stand behind `date:`.
            if re.fullmatch(r"\d\w+|\w+day|(last|this)-\w+", example):
                example = "date:" + example
            if example != "date:":
                yield example


def compare_contract(bin_directory, index, source):
    path = source.parent / "shared/QUERY-LANGUAGE.md"
    if not path.exists():
        return [], 0
    complaints = []
    examples = list(dict.fromkeys(contract_examples(path)))
    for example in examples:
        done = ask(bin_directory, index, "--count", "--", example)
        if done.returncode != 0:
            complaints.append(f"{example}: {done.returncode} {done.stderr}")
    return complaints, len(examples)


def main():
    bin_directory = pathlib.Path(sys.argv[1])
    source = pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        index = f"{scratch}/index"
        subprocess.run(
            [bin_directory / "archive-index", "--db", index, "build", "--quiet",
             "corpus"], check=False, cwd=source, stderr=subprocess.DEVNULL,
            env={**os.environ, "ARCHIVE_INDEX_NOW": "1615802400"})
        complaints = compare_own(bin_directory, index, source,
                                 "--update" in sys.argv)
        more, contract = compare_contract(bin_directory, index, source)
    complaints += more
    print("\n".join(complaints) or
          f"every example finds what it did; {contract} of the contract")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
