#!/usr/bin/env python3
"""Runs archive-query on a terminal: colours, the pager, and what a pipe gets.

Usage: terminal.py BIN CORPUS
"""
import os
import pathlib
import pty
import subprocess
import sys
import tempfile

NOW = "1615802400"
PAGED = "-- paged --"
OTHER = "-- the other pager --"
BOLD = "\033["
# What is asked, on what, in which environment; what must be printed, what must
# not, and the exit status.  PAGER prints PAGED in front of what it is given.
TERMINAL, PIPE = "terminal", "pipe"
ROWS = [
    (["hotline"], TERMINAL, {}, [PAGED, BOLD, "5 articles"], ["«"], 0),
    (["hotline"], PIPE, {}, ["5 articles"], [PAGED, BOLD, "«"], 0),
    (["hotline"], PIPE, {"FORCE_COLOR": "1"}, [BOLD], [PAGED], 0),
    (["hotline", "--color=always"], PIPE, {}, [BOLD], [PAGED], 0),
    (["hotline", "--color=never"], TERMINAL, {}, [PAGED, "«"], [BOLD], 0),
    (["hotline", "--no-pager"], TERMINAL, {}, [BOLD], [PAGED], 0),
    (["hotline", "--plain"], TERMINAL, {}, ["«hotlines»"], [PAGED, BOLD], 0),
    (["hotline"], TERMINAL, {"NO_COLOR": "1"}, [PAGED, "«"], [BOLD], 0),
    (["hotline"], TERMINAL, {"TERM": "dumb"}, ["«"], [PAGED, BOLD], 0),
    (["hotline"], TERMINAL, {"ARCHIVE_PAGER": "OTHER"}, [OTHER, BOLD],
     [PAGED], 0),
    (["hotline"], TERMINAL, {"ARCHIVE_PAGER": ""}, [BOLD], [PAGED, OTHER], 0),
    (["hotline"], TERMINAL, {"PAGER": "cat"}, [BOLD], [PAGED], 0),
    (["hotline"], TERMINAL, {"PAGER": "no-such-pager -x"}, [BOLD], [PAGED], 0),
    (["hotline", "-f", "json"], TERMINAL, {}, [PAGED, '"total":5'], [BOLD], 0),
    (["--count", "hotline"], TERMINAL, {}, ["5"], [PAGED], 0),
    (["nosuchname"], TERMINAL, {}, ["no articles"], [PAGED], 1),
    (["(hotline"], TERMINAL, {}, ["never closed"], [PAGED], 2),
    (["--show", "corpus/feeds/courier.jsonl#3"], TERMINAL, {}, [PAGED], [], 0),
    (["--query-file", "QUERIES"], TERMINAL, {}, [PAGED, "== line 1"], [], 0),
    # Who leaves the pager has seen enough.
    (["*", "-n", "all", "-f", "jsonl", "--fields", "body"], TERMINAL,
     {"PAGER": "head -n 1"}, ['"kind":"answer"'], ['"kind":"hit"'], 0),
]


def read_all(terminal):
    data = b""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # the other side is closed
            return data
        if not chunk:
            return data
        data += chunk


def run(command, where, environment):
    if where == PIPE:
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False)
        return done.stdout + done.stderr, done.returncode
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL,
                          stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        data = read_all(ours)
        status = process.wait(timeout=60)
    os.close(ours)
    return data, status


def pager(directory, name, mark):
    path = directory / name
    path.write_text(f"#!/bin/sh\necho '{mark}'\ncat\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def main():
    bin_directory, corpus = sys.argv[1:]
    failures = 0
    with tempfile.TemporaryDirectory(prefix="archive-terminal-") as name:
        directory = pathlib.Path(name)
        queries = directory / "queries"
        queries.write_text("hotline\nkorea\n", "utf-8")
        pagers = {"OTHER": pager(directory, "other", OTHER)}
        usual = {
            "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm",
            "COLUMNS": "80", "ARCHIVE_INDEX_NOW": NOW,
            "ARCHIVE_INDEX_DB": str(directory / "index"),
            "PAGER": pager(directory, "pager", PAGED)}
        subprocess.run([f"{bin_directory}/archive-index", "build", corpus,
                        "--quiet", "--skip-ok"], env=usual, check=True,
                       stderr=subprocess.DEVNULL)
        for arguments, where, changes, wanted, unwanted, status in ROWS:
            environment = {**usual, **{key: pagers.get(value, value)
                                       for key, value in changes.items()}}
            command = [f"{bin_directory}/archive-query"] + [
                str(queries) if word == "QUERIES" else word
                for word in arguments]
            data, got = run(command, where, environment)
            text = data.decode("utf-8", "replace")
            wrong = ([f"no {part!r}" for part in wanted if part not in text]
                     + [f"a {part!r}" for part in unwanted if part in text])
            if got != status:
                wrong.append(f"status {got}, not {status}")
            if wrong:
                failures += 1
                print(f"{arguments} {where} {changes}: {', '.join(wrong)}")
                print("    " + repr(text[:400]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
