#!/usr/bin/env python3
"""Runs transcripts: whole programs, as people use them.

    # a remark
    $ archive-query --count hotline
    5
    [0]

A block begins with a command, `$ ` in front, for bash; what is printed
follows, lines of standard error behind `2> `; the exit status ends it.  In
output, the test's directory is $TMP, the index's id $INDEX_ID, the version
$VERSION, and control characters are written \\r, \\0, \\e.  A line that ends
in ` (re)` is a regular expression.  Commands run where `corpus/` lies, with the
programs in PATH and the corpus indexed, at 10:00 on 15 March 2021.  Files that
were written just now are read at once (settle = 0).

    run.py --bin BIN --corpus CORPUS [--update] FILE...
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

NOW = "1615802400"
STATUS = re.compile(r"^\[(\d+)\]$")


def environment(options, directory):
    told = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS")
            if name in os.environ}
    return told | {
        "PATH": f"{options.bin.resolve()}:{os.environ.get('PATH', '/usr/bin:/bin')}",
        "HOME": str(directory),
        "TMP": str(directory),
        "TMPDIR": str(directory),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "xterm",
        "ARCHIVE_INDEX_DB": str(directory / "index"),
        "ARCHIVE_INDEX_NOW": NOW,
    }


def shown(data, directory, prefix=""):
    text = data.decode("utf-8", "backslashreplace")
    text = text.replace(str(directory), "$TMP")
    text = re.sub(r"\b[0-9a-f]{32}\b", "$INDEX_ID", text)
    text = re.sub(r'("tool":"|archive-query )\d+\.\d+\.\d+',
                  r"\1$VERSION", text)
    for control, name in (("\r", "\\r"), ("\0", "\\0"), ("\033", "\\e")):
        text = text.replace(control, name)
    if not text:
        return []
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    else:
        lines[-1] += "\\"  # no line feed at the end
    return [prefix + line for line in lines]


def blocks(path):
    """Yields (first line number, command or None, lines): None is a remark."""
    command, lines, first = None, [], 0
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if command is None:
            if line.startswith("$ "):
                command, lines, first = line[2:], [], number
            else:
                yield number, None, [line]
        elif STATUS.match(line):
            yield first, command, lines + [line]
            command = None
        else:
            lines.append(line)
    if command is not None:
        sys.exit(f"{path}:{first}: the exit status is missing")


def matches(expected, actual):
    if expected.endswith(" (re)"):
        return re.fullmatch(expected[:-5], actual) is not None
    return expected == actual


def same(expected, actual):
    return len(expected) == len(actual) and all(map(matches, expected, actual))


def run(command, directory, env):
    # bash restores SIGPIPE, which Python ignores.
    done = subprocess.run(
        ["bash", "-c", command], cwd=directory, env=env, capture_output=True,
        stdin=subprocess.DEVNULL, timeout=60, check=False, restore_signals=True)
    return (shown(done.stdout, directory) + shown(done.stderr, directory, "2> ")
            + [f"[{done.returncode}]"])


def run_file(path, directory, env, update):
    out, failures = [], 0
    for number, command, lines in blocks(path):
        if command is None:
            out += lines
            continue
        actual = run(command, directory, env)
        out.append("$ " + command)
        if same(lines, actual):
            out += lines
            continue
        out += actual
        failures += 1
        if not update:
            print(f"{path}:{number}: $ {command}")
            print("\n".join("  - " + line for line in lines))
            print("\n".join("  + " + line for line in actual))
    if update:
        path.write_text("\n".join(out), "utf-8")
        return 0
    return failures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True, type=pathlib.Path)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    failures = 0
    with tempfile.TemporaryDirectory(prefix="archive-cli-") as name:
        directory = pathlib.Path(name).resolve()
        env = environment(options, directory)
        shutil.copytree(options.corpus, directory / "corpus")
        configuration = directory / ".config/archive-index"
        configuration.mkdir(parents=True)
        (configuration / "config.toml").write_text("settle = 0\n")
        subprocess.run(["archive-index", "build", "corpus", "--quiet",
                        "--skip-ok"], cwd=directory, env=env, check=True,
                       stderr=subprocess.DEVNULL)
        for path in options.files:
            failures += run_file(path, directory, env, options.update)
    if failures:
        print(f"{failures} commands printed something else; when that is "
              "right, run again with --update")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
