#!/usr/bin/env python3
"""archive-query counts words, phrases and dates as SQLite's FTS5 does.

Usage: fts5_counts.py ARCHIVE_INDEX ARCHIVE_QUERY DIRECTORY [SEED]

Both index the articles of DIRECTORY as `archive-index read` prints them.  Asked
is what means the same to both: whole words of three letters or more (`=word`;
FTS5 parts what is shorter, U.S., otherwise), phrases of them inside a paragraph
(paragraphs are parted by a word of their own in FTS5, and it is given the text
without possessives, of which it would make a word), all of that within ranges
of dates.  Exits with 77 (skipped) where the collection is missing.
"""
import json
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

SKIPPED = 77
BREAK = " zzparagraphzz "
POSSESSIVE = re.compile(r"['\u2019][sS]\b")
WORD = re.compile(r"[a-z]{3,}")
RANGES = ("1987-02-26..1987-03-31", "1987-04", "1987-06..1987-10-19")


def read_articles(indexer, directory):
    done = subprocess.run([indexer, "read", directory], capture_output=True,
                          text=True, check=False)
    for line in done.stdout.splitlines():
        article = json.loads(line)
        if "skipped" in article:
            continue
        published = article["published"]
        texts = [article["title"], *article["body"].split("\n\n"),
                 *article["captions"]]
        text = BREAK.join(texts)
        yield (published["value"][:10] if published else None,
               POSSESSIVE.sub("", text))


def fill(database, articles):
    database.execute("create virtual table news using fts5(day unindexed, text,"
                     " tokenize = 'unicode61 remove_diacritics 2')")
    database.executemany("insert into news values (?, ?)", articles)
    database.execute("create virtual table words using fts5vocab(news, row)")


def bounds(dates):
    """The first and the last day of a range as text that compares."""
    first, _, last = dates.partition("..")
    last = last or first
    return first.ljust(10, "\0"), last.ljust(10, "~")


def draw_queries(database, texts, draw):
    """Pairs of our query and what is asked of FTS5: match, dates."""
    words = [word for (word,) in database.execute("select term from words")
             if WORD.fullmatch(word) and word != BREAK.strip()]
    for word in draw.sample(words, 500):
        yield f"={word}", f'"{word}"', None
    frequent = [word for (word,) in database.execute(
        "select term from words order by doc desc limit 400")
        if WORD.fullmatch(word) and word != BREAK.strip()]
    for number, word in enumerate(draw.sample(frequent, 60)):
        dates = RANGES[number % len(RANGES)]
        yield f"={word} date:{dates}", f'"{word}"', dates
    done = 0
    while done < 300:
        paragraph = draw.choice(draw.choice(texts).split(BREAK)).lower()
        # Words with one space between, and nothing that either might join.
        run = re.search(r"(?<=[ ])[a-z]{3,}(?: [a-z]{3,}){1,3}(?=[ ])",
                        paragraph[draw.randrange(len(paragraph) + 1):])
        if run is None:
            continue
        done += 1
        dates = RANGES[done % len(RANGES)] if done % 4 == 0 else None
        yield (f'"{run[0]}"' + (f" date:{dates}" if dates else ""),
               f'"{run[0]}"', dates)


def count_fts5(database, match, dates):
    if dates is None:
        return database.execute("select count(*) from news where text match ?",
                                (match,)).fetchone()[0]
    return database.execute("select count(*) from news where text match ? and "
                            "day between ? and ?",
                            (match, *bounds(dates))).fetchone()[0]


def main():
    indexer, querier, directory = sys.argv[1:4]
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1987
    if not pathlib.Path(directory).is_dir():
        print(f"skipped: there is no {directory}")
        return SKIPPED
    articles = list(read_articles(indexer, directory))
    database = sqlite3.connect(":memory:")
    fill(database, articles)
    queries = list(draw_queries(database, [text for _, text in articles],
                                random.Random(seed)))
    with tempfile.TemporaryDirectory() as scratch:
        index = str(pathlib.Path(scratch) / "index")
        subprocess.run([indexer, "--db", index, "build", "--quiet", directory],
                       check=True)
        out = subprocess.run(
            [querier, "--db", index, "--count", "--query-file", "-"],
            input="".join(query + "\n" for query, _, _ in queries), text=True,
            capture_output=True, check=True).stdout
    ours = [int(line.split("\t")[0]) for line in out.splitlines()]
    assert len(ours) == len(queries), "a query was left out"
    wrong = 0
    for (query, match, dates), count in zip(queries, ours):
        theirs = count_fts5(database, match, dates)
        if count != theirs:
            wrong += 1
            print(f"{query}: we count {count}, FTS5 {theirs}")
    print(f"seed {seed}, {len(articles)} articles: {len(queries) - wrong} of "
          f"{len(queries)} counts agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
