#!/usr/bin/env python3
"""Compares what our reader makes of Reuters-21578 with the SGML itself.

usage: count_reuters.py PRINT_ARTICLES DIRECTORY

The SGML is read here by other means (regular expressions over the whole file)
than in reader_reuters.cc.  For each of the 21,578 articles the title, the
words of the body, the day and second, dateline, byline and every list must be
the same; then the totals by month and by value are.  Exit status 77: the
collection is not here (ctest counts the test as skipped).
"""

import collections
import html
import json
import pathlib
import re
import subprocess
import sys

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
LISTS = {
    "TOPICS": "topics",
    "PLACES": "places",
    "PEOPLE": "people",
    "ORGS": "organisations",
    "EXCHANGES": "exchanges",
}


def clean(sgml):
    """Entities as characters; no control characters."""
    # html.unescape drops or replaces the control characters' entities.
    text = re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), sgml)
    text = html.unescape(text)
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text)


def words(text):
    return text.split()


def element(name, sgml):
    found = re.search(rf"<{name}[^>]*>(.*?)</{name}>", sgml, re.S)
    return found[1] if found else ""


def day_of(sgml):
    found = re.search(r"(\d?\d)-([A-Z]{3})-(\d{4})", sgml)
    if not found:
        return None
    day = f"{found[3]}-{MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"
    time = re.match(r" +(\d\d:\d\d:\d\d)\.", sgml[found.end():])
    return day + "T" + time[1] if time and "guess" not in sgml else day


def names_of(author):
    text = " ".join(clean(author).split())
    text = re.sub(r"^by ", "", text, flags=re.I)
    text = re.sub(r", *reuters?[d.]*$", "", text, flags=re.I)
    return re.split(r" and ", text, flags=re.I) if text else []


def body_of(text_element):
    loose = re.sub(
        r"<(TITLE|BODY|DATELINE|AUTHOR)>.*?</\1>", "\n", text_element, flags=re.S
    )
    loose = words(clean(loose))
    if " ".join(loose).strip("* ") in ("", "Blah blah blah."):
        loose = []
    lines = clean(element("BODY", text_element)).rstrip().split("\n")
    if lines[-1].strip().lower() in ("reuter", "reuters"):
        lines.pop()
    body = words("\n".join(lines))
    if not body and loose and loose[-1].lower() in ("reuter", "reuters"):
        last = clean(text_element).rstrip().split("\n")[-1].strip()
        if last.lower() in ("reuter", "reuters"):
            loose.pop()
    return loose + body


def articles_of(path):
    sgml = path.read_bytes().decode("utf-8", errors="replace")
    for found in re.finditer(r"<REUTERS ([^>]*)>(.*?)</REUTERS>", sgml, re.S):
        inside = found[2]
        text = element("TEXT", inside)
        article = {
            "uid": re.search(r'NEWID="(\d+)"', found[1])[1],
            "title": " ".join(words(clean(element("TITLE", text)))),
            "body": body_of(text),
            "published": day_of(element("DATE", inside)),
            "dateline": " ".join(words(clean(element("DATELINE", text)))).rstrip(" -"),
            "byline": names_of(element("AUTHOR", text)),
        }
        for name, field in LISTS.items():
            values = re.findall(r"<D>(.*?)</D>", element(name, inside), re.S)
            article[field] = [" ".join(words(clean(value))) for value in values]
        yield article


def ours(program, path):
    printed = subprocess.run([program, path], capture_output=True, check=True)
    for line in printed.stdout.decode("utf-8").splitlines():
        article = json.loads(line)
        if "skipped" in article:
            print(f"{path}: {article}")
            continue
        article["body"] = words(article["body"])
        published = article["published"]
        article["published"] = published["value"] if published else None
        yield article


def main(program, directory):
    files = sorted(pathlib.Path(directory).glob("*.sgm"))
    if not files:
        print(f"{directory} is not here: nothing to compare with")
        return 77
    differences = 0
    counts = collections.Counter()
    for path in files:
        expected = list(articles_of(path))
        read = list(ours(program, path))
        if len(expected) != len(read):
            print(f"{path.name}: {len(expected)} in the SGML, {len(read)} read")
            differences += 1
        for theirs, our in zip(expected, read):
            for field, value in theirs.items():
                if our[field] == value:
                    continue
                differences += 1
                if differences < 20:
                    print(f"{theirs['uid']} {field}: {value!r} / {our[field]!r}")
            counts["articles"] += 1
            counts["dated"] += our["published"] is not None
            counts["with a time"] += "T" in (our["published"] or "")
            counts["titles"] += our["title"] != ""
            counts["first lines"] += our["first_line"] != ""
            counts["bodies"] += our["body"] != []
            counts["bylines"] += our["byline"] != []
            for field in LISTS.values():
                counts[field] += len(our[field])
            counts["month " + (our["published"] or "none")[:7]] += 1
    for name, count in sorted(counts.items()):
        print(f"{count:8} {name}")
    print(f"{differences} differences")
    return 1 if differences or counts["articles"] == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
