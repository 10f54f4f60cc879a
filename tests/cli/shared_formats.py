#!/usr/bin/env python3
"""`archive-index read` of every file of shared/data/formats is what it was.

Usage: shared_formats.py ARCHIVE_INDEX DIRECTORY GOLDEN [--update]

The golden file holds a line for each file: how many articles, the days of their
publication, a hash of what they say, and how often which reason made something no
article.  No text of theirs stands there.  Every line was looked at when it was
written: ninjs' should_pass and should_fail, the IPTC's listings, warcio's broken
archives.  After a change of a reader look at the difference of --update.

What the analysis adds (language, names, times named) is left out.  Exits with 77
(skipped) where the directory or the program is missing.
"""
import argparse
import collections
import hashlib
import json
import os
import subprocess
import sys

SKIPPED = 77
MEMBERS = ("title", "byline", "source", "section", "dateline", "published",
           "other_dates", "modified", "topics", "keywords", "exchanges",
           "captions", "credits", "body", "url", "status", "uid", "first_line",
           "agency", "pages", "edition", "version", "urgency",
           "embargoed_until", "replaces", "ocr")


def file_of(row):
    """The path of the file that a line of `read` is about."""
    path = row.get("path", row.get("id", ""))
    return path.split("/", 1)[1].split("#")[0].split("!/")[0]


def told(rows):
    """What the golden file says of one file."""
    articles = [row for row in rows if "skipped" not in row]
    skipped = collections.Counter(row["skipped"] for row in rows
                                  if "skipped" in row)
    parts = [f"{len(articles)} read"]
    days = [(row["published"] or {}).get("value", "undated")[:10]
            for row in articles]
    shown = ", ".join(f"{day} ×{count}" if count > 1 else day
                      for day, count in collections.Counter(days).items())
    if days:
        parts.append(shown)
        said = json.dumps([[row.get(name) for name in MEMBERS] for row in articles],
                          ensure_ascii=False)
        parts.append(hashlib.sha256(said.encode()).hexdigest()[:12])
    for reason, count in sorted(skipped.items()):
        parts.append(f"{count} {reason}")
    return " | ".join(parts)


def read(program, directory):
    above, name = os.path.split(os.path.abspath(directory))
    out = subprocess.run([program, "read", name], cwd=above, check=False,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    files = collections.defaultdict(list)
    for line in out.decode("utf-8").splitlines():
        row = json.loads(line)
        files[file_of(row)].append(row)
    return files


def lines_of(program, directory):
    files = read(program, directory)
    return [f"{path}: {told(rows)}\n" for path, rows in sorted(files.items())]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("directory")
    parser.add_argument("golden")
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    if not os.path.isdir(arguments.directory) or not os.path.exists(program):
        print(f"skipped: no {arguments.directory} or no {program}")
        return SKIPPED
    lines = lines_of(program, arguments.directory)
    on_disk = sum(len(names) for _, _, names in os.walk(arguments.directory))
    if len(lines) != on_disk:
        print(f"{on_disk} files, but {len(lines)} of them were told of")
        return 1
    if arguments.update:
        with open(arguments.golden, "w", encoding="utf-8") as golden:
            golden.writelines(lines)
        return 0
    with open(arguments.golden, encoding="utf-8") as golden:
        wanted = dict(line.split(": ", 1) for line in golden)
    got = dict(line.split(": ", 1) for line in lines)
    differences = 0
    for path in sorted(wanted.keys() | got.keys()):
        if wanted.get(path) != got.get(path):
            differences += 1
            print(f"{path}\n  wanted: {wanted.get(path, 'nothing').strip()}"
                  f"\n  got:    {got.get(path, 'nothing').strip()}")
    print(f"{len(got)} files, {differences} differ")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
