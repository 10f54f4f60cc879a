#!/usr/bin/env python3
"""archive-query counts in Reuters-21578 what the SGML says.

Usage: reuters_counts.py ARCHIVE_INDEX ARCHIVE_QUERY DIRECTORY

Builds an index of DIRECTORY, reads the SGML here by other means, and compares
the counts of every month, topic, place, person, organisation and exchange.
No names are found: those of the source count.  Exits with 77 (skipped) where the collection
or a program is missing.
"""
import collections
import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SKIPPED = 77
ARTICLES = 21578
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
# Element of the SGML -> field of a query.
LISTS = {"TOPICS": "topic", "PLACES": "place", "PEOPLE": "person",
         "ORGS": "org", "EXCHANGES": "exchange"}


def month_query(article):
    printed = re.search(r"<DATE>(.*?)</DATE>", article, re.S)[1]
    found = re.search(r"\d?\d-([A-Z]{3})-(\d{4})", printed)
    return f"date:{found[2]}-{MONTHS.index(found[1]) + 1:02}" if found else None


def queries_of(article):
    """The queries that must find an article, each once."""
    queries = set()
    month = month_query(article)
    if month:
        queries.add(month)
    for element, field in LISTS.items():
        listed = re.search(rf"<{element}>(.*?)</{element}>", article, re.S)
        for value in re.findall(r"<D>(.*?)</D>", listed[1] if listed else ""):
            value = html.unescape(value).strip()
            if value:
                queries.add(f'{field}:"{value}"')
    return queries


def count_sgml(directory):
    counts = collections.Counter()
    articles = 0
    for path in sorted(pathlib.Path(directory).glob("*.sgm")):
        text = path.read_bytes().decode("latin-1")
        for article in re.findall(r"<REUTERS.*?</REUTERS>", text, re.S):
            articles += 1
            counts.update(queries_of(article))
    counts["*"] = articles
    return counts


def count_with_the_program(query_program, index, queries):
    ran = subprocess.run(
        [query_program, "--db", index, "--count", "--query-file", "-"],
        input="".join(query + "\n" for query in queries), text=True,
        capture_output=True, check=False)
    if ran.returncode != 0:
        sys.exit(f"archive-query: status {ran.returncode}\n{ran.stderr}")
    counts = {}
    for line in ran.stdout.splitlines():
        count, query = line.split("\t", 1)
        counts[query] = int(count)
    return counts


def compare(expected, found):
    wrong = 0
    for query, count in sorted(expected.items()):
        if found.get(query) != count:
            print(f"{query}: the SGML has {count}, archive-query says "
                  f"{found.get(query)}")
            wrong += 1
    kinds = collections.Counter(query.split(":")[0] for query in expected)
    print(f"{len(expected) - wrong} of {len(expected)} counts agree: " +
          ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))
    return 1 if wrong else 0


def main():
    index_program, query_program, directory = sys.argv[1:]
    for needed in (index_program, query_program, directory):
        if not os.path.exists(needed):
            print(f"skipped: there is no {needed}")
            return SKIPPED
    expected = count_sgml(directory)
    if expected["*"] != ARTICLES:
        sys.exit(f"{directory} holds {expected['*']} articles")
    with tempfile.TemporaryDirectory() as scratch:
        index = os.path.join(scratch, "index")
        configuration = os.path.join(scratch, "names-of-the-source.toml")
        pathlib.Path(configuration).write_text('entities = "source"\n')
        subprocess.run([index_program, "--db", index, "build", "--summary",
                        "--config", configuration, directory], check=True)
        found = count_with_the_program(query_program, index, expected)
    return compare(expected, found)


if __name__ == "__main__":
    sys.exit(main())
