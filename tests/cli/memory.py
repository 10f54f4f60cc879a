#!/usr/bin/env python3
"""Holds that an export needs no more memory for being long.

Builds an index of made-up articles and exports them under a limit of the
memory that a process may fill (RLIMIT_DATA): far less than what is written.

Usage: memory.py ARCHIVE_INDEX ARCHIVE_QUERY
"""
import json
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile

ARTICLES = 7000
WORDS = 1400  # of an article
LINES = 300  # of a file of queries
LIMIT = 24 * 1024 * 1024  # bytes
# Arguments; how many bytes and lines of output at least.
EXPORTS = [
    (["-f", "jsonl", "--fields", "id,body"], 1.5 * LIMIT, ARTICLES + 1),
    (["-f", "json", "--fields", "id,body"], 1.5 * LIMIT, 1),
    (["-f", "csv", "--fields", "id,body"], 1.5 * LIMIT, ARTICLES + 1),
    (["-f", "jsonl"], 0, ARTICLES + 1), (["-f", "ids"], 0, ARTICLES),
    (["-f", "trec"], 0, ARTICLES), (["-f", "ris"], 0, 8 * ARTICLES),
    (["-f", "bibtex"], 0, 8 * ARTICLES), (["-f", "csl-json"], 0, ARTICLES + 2),
]


def write_articles(path):
    chance = random.Random(4)
    words = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou"
             for c in "lmnrst"]
    with open(path, "w", encoding="utf-8") as out:
        for number in range(ARTICLES):
            body = " ".join(chance.choices(words, k=WORDS))
            out.write(json.dumps({"title": f"article {number}",
                                  "date": "2021-03-02", "text": body}) + "\n")


def limit_memory():
    resource.setrlimit(resource.RLIMIT_DATA, (LIMIT, LIMIT))


def written(command):
    """Bytes and lines that a command writes under the limit."""
    size = lines = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, preexec_fn=limit_memory) as process:
        while chunk := process.stdout.read(1 << 16):
            size += len(chunk)
            lines += chunk.count(b"\n")
    return size, lines, process.returncode


def main():
    index_program, query_program = sys.argv[1:]
    failures = []
    # A kernel that does not keep the limit would prove nothing.
    control = written([sys.executable, "-c", f"bytearray({2 * LIMIT})"])
    if control[2] == 0:
        print("this system does not limit the memory of a process: skipped")
        return 77
    with tempfile.TemporaryDirectory(prefix="archive-memory-") as name:
        directory = pathlib.Path(name)
        (directory / "news").mkdir()
        write_articles(directory / "news" / "articles.jsonl")
        index = str(directory / "index")
        subprocess.run([index_program, "build", "--db", index, "--quiet",
                        str(directory / "news")], check=True)
        query = [query_program, "--db", index]
        for arguments, least_size, least_lines in EXPORTS:
            size, lines, status = written(
                query + ["*", "-n", "all"] + arguments)
            if status != 0 or size < least_size or lines < least_lines:
                failures.append(f"{arguments}: status {status}, {size} bytes, "
                                f"{lines} lines")
        names = directory / "names"
        names.write_text("*\n" * LINES, "utf-8")
        query_list = query + ["--query-file", str(names), "-n", "all",
                              "-f", "ids"]
        size, lines, status = written(query_list)
        if status != 0 or lines != LINES * ARTICLES:
            failures.append(f"a list: status {status}, {lines} lines")
        # Who has seen enough of it ends it, before the last line is answered.
        with subprocess.Popen(query_list, stdout=subprocess.PIPE,
                              restore_signals=True) as process:
            if not process.stdout.readline().startswith(b"news/"):
                failures.append("a list without a first row")
            process.stdout.close()
            status = process.wait(timeout=60)
        if status != -signal.SIGPIPE:
            failures.append(f"a list that nobody reads: status {status}")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
