#!/usr/bin/env python3
"""Adds the seconds of a fuzzing run to the table of docs/reliability.md.

Usage: add_fuzz_seconds.py DOCUMENT RESULTS; RESULTS holds lines of target,
seconds, and "passed" or "broken".  The table stands between the marks
<!-- fuzz --> and <!-- end of fuzz -->.
"""
import pathlib
import re
import subprocess
import sys

ROW = re.compile(r"^\| `(\w+)` \| ([\d,]+) \| (\d+) \| (\S+) \|$", re.M)
MARKED = re.compile(r"(<!-- fuzz -->\n).*?(<!-- end of fuzz -->)", re.S)
HEAD = ("| target | seconds of processor time in sum | runs that found something | last commit |\n"
        "| --- | --- | --- | --- |\n")


def main():
    document = pathlib.Path(sys.argv[1])
    text = document.read_text()
    rows = {name: (int(seconds.replace(",", "")), int(found), commit)
            for name, seconds, found, commit in ROW.findall(text)}
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"],
                            check=True, capture_output=True,
                            text=True).stdout.strip()
    for line in pathlib.Path(sys.argv[2]).read_text().splitlines():
        name, seconds, status = line.split()
        before, found, _ = rows.get(name, (0, 0, ""))
        rows[name] = (before + int(seconds), found + (status == "broken"),
                      commit)
    table = HEAD + "".join(
        f"| `{name}` | {seconds:,} | {found} | {commit} |\n"
        for name, (seconds, found, commit) in sorted(rows.items()))
    if not MARKED.search(text):
        sys.exit(f"{document}: no table between the marks")
    document.write_text(MARKED.sub(rf"\g<1>{table}\g<2>", text))


if __name__ == "__main__":
    main()
