#!/usr/bin/env python3
"""How many web pages `archive-index read` reads in a second of one core.

    bench/pages_a_second.py ARCHIVE_INDEX EXTRACTION_DATA

Unpacks the pages of both sets, reads each set five times and takes the best.  The
time is that of the processor, not of the clock, so that a busy machine matters less;
it holds all that `read` does: the page, its dates, the language, the times that it
names, and the printing.  Where page_benchmark is built, it says what extraction alone
takes: the readers, without the analysis of what they yield.
"""
import argparse
import glob
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile

ROUNDS = 5


def unpack(folder, where):
    pages = sorted(glob.glob(os.path.join(folder, "html", "*.gz")))
    size = 0
    for path in pages:
        with gzip.open(path) as page:
            content = page.read()
        size += len(content)
        name = os.path.basename(path).removesuffix(".gz")
        with open(os.path.join(where, name), "wb") as out:
            out.write(content)
    return len(pages), size


def seconds_of(program, where):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "read", where], check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def extracted_a_second(program, where):
    """By page_benchmark, the best of ROUNDS; nothing where it is not built."""
    benchmark = os.path.join(os.path.dirname(program), "page_benchmark")
    if not os.path.exists(benchmark):
        return ""
    ran = subprocess.run([benchmark, where, f"--benchmark_repetitions={ROUNDS}",
                          "--benchmark_format=json"],
                         capture_output=True, text=True, check=True)
    runs = [run for run in json.loads(ran.stdout)["benchmarks"]
            if run["run_type"] == "iteration"]
    found = min(run["articles"] for run in runs)
    if found < 0.9 * len(os.listdir(where)):
        sys.exit(f"{benchmark}: only {found:.0f} articles in {where}")
    return f"{max(run['items_per_second'] for run in runs):.0f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("data")
    arguments = parser.parse_args()
    print("| pages of | pages | KB a page | seconds | pages a second | MB a second "
          "| extraction alone, pages a second |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name in ("scrapinghub", "htmldate"):
        with tempfile.TemporaryDirectory() as where:
            pages, size = unpack(os.path.join(arguments.data, name), where)
            best = min(seconds_of(arguments.program, where) for _ in range(ROUNDS))
            extracted = extracted_a_second(arguments.program, where)
        print(f"| {name} | {pages} | {size / pages / 1000:.0f} | {best:.2f} | "
              f"{pages / best:.0f} | {size / best / 1e6:.0f} | {extracted} |")


if __name__ == "__main__":
    main()
