#!/usr/bin/env python3
"""What must hold whatever the words, asked of Reuters-21578.

Usage: reuters_laws.py ARCHIVE_INDEX ARCHIVE_QUERY REUTERS_DIRECTORY [SEED]
Exits with 77 (skipped) when the data is not there.
"""
import csv
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile

WORDS = ("oil wheat grain bank rate dollar trade japan reagan opec crude profit "
         "loss shares company the of said dlrs mln government export quota "
         "treasury strike ship gold coffee sugar tax merger oecd fed yen").split()


class Archive:
    def __init__(self, tool, index):
        self.tool = tool
        self.index = index

    def ask(self, *arguments, stdin=None):
        done = subprocess.run([self.tool, "--db", self.index, *arguments],
                              input=stdin, capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(f"{arguments}: {done.returncode}\n{done.stderr}")
        return done.stdout

    def counts(self, queries):
        """Numbers of articles, all asked in one run."""
        queries = list(dict.fromkeys(queries))
        out = self.ask("--count", "--query-file", "-",
                       stdin="\n".join(queries) + "\n")
        rows = [line.split("\t", 1) for line in out.splitlines()]
        assert [query for _, query in rows] == queries, "a query is missing"
        return {query: int(count) for count, query in rows}

    def ids(self, query, *arguments):
        return self.ask("-f", "ids", "-n", "all", *arguments, "--",
                        query).splitlines()


def check(holds, what):
    if not holds:
        sys.exit(f"broken: {what}")


def parts(archive, draw, pairs):
    """An AND is in each of its sides; a query and its NOT are everything."""
    queries = {"*"}
    for a, b in pairs:
        queries |= {a, f"NOT {a}", f"{a} AND {b}", f"{a} OR {b}",
                    f"{a} NOT {b}"}
    count = archive.counts(sorted(queries))
    for a, b in pairs:
        check(count[a] + count[f"NOT {a}"] == count["*"], f"{a}, NOT {a}")
        check(count[f"{a} AND {b}"] + count[f"{a} NOT {b}"] == count[a],
              f"{a} with and without {b}")
        check(count[f"{a} OR {b}"] - count[f"{a} NOT {b}"] ==
              archive.counts([b])[b], f"{a} OR {b}")
    for a, b in draw.sample(pairs, 5):
        check(set(archive.ids(f"{a} AND {b}")) <= set(archive.ids(a)),
              f"{a} AND {b} is in {a}")
    return 3 * len(pairs) + 5


def distances(archive, pairs):
    """The nearer is in the further, and that is in the AND."""
    chains = []
    for a, b in pairs:
        chains.append([f"{a} PRE/5 {b}", f"{a} W/5 {b}", f"{a} W/6 {b}",
                       f"{a} W/50 {b}", f"{a} AND {b}"])
        chains.append([f'"{a} {b}"', f"={a} W/1 ={b}", f"={a} AND ={b}",
                       f"{a} AND {b}"])
        chains.append([f"{a} W/S {b}", f"{a} W/P {b}", f"{a} AND {b}"])
    count = archive.counts([query for chain in chains for query in chain])
    for chain in chains:
        for nearer, further in zip(chain, chain[1:]):
            check(count[nearer] <= count[further], f"{nearer} in {further}")
    for chain in chains[:6]:
        for nearer, further in zip(chain, chain[1:]):
            check(set(archive.ids(nearer)) <= set(archive.ids(further)),
                  f"{nearer} in {further}")
    return sum(len(chain) - 1 for chain in chains)


def dates(archive, words):
    """A range that is parted in two sums up."""
    splits = ["1987-03-15", "1987-04-01", "1987-06-30", "1987-10-19"]
    queries = {}
    for word in words:
        queries[word] = f"{word} date:1987"
        for day in splits:
            queries[word, day] = (f"{word} date:1987-01-01..{day}",
                                  f"{word} date:1987 after:{day}")
    flat = []
    for value in queries.values():
        flat += [value] if isinstance(value, str) else value
    count = archive.counts(flat)
    for key, value in queries.items():
        if isinstance(key, tuple):
            check(sum(count[half] for half in value) ==
                  count[queries[key[0]]], f"{value} are {queries[key[0]]}")
    return len(words) * len(splits)


def looks(archive, queries):
    """Order, page, format and --explain never change what is found."""
    done = 0
    for query in queries:
        total = archive.counts([query])[query]
        ids = archive.ids(query)
        check(len(ids) == len(set(ids)) == total, f"{query}: ids")
        for order in ("relevance", "newest", "oldest"):
            check(sorted(archive.ids(query, "--sort", order)) == sorted(ids),
                  f"{query}: --sort {order}")
            answer = json.loads(archive.ask("-f", "json", "--sort", order, "-n",
                                            "3", "--offset", "2", "--", query))
            check(answer["total"] == total, f"{query}: json, {order}")
        pages = []
        for offset in range(0, 100, 7):
            pages += archive.ask("-f", "ids", "-n", "7", "--offset",
                                 str(offset), "--", query).splitlines()
        check(pages == ids[:len(pages)], f"{query}: pages")
        rows = list(csv.reader(io.StringIO(archive.ask(
            "-f", "csv", "-n", "all", "--fields", "id", "--", query))))
        check([row[0] for row in rows[1:]] == ids, f"{query}: csv")
        lines = archive.ask("-f", "jsonl", "-n", "all", "--fields", "id", "--",
                            query).splitlines()
        check([json.loads(line)["id"] for line in lines[1:]] == ids,
              f"{query}: jsonl")
        explained = archive.ask("--explain", "--", query)
        check(f" {total:,}  of " in explained, f"{query}: --explain")
        done += 8
    return done


def facets(archive, queries):
    """The rows of a facet are what the query counts with that value."""
    done = 0
    for query in queries:
        answer = json.loads(archive.ask("-f", "json", "--facet",
                                        "topic:20,place:20", "--", query))
        rows = {}
        for table in answer["facets"]:
            for row in table["values"]:
                name = row["value"].replace('"', '\\"')
                asked = f'({query}) {table["field"]}:="{name}"'
                rows[asked] = row["articles"]
        count = archive.counts(rows)
        for asked, articles in rows.items():
            check(count[asked] == articles, asked)
            done += 1
    return done


def main():
    indexer, querier, data = sys.argv[1:4]
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1987
    if not pathlib.Path(data).is_dir():
        print(f"skipped: there is no {data}")
        return 77
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        index = str(pathlib.Path(scratch) / "index")
        subprocess.run([indexer, "--db", index, "build", "--quiet", data],
                       check=True)
        archive = Archive(querier, index)
        pairs = [tuple(draw.sample(WORDS, 2)) for _ in range(40)]
        done = parts(archive, draw, pairs)
        done += distances(archive, pairs)
        done += dates(archive, draw.sample(WORDS, 10))
        done += looks(archive, ["opec", "gold OR silver", '"interest rate"',
                                "japan W/5 trade", "topic:ship date:1987-04"])
        done += facets(archive, ["oil", "reagan NOT opec", "yen W/3 dollar"])
    print(f"seed {seed}: {done} comparisons hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
