#!/usr/bin/env python3
"""README.md shows what the programs print.

Every line that begins with four spaces and `$ ` is a command; what follows,
up to the next command or the end of the block, is what a terminal of 80 columns
without colours shows.  All commands run one after the other, where README.md
lies, with the programs in PATH and an index of their own.  Seconds may differ.
The clock stands at 10:00 on 15 March 2021; `sleep 15m` moves it on.
Every other indented line that stands alone is a script of the project: it must
be there and be executable (CI runs them).

    readme.py README BIN [--update]
"""
import os
import pathlib
import pty
import re
import shutil
import sys
import tempfile

SECONDS = re.compile(r"\bin [\d.e-]+ s\b|\([\d.e-]+ s\)")
# What a terminal no longer shows: the progress bar of a slow machine is drawn
# over, and its line cleared before anything else is printed on it.
DRAWN_OVER = re.compile(r"[^\n]*\r(?!\n)|\x1b\[K")


def blocks(lines):
    """(first line of the output, end, command) of every command."""
    found = []
    for number, line in enumerate(lines):
        if not line.startswith("    $ "):
            continue
        end = number + 1
        while end < len(lines) and not lines[end].startswith("    $ ") and (
                lines[end].startswith("    ") or not lines[end].strip()):
            end += 1
        while end > number + 1 and not lines[end - 1].strip():
            end -= 1
        found.append((number + 1, end, line[6:]))
    return found


def run(command, environment, where):
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(where)
        os.execvpe("bash", ["bash", "-c", command], environment)
    output = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not piece:
            break
        output += piece
    os.close(terminal)
    os.waitpid(pid, 0)
    text = DRAWN_OVER.sub("", output.decode().replace("\r\n", "\n"))
    if not text.strip():
        return []
    return [("    " + line).rstrip() for line in text.rstrip("\n").split("\n")]


def main():
    readme, binaries = pathlib.Path(sys.argv[1]), sys.argv[2]
    directory = tempfile.mkdtemp(prefix="archive-readme-")
    environment = {
        "PATH": f"{binaries}:{os.environ.get('PATH', '/usr/bin:/bin')}",
        "HOME": directory, "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm",
        "COLUMNS": "80", "NO_COLOR": "1", "ARCHIVE_PAGER": "cat",
        "ARCHIVE_INDEX_DB": directory + "/index",
        "ARCHIVE_INDEX_NOW": "1615802400",
    }
    lines = readme.read_text().split("\n")
    commands = blocks(lines)
    wrong = 0
    printed_by = []
    for begin, end, command in commands:
        minutes = re.fullmatch(r"sleep (\d+)m", command)
        if minutes:
            now = int(environment["ARCHIVE_INDEX_NOW"]) + 60 * int(minutes[1])
            environment["ARCHIVE_INDEX_NOW"] = str(now)
        printed_by.append((begin, end, (
            command,
            [] if minutes else run(command, environment, readme.parent))))
    for begin, end, command in reversed(printed_by):
        text, printed = command
        wanted = [line.rstrip() for line in lines[begin:end]]
        if [SECONDS.sub("", l) for l in printed] == [
                SECONDS.sub("", l) for l in wanted]:
            continue
        wrong += 1
        print(f"{readme.name}:{begin}: {text}\nprints\n" + "\n".join(printed))
        lines[begin:end] = printed
    shutil.rmtree(directory)
    if "--update" in sys.argv:
        readme.write_text("\n".join(lines))
        return 0
    scripts = [line.strip() for line in lines if line.startswith("    scripts/")]
    for script in scripts:
        if not os.access(readme.parent / script, os.X_OK):
            wrong += 1
            print(f"{script} is not there, or cannot be run")
    if len(commands) < 4 or len(scripts) < 2:
        wrong += 1
        print("README.md shows too little")
    print(f"{len(commands)} commands, {len(scripts)} scripts, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
