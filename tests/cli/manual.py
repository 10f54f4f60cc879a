#!/usr/bin/env python3
"""The manual pages render without a warning and tell of everything.

Usage: manual.py BIN

Every option of --help, every exit status, field and operator must stand on its
page, as a terminal shows it.  Exits with 77 (skipped) where man is missing.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
PAGES = [("archive-query", "man", "archive-query.1"),
         ("archive-query", "man-syntax", "archive-query-syntax.7"),
         ("archive-index", "man", "archive-index.1"),
         ("archive-index", "man-formats", "archive-index-formats.7")]
RENDERERS = [["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"],
             ["groff", "-man", "-ww", "-Tutf8"]]
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "200",
               "MAN_KEEP_FORMATTING": "", "TERM": "dumb"}


def run(*command):
    """What a command prints; ends the test when it warns or fails."""
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60,
                         check=False, env=ENVIRONMENT)
    if ran.returncode != 0 or ran.stderr:
        sys.exit(f"{' '.join(map(str, command))}: status {ran.returncode}\n"
                 f"{ran.stderr}")
    return ran.stdout


def render(path):
    """The page as a terminal of 200 columns shows it, without bold type."""
    for command in RENDERERS:
        run(*command, path)
    return run("man", "-E", "UTF-8", "-l", "-P", "cat", path)


def expect_all(words, text, where):
    missing = [word for word in words if word not in text]
    if missing or not words:
        sys.exit(f"{where} does not tell of {missing or 'anything'}")
    return len(words)


def options_of(help_text):
    """Names of options in a --help: -n,--limit N, --db DIR."""
    names = []
    for line in help_text.splitlines():
        match = re.match(r" {2}((?:-[\w-]+,? ?)+)", line)
        if match:
            names += re.findall(r"--?[\w-]+", match[1])
    return names


def first_words(text):
    return [line.split()[0] for line in text.splitlines()
            if line and not line.startswith(" ")]


def main():
    programs = pathlib.Path(sys.argv[1])
    missing = [tool[0] for tool in RENDERERS if shutil.which(tool[0]) is None]
    if missing:
        print(f"skipped: {', '.join(missing)} missing; "
              "install the package man-db")
        return SKIPPED
    query, index = programs / "archive-query", programs / "archive-index"
    with tempfile.TemporaryDirectory() as directory:
        pages = {}
        for program, what, name in PAGES:
            path = pathlib.Path(directory) / name
            path.write_text(run(programs / program, "--generate", what),
                            "utf-8")
            pages[name] = render(path)
            for heading in ("NAME", "SEE ALSO"):
                expect_all([heading], pages[name], name)
        count = expect_all(options_of(run(query, "--help")),
                           pages["archive-query.1"], "archive-query(1)")
        count += expect_all(options_of(run(index, "--help")),
                            pages["archive-index.1"], "archive-index(1)")
        syntax = pages["archive-query-syntax.7"]
        fields = first_words(run(query, "--list-fields"))
        expect_all([f"\n       {field}" for field in fields], syntax,
                   "archive-query-syntax(7)")
        count += expect_all([f"\n   {name}" for name
                             in first_words(run(index, "formats"))],
                            pages["archive-index-formats.7"],
                            "archive-index-formats(7)")
        operators = [line[2:].split("  ")[0].strip() for line
                     in run(query, "--list-operators").splitlines()]
        expect_all(operators, syntax, "archive-query-syntax(7)")
        # What --help-syntax says, line by line: the usage and what it means.
        told = re.findall(r"^  (\S.{0,20}?) +(\S.*)$",
                          run(query, "--help-syntax"), re.MULTILINE)
        expect_all([row[0] for row in told], syntax, "archive-query-syntax(7)")
        examples = [line.strip() for line in run(query, "-h").splitlines()
                    if line.startswith("  archive-query ")]
        expect_all(examples, pages["archive-query.1"], "archive-query(1)")
        for page in ("archive-query.1", "archive-index.1"):
            expect_all(["\n       0 ", "\n       2 ", "\n       66 "],
                       pages[page], page)
    print(f"{len(PAGES)} pages, {count} options, {len(fields)} fields, "
          f"{len(operators)} operators")
    return 0


if __name__ == "__main__":
    sys.exit(main())
