"""What the scripts of this folder share: where programs and data lie, runs of
several commands side by side, and tables in the documents."""
import argparse
import datetime
import os
import pathlib
import re
import resource
import subprocess
import sys
import time

SKIPPED = 77
ROOT = pathlib.Path(__file__).resolve().parent.parent


def skip(reason):
    """Ends the script in plain words: what it needs is not on this machine."""
    print(f"{pathlib.Path(sys.argv[0]).name}: skipped: {reason}",
          file=sys.stderr)
    sys.exit(SKIPPED)


def read_options(document, needs=None, add=None):
    """The options that all scripts have; `needs` is a folder of SHARED that must
    be there, `add` takes the parser for more."""
    parser = argparse.ArgumentParser(
        description=document, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=pathlib.Path,
                        default=ROOT / "build/release/bin")
    parser.add_argument("--shared", type=pathlib.Path,
                        default=ROOT.parent / "shared")
    parser.add_argument("--write", type=pathlib.Path, metavar="FILE",
                        help="put the table into FILE, between its markers")
    if add:
        add(parser)
    options = parser.parse_args()
    if needs and not (options.shared / needs).exists():
        skip(f"there is no {options.shared / needs}")
    if not (options.bin / "archive-query").exists():
        skip(f"there is no archive-query in {options.bin}; --bin says where")
    return options


def seconds_of(command, accepted=(0, 1), **streams):
    """Wall seconds of one run; a status that is not accepted ends the script."""
    begin = time.perf_counter()
    ran = subprocess.run(command, check=False, stdout=subprocess.DEVNULL,
                         **streams)
    seconds = time.perf_counter() - begin
    if ran.returncode not in accepted:
        sys.exit(f"{command}: status {ran.returncode}")
    return seconds


def processor_seconds_of(command, accepted=(0, 1), **streams):
    """Seconds of processor time of one run, which others on the machine do not
    change much."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds_of(command, accepted, **streams)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime
            - before.ru_utime - before.ru_stime)


def interleaved(runs, rounds):
    """Seconds of each of `runs` (functions by name, that return seconds), asked
    in turn so that a busy machine is as hard on one as on another."""
    seconds = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            seconds[name].append(run())
    return seconds


def markdown_table(head, rows):
    """The first column is words, the others numbers."""
    lines = ["| " + " | ".join(head) + " |",
             "| --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def circumstances():
    """Machine, date and commit, for under a table."""
    model = re.search(r"model name\s*: (.*)",
                      pathlib.Path("/proc/cpuinfo").read_text())
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always",
                             "--dirty"], capture_output=True, text=True,
                            check=False).stdout.strip()
    return (f"{os.cpu_count()} cores ({model[1].strip() if model else '?'}), "
            f"{datetime.date.today()}, commit {commit or '?'}, load "
            f"{os.getloadavg()[0]:.1f} at the end.")


def write_between(path, key, table):
    """Puts a table between `<!-- KEY: … -->` and `<!-- /KEY -->`."""
    text = path.read_text(encoding="utf-8")
    marked = re.compile(rf"(<!-- {key}:[^\n]*-->\n).*?(<!-- /{key} -->)", re.S)
    if not marked.search(text):
        sys.exit(f"{path} has no markers for {key}")
    path.write_text(marked.sub(lambda m: m[1] + table + "\n" + m[2], text),
                    encoding="utf-8")


def show(options, key, table):
    """Prints it, and writes it where --write says."""
    print(table)
    if options.write:
        write_between(options.write, key, table)
