#!/usr/bin/env python3
"""Readers in a loop while a writer publishes as fast as it can.

    readers.py BIN SECONDS [SEED]

The writer changes every file in each step, so that all articles of one revision
speak of the same number: a reader that meets two numbers, or not all articles,
has read a mixed revision.  Some readers export everything, others count, rank
and ask for facets.  Each is held within limits of open files and of memory.
"""
import re
import resource
import sys
import threading
import time

import archive

FILES = 60
READERS = 8
MOST_OPEN_FILES = 128
MOST_MEMORY = 2 << 30  # of addresses: segments are mapped

QUESTIONS = (
    ("export", ["wheat", "--format", "jsonl", "-n", "all"]),
    ("export", ["*", "--format", "csv", "-n", "all", "--sort", "oldest"]),
    ("count", ["--count", "wheat"]),
    ("rank", ["harvest AND wheat", "-n", "5"]),
    ("facet", ["wheat", "--facet", "lang:5"]),
)


def limits(is_sanitized):
    def apply():
        resource.setrlimit(resource.RLIMIT_NOFILE,
                           (MOST_OPEN_FILES, MOST_OPEN_FILES))
        if not is_sanitized:
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    return apply


class Loop:
    def __init__(self, programs, directory, end):
        self.programs, self.end = programs, end
        self.news, self.index = directory / "news", directory / "index"
        self.wrong = []
        self.answers = dict.fromkeys(("export", "count", "rank", "facet"), 0)
        self.generations = 0
        self.lock = threading.Lock()

    def goes_on(self):
        return not self.wrong and time.monotonic() < self.end

    def write(self, number):
        self.news.mkdir(exist_ok=True)
        for file in range(FILES):
            (self.news / f"a{file}.txt").write_text(
                f"Harvest {file}\n\nThe wheat of revision r{number}x was sold, "
                f"and the county of {file % 7} had more of it.\n")
        done = self.programs.build(self.index, self.news)
        if done.returncode != 0:
            self.wrong.append(f"build: {done.returncode} {done.stderr}")

    def writer(self):
        number = 1
        while self.goes_on():
            number += 1
            self.write(number)
            self.generations += 1

    def reader(self, random):
        while self.goes_on():
            kind, question = random.choice(QUESTIONS)
            done = self.programs.run(
                "archive-query", "--db", self.index, *question,
                before=limits("ASAN_OPTIONS" in self.programs.environment))
            if done.returncode != 0:
                self.wrong.append(f"{question}: {done.returncode} {done.stderr}")
            mistake = mixed(kind, done.stdout)
            if mistake:
                self.wrong.append(f"{question}: {mistake}")
            with self.lock:
                self.answers[kind] += 1


def mixed(kind, out):
    """What is wrong with an answer; "" when it is of one revision, whole."""
    revisions = set(re.findall(r"r\d+x", out))
    if kind == "export" and len(revisions) > 1:
        return f"revisions {sorted(revisions)} in one answer"
    if kind == "export" and len(set(re.findall(r"news/a\d+\.txt", out))) != FILES:
        return "not all articles"
    if kind == "count" and out.strip() != str(FILES):
        return f"{out.strip()} articles"
    if kind in ("rank", "facet") and not out.startswith(f"{FILES} articles"):
        return out.splitlines()[0] if out else "nothing"
    return ""


def main():
    binaries, seconds = sys.argv[1], float(sys.argv[2])
    random = archive.seed_from(sys.argv[3] if len(sys.argv) > 3 else "")
    with archive.scratch() as name:
        directory = archive.pathlib.Path(name).resolve()
        loop = Loop(archive.Programs(binaries, directory), directory,
                    time.monotonic() + seconds)
        loop.write(1)
        threads = [threading.Thread(target=loop.writer)]
        for _ in range(READERS):
            own = archive.random.Random(random.randrange(10**9))
            threads.append(threading.Thread(target=loop.reader, args=(own,)))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if loop.wrong:
        archive.fail("; ".join(loop.wrong[:3]))
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{sum(loop.answers.values())} answers "
          f"({', '.join(f'{n} {k}' for k, n in loop.answers.items())}) of "
          f"{READERS} readers during {loop.generations} runs in "
          f"{seconds:.0f} s; largest process {most // 1024} MiB")
    assert loop.generations > 1 and loop.answers["export"] > 0


if __name__ == "__main__":
    main()
