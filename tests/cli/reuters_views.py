#!/usr/bin/env python3
"""What archive-query says of all that is found agrees with its own counts.

Usage: reuters_views.py ARCHIVE_INDEX ARCHIVE_QUERY DIRECTORY

Builds an index of Reuters-21578 and holds, for a few queries,
- bars, undated and imprecise articles together against the total;
- every count of a bar, a month of --coverage, a facet and --distinctive against
  the count of the query that looks inside;
- the occurrences of --timeline --occurrences against the lines of --kwic.
Exits with 77 (skipped) where the collection or a program is missing.
"""
import json
import os
import subprocess
import sys
import tempfile

SKIPPED = 77
QUERIES = ["wheat", '"interest rate*" OR =bank', "oil W/5 price", "japan -tokyo",
           "nosuchword OR usa date:1987-03", "*"]
WORDS = ["=wheat", '"crude oil"', "subsid*", "oil W/3 price"]
UNITS = ["auto", "day", "week", "month", "year", "decade"]


class Index:
    def __init__(self, program, directory):
        self.command = [program, "--db", directory]
        self.asked = {}  # query -> (count, who said so)
        self.wrong = 0

    def run(self, *arguments, text=""):
        ran = subprocess.run(self.command + list(arguments), input=text, text=True,
                             capture_output=True, check=False)
        if ran.returncode > 1:
            sys.exit(f"{arguments}: status {ran.returncode}\n{ran.stderr}")
        return ran.stdout

    def json(self, *arguments):
        return json.loads(self.run(*arguments, "--format=json"))

    def expect(self, what, count, other):
        if count != other:
            print(f"{what}: {count} against {other}")
            self.wrong += 1

    def look_inside(self, who, rows, key="articles"):
        for row in rows:
            self.asked[row["look_inside"]] = (row[key], f"{who}: {row}")

    def compare_counts(self):
        queries = "".join(query + "\n" for query in self.asked)
        for line in self.run("--count", "--query-file", "-",
                             text=queries).splitlines():
            count, query = line.split("\t", 1)
            self.expect(self.asked[query][1], self.asked[query][0], int(count))


def check_timelines(index, query):
    for unit in UNITS:
        page = index.json(query, f"--timeline={unit}")
        timeline = page["timeline"]
        in_all = sum(row["articles"] for row in timeline["rows"])
        index.expect(f"{query} by {unit}", page["total"],
                     in_all + timeline["undated"] + timeline["imprecise"])
        index.look_inside(f"{query} by {unit}", timeline["rows"])


def check_tables(index, query):
    page = index.json(query, "--coverage", "--facet=topic:all,place:9",
                      "--distinctive=topic")
    coverage = page["coverage"]["rows"]
    index.expect(f"{query} by source", page["total"],
                 sum(row["articles"] for row in coverage))
    index.look_inside(f"{query}, coverage", coverage)
    for facet in page["facets"]:
        index.look_inside(f"{query} by {facet['field']}", facet["values"])
    index.look_inside(f"{query}, distinctive", page["distinctive"]["rows"])
    words = index.json(query, "--distinctive=word")["distinctive"]["rows"]
    # A query for u.s finds US in capitals, too.
    index.look_inside(f"{query}, words",
                      [row for row in words if "." not in row["value"]])


def check_lines(index, query):
    bars = index.json(query, "--timeline=year", "--occurrences")["timeline"]
    lines = index.run("--kwic", "-n", "all", "--format=tsv", query)
    index.expect(f"{query}, lines", len(lines.splitlines()) - 1,
                 sum(row["occurrences"] for row in bars["rows"]) +
                 bars["undated"])


def main():
    index_program, query_program, directory = sys.argv[1:]
    for needed in (index_program, query_program, directory):
        if not os.path.exists(needed):
            print(f"skipped: there is no {needed}")
            return SKIPPED
    with tempfile.TemporaryDirectory() as scratch:
        place = os.path.join(scratch, "index")
        subprocess.run([index_program, "--db", place, "build", "--quiet",
                        directory], check=True)
        index = Index(query_program, place)
        for query in QUERIES:
            check_timelines(index, query)
            check_tables(index, query)
        for query in WORDS:
            check_lines(index, query)
        index.compare_counts()
    print(f"{len(index.asked)} queries, {index.wrong} disagree")
    return 1 if index.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
