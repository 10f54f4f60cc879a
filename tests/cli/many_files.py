#!/usr/bin/env python3
"""Very many files in one directory.

    many_files.py ARCHIVE_INDEX ARCHIVE_QUERY [FILES]

All are read; a second run reads none; one that changes, comes or goes is all
that a run looks into.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def main():
    index_program, query_program = sys.argv[1:3]
    files = int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
    with tempfile.TemporaryDirectory(prefix="archive-many-") as name:
        base = pathlib.Path(name)
        news = base / "news"
        news.mkdir()
        for number in range(files):
            (news / f"a{number}.txt").write_text(
                f"Wheat {number}\n\nThe wheat of county {number % 97}.\n")
        environment = {"PATH": os.environ["PATH"], "HOME": name,
                       "ARCHIVE_ENTITY_MODEL": "/nonexistent"}

        def run(*command):
            done = subprocess.run(command, env=environment, capture_output=True,
                                  text=True, check=False)
            if done.returncode != 0:
                sys.exit(f"FAILED: {command}: {done.returncode} {done.stderr}")
            return done.stdout

        def build(expected, *arguments):
            line = run(index_program, "build", "--summary", "--settle", "0",
                       "--db", base / "idx", *arguments)
            counts = re.search(r"\(([\d,]+) new, ([\d,]+) changed, ([\d,]+) "
                               r"removed\) .*\(([\d,]+) indexed", line)
            found = tuple(int(number.replace(",", ""))
                          for number in counts.groups())
            if found != expected:
                sys.exit(f"FAILED: {expected} expected: {line}")

        build((files, 0, 0, files), news)
        build((0, 0, 0, 0))
        (news / "a7.txt").write_text("Barley\n\nBarley in the place of it.\n")
        (news / "new.txt").write_text("Barley\n\nNew barley.\n")
        (news / "a8.txt").unlink()
        build((1, 1, 1, 2))
        counted = run(query_program, "--db", base / "idx", "--count", "wheat")
        if int(counted) != files - 2:
            sys.exit(f"FAILED: {counted} articles of wheat")
        run(index_program, "check", "--db", base / "idx", "--sources")
        print(f"{files:,} files in one directory: read once, and then what "
              "changed")


if __name__ == "__main__":
    main()
