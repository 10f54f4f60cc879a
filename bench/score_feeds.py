#!/usr/bin/env python3
"""How well `archive-index read` reads the feeds of feedparser's test suite.

    bench/score_feeds.py ARCHIVE_INDEX FEEDS [--errors]

Each file says in a comment what a correct reader sees: `Expect: not bozo and
entries[0]['title'] == 'Example'`.  Counted are the comparisons of what an Article has
a member for (OURS below): title, address, identifier, authors, keywords, days,
language, text, source.  Texts are compared as words, since articles hold no markup;
of what the suite wants cleaned away (scripts, handlers) nothing may be left.

Not counted: what a feed says of itself when it has no items; addresses that follow
from where the feed was fetched (127.0.0.1, `Header:`), which a file does not say; a summary
beside a full text, of which the text is kept; a language that is None or empty, since
the reader of articles then tells it from the text.
"""
import argparse
import ast
import collections
import datetime
import html
import json
import os
import re
import subprocess
import sys

EXPECT = re.compile(r"Expect:\s*(.*?)\s*(?:-->|\n)", re.S)
# Path without numbers -> how it is compared with the article.
OURS = {
    "entries.title": "title", "entries.title_detail.value": "title",
    "entries.link": "url", "entries.links.href": "url",
    "entries.id": "uid", "entries.guid": "uid",
    "entries.author": "author", "entries.author_detail.name": "author",
    "entries.authors.name": "author", "entries.source.author": "author",
    "entries.source.authors.name": "author",
    "entries.summary": "text", "entries.description": "text",
    "entries.summary_detail.value": "text", "entries.content.value": "text",
    "entries.published": "date", "entries.published_parsed": "date",
    "entries.created_parsed": "date", "entries.issued_parsed": "date",
    "entries.updated": "date", "entries.updated_parsed": "date",
    "entries.modified_parsed": "date",
    "entries.tags.term": "keyword", "entries.category": "keyword",
    "entries.language": "language", "entries.content.language": "language",
    "entries.summary_detail.language": "language",
    "entries.title_detail.language": "language",
    "feed.title": "source", "feed.title_detail.value": "source",
    "entries.source.title": "source", "feed.language": "language",
}


def words(markup):
    """The words that a reader of the markup sees."""
    markup = re.sub(r"(?is)<(svg|math)\b.*?</\1>", " ", markup)
    markup = re.sub(r"(?s)</?[a-zA-Z][^>]*>", " ", markup)
    return re.findall(r"\w+", html.unescape(html.unescape(markup)))


def path_of(node):
    """"entries.title" and the numbers on the way; None for what is no path."""
    parts, numbers = [], []
    while True:
        if isinstance(node, ast.Subscript):
            key = node.slice
            if not isinstance(key, ast.Constant):
                return None
            (numbers if isinstance(key.value, int) else parts).append(key.value)
            node = node.value
        elif isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        elif isinstance(node, ast.Name):
            parts.append(node.id)
            return ".".join(reversed(parts)), list(reversed(numbers))
        else:
            return None


def comparisons(expression):
    """(path, numbers, wanted) of each `path == value`."""
    def walk(node):
        if isinstance(node, ast.BoolOp):
            for value in node.values:
                yield from walk(value)
        elif isinstance(node, ast.Compare) and all(
                isinstance(op, (ast.Eq, ast.Is)) for op in node.ops):
            sides = [node.left] + node.comparators
            try:
                wanted = ast.literal_eval(sides[-1])
            except ValueError:
                return
            for side in sides[:-1]:
                found = path_of(side)
                if found:
                    yield found + (wanted,)
    try:
        tree = ast.parse(expression, mode="eval")
    except SyntaxError:
        return []
    return list(walk(tree.body))


def instant(text):
    if not text:
        return None
    when = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    if when.tzinfo is None:
        when = when.replace(tzinfo=datetime.timezone.utc)
    return when.astimezone(datetime.timezone.utc)


def dates_of(article):
    published = (article.get("published") or {}).get("value")
    return [instant(text) for text in (published, article.get("modified")) if text]


def wanted_instant(wanted):
    if isinstance(wanted, tuple):
        return datetime.datetime(*wanted[:6], tzinfo=datetime.timezone.utc)
    import email.utils
    try:
        return instant(wanted)
    except ValueError:
        return email.utils.parsedate_to_datetime(wanted).astimezone(
            datetime.timezone.utc)


def holds(kind, wanted, article, numbers):
    if kind == "title":
        return re.findall(r"\w+", article["title"]) in (
            words(wanted), re.findall(r"\w+", wanted))
    if kind == "text":
        # What stands for the text when the title is all there is.
        text = " ".join([article["body"]] + article["captions"])
        return re.findall(r"\w+", text) == words(wanted)
    if kind == "url":
        return article["url"] == wanted
    if kind == "uid":
        return article["uid"] == wanted
    if kind == "author":
        name = re.sub(r"\s*\([^)]*@[^)]*\)", "", wanted)
        return name in article["byline"]
    if kind == "date":
        return wanted_instant(wanted) in dates_of(article)
    if kind == "keyword":
        return wanted in article["keywords"]
    if kind == "language":
        return article["language"].lower() == wanted.lower().split("-")[0] or \
            article["language"].lower() == wanted.lower()
    return re.findall(r"\w+", article["source"]) == words(wanted)


def score_file(expression, articles):
    """Rows (kind, is right, path, wanted, article) of what counts."""
    found = comparisons(expression)
    has_content = any(path == "entries.content.value" for path, _, _ in found)
    for path, numbers, wanted in found:
        kind = OURS.get(path)
        if kind is None or wanted is None or wanted == "":
            continue
        if "127.0.0.1" in str(wanted):
            continue
        if path == "entries.summary" and has_content:
            continue
        if path.startswith("feed."):
            if not articles:
                continue
            article = articles[0]
        else:
            number = numbers[0] if numbers else 0
            article = articles[number] if number < len(articles) else None
        if path.startswith("entries.links") and numbers[1:2] != [0]:
            continue
        if article is None:
            # An item of which nothing is to be seen is no article.
            right = kind in ("text", "title") and not words(str(wanted))
        else:
            right = holds(kind, wanted, article, numbers)
        yield kind, right, path, wanted, article


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("feeds")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    asked, right, files, whole = collections.Counter(), collections.Counter(), 0, 0
    for folder, _, names in sorted(os.walk(arguments.feeds)):
        for name in sorted(names):
            path = os.path.join(folder, name)
            with open(path, "rb") as stream:
                raw = stream.read()
            encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
            match = EXPECT.search(raw.decode(encoding, "replace"))
            if not match or b"Header:" in raw[:1000]:
                continue
            out = subprocess.run([arguments.program, "read", path], check=False,
                                 capture_output=True, text=True).stdout
            articles = [json.loads(line) for line in out.splitlines()]
            articles = [a for a in articles if "skipped" not in a]
            rows = list(score_file(match.group(1), articles))
            if not rows:
                continue
            files += 1
            whole += all(row[1] for row in rows)
            for kind, is_right, what, wanted, article in rows:
                asked[kind] += 1
                right[kind] += is_right
                if not is_right and arguments.errors:
                    print(f"{os.path.relpath(path, arguments.feeds)}: {what}: "
                          f"wanted {wanted!r}, {kind} of "
                          f"{json.dumps(article)[:700] if article else None}",
                          file=sys.stderr)
    print("| what | expectations | met |")
    print("| --- | --- | --- |")
    for kind in sorted(asked):
        print(f"| {kind} | {asked[kind]} | {right[kind]} |")
    print(f"| all | {sum(asked.values())} | {sum(right.values())} "
          f"({sum(right.values()) / max(1, sum(asked.values())):.1%}) |")
    print(f"\n{whole} of {files} files that ask for something of ours are read as "
          "they want.")


if __name__ == "__main__":
    main()
