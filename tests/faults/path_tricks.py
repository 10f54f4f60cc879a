#!/usr/bin/env python3
"""Names and texts that want out: of the directory, of the line, of the page.

    path_tricks.py BIN

An archive is made of tricks: links out of it, to nothing and to themselves,
members of archives called ../../x and /etc/x, names and titles with escape
sequences, line feeds, marks of direction and bytes that are not UTF-8.
Whatever is asked of it: nothing outside is read or written, and nothing that a
terminal would obey is printed.
"""
import io
import json
import os
import pathlib
import pty
import re
import sys
import tarfile
import zipfile

import archive

SECRET = "quokka"  # stands outside alone
CLEAR = "\033[2J\033]0;owned\007"
EVIL = [f"esc{CLEAR}", "c1\u009b31m", "rtl\u202etxt", "two\nlines", "tab\tcr\r",
        "bell\a", "del\x7f"]
# Formats that give programs each byte of a value.
EXACT = ("csv", "tsv", "paths")
# Colours are ours, and none of these commands on a terminal has them forbidden.
OURS = re.compile(r"\x1b\[[0-9;]*[mK]")
# What changes a terminal, or the order of what is read: C0 but for line feeds,
# DEL, C1, and the marks of direction.
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def article(name):
    return f"{name}\n\nBy {name}\n\nWombats of {name} live here.\n"


def make_tricks(root, outside):
    """The archive under `root`; `outside` is never to be read."""
    root.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text(f"The {SECRET}\n\nA {SECRET} text.\n")
    (root / "plain.txt").write_text(article("plain"))
    for number, evil in enumerate(EVIL):
        (root / f"{evil}{number}.txt").write_text(article(evil))
        directory = root / f"d{evil}"
        directory.mkdir()
        (directory / "in.txt").write_text(article("inside"))
        (root / f"page{number}.html").write_text(
            f"<html><head><title>{evil} wombats</title><meta name=author "
            f"content='{evil}'></head><body><article><h1>{evil} wombats</h1>"
            f"<p>{'Wombats of ' + evil + ' live here. ' * 9}</p></article>")
        (root / f"bad{evil}{number}.jsonl").write_text('{"title":\n')
    (root / "lines.jsonl").write_text("".join(
        json.dumps({"title": evil, "text": f"Wombats, {evil}.", "author": evil,
                    "section": evil, "source": evil, "keywords": [evil],
                    "url": f"https://a.example/{evil}", "id": evil}) + "\n"
        for evil in EVIL))
    with open(os.fsencode(root) + b"/latin-\xe9\xff.txt", "wb") as file:
        file.write(b"Latin wombats\n\nWombats of a name.\n")
    (root / "mail.eml").write_bytes(
        b"From: =?utf-8?q?esc=1B=5B2J?= <a@b.example>\r\n"
        b"Subject: =?utf-8?q?wombats=1B=5D0;owned=07?=\r\n"
        b"Date: Tue, 02 Mar 2021 10:00:00 +0000\r\n\r\nWombats.\r\n")
    for name, target in {"file": outside / "secret.txt", "dir": outside,
                         "up": "..", "self": "self", "nothing": "nowhere",
                         "loop": ".", "esc\033[2J": "/etc/passwd",
                         "root": "/"}.items():
        (root / f"link-{name}").symlink_to(target)
    make_archives(root, outside)


def make_archives(root, outside):
    names = ["../../up.txt", "/etc/wombat.txt", "a/../../../b.txt",
             f"esc{CLEAR}.txt", "..\\..\\c.txt", "C:\\d.txt", "e\nf.txt"]
    with zipfile.ZipFile(root / "tricks.zip", "w") as packed:
        for name in names:
            packed.writestr(name, article("packed"))
    with tarfile.open(root / "tricks.tar", "w") as packed:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = len(article("packed"))
            packed.addfile(member, io.BytesIO(article("packed").encode()))
        for kind, target in ((tarfile.SYMTYPE, str(outside / "secret.txt")),
                             (tarfile.LNKTYPE, "/etc/passwd"),
                             (tarfile.CHRTYPE, ""), (tarfile.FIFOTYPE, "")):
            member = tarfile.TarInfo(f"link{kind.decode()}.txt")
            member.type, member.linkname = kind, target
            packed.addfile(member)


def tree(directory):
    """Each file below, and what is in it: what must not change."""
    return {os.fsencode(path): (path.read_bytes() if path.is_file() else None)
            for path in directory.rglob("*")}


def on_terminal(programs, program, arguments):
    """What a terminal gets."""
    pid, terminal = pty.fork()
    if pid == 0:
        environment = programs.environment | {"TERM": "xterm", "PAGER": "cat",
                                              "ARCHIVE_PAGER": "cat"}
        os.execve(programs.binaries / program,
                  [program, *map(str, arguments)], environment)
    out = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not piece:
            break
        out += piece
    os.close(terminal)
    os.waitpid(pid, 0)
    return out.decode("utf-8", "surrogateescape").replace("\r\n", "\n")


def obeyed(text):
    return sorted({match[0] for match in OBEYED.finditer(
        OURS.sub("", text).replace("\r", ""))}, key=ord)


def commands(index, root):
    query = [["wombats", "-n", "all"], ["wombats", "--kwic"],
             ["wombats", "--facet", "byline:all", "--facet", "keyword:all",
              "--facet", "section:all", "--facet", "source:all"],
             ["wombats", "--timeline"], ["wombats", "--coverage"],
             ["wombats", "--distinctive"], ["wombats", "--explain"],
             ["--show", "news/plain.txt"], [f"esc{CLEAR} (wombats"],
             [f"nofield{CLEAR}:x"], [f"id:\"{CLEAR}\""], ["zzz" + EVIL[2]]]
    query += [["wombats", "-n", "all", "-f", name]
              for name in ("text", "line", "csv", "tsv", "json", "jsonl", "ids",
                           "paths", "ris", "bibtex", "csl-json", "trec")]
    for arguments in query:
        yield "archive-query", ["--db", index, *arguments]
    for arguments in (["status"], ["files", "--all"], ["files", "--failed"],
                      ["status", "--json"], ["files", "--json", "--all"],
                      ["check"], ["entities", "list"],
                      ["build", "--settle", "0"], ["forget", f"x{CLEAR}"],
                      ["build", f"none{CLEAR}"]):
        yield "archive-index", [*arguments, "--db", index]
    for path in sorted(root.iterdir()):
        if path.name.startswith("link-"):
            continue  # who names a link means what it leads to
        yield "archive-index", ["read", path]
    yield "archive-index", ["read", root / f"gone{CLEAR}"]


def main():
    with archive.scratch() as name:
        directory = pathlib.Path(name).resolve()
        programs = archive.Programs(sys.argv[1], directory)
        root, outside = directory / "in" / "news", directory / "outside"
        (directory / "in").mkdir()
        make_tricks(root, outside)
        before = tree(root), tree(outside)
        index = directory / "index"
        log = directory / "build.log"
        done = programs.build(index, root, "--log", log)
        if done.returncode != 3:  # the bad*.jsonl
            archive.fail(f"build: {done.returncode} {done.stderr}")
        checked = 0
        for program, arguments in commands(index, root):
            told = programs.run(program, *arguments)
            seen = on_terminal(programs, program, arguments)
            # Programs get names as they are, people never do.
            is_exact = arguments[-1] in EXACT
            for text in ("" if is_exact else told.stdout, told.stderr, seen):
                if obeyed(text):
                    archive.fail(f"{program} {arguments}: {obeyed(text)} in "
                                 f"{text!r}")
            if SECRET in told.stdout + told.stderr + seen:
                archive.fail(f"{program} {arguments} has read outside")
            if told.returncode == 70 or told.returncode < 0:
                archive.fail(f"{program} {arguments}: {told.stderr}")
            checked += 1
        for text in (done.stderr, log.read_text()):
            if obeyed(text):
                archive.fail(f"build: {obeyed(text)} in {text!r}")
        lines = log.read_text().splitlines()
        assert all(line.startswith("2021-03-15T10:00:00Z ") for line in lines)
        if programs.run("archive-query", "--db", index, "--count",
                        SECRET).stdout != "0\n":
            archive.fail("what is outside is in the index")
        if (tree(root), tree(outside)) != before:
            archive.fail("something was written outside the index")
        left = sorted(path.name for path in directory.iterdir())
        assert left == ["build.log", "in", "index", "outside"], left
        print(f"{checked} commands, on a terminal and not: nothing to obey")


if __name__ == "__main__":
    main()
