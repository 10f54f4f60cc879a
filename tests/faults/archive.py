"""A small archive that changes, and the programs that index and ask it.

What the fault tests of this directory share.
"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

NOW = 1615802400  # 2021-03-15 10:00 UTC


class Programs:
    """archive-index and archive-query of a build, in an environment of ours."""

    def __init__(self, binaries, directory):
        self.binaries = pathlib.Path(binaries).resolve()
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8",
            "HOME": str(directory), "TZ": "UTC", "ARCHIVE_INDEX_NOW": str(NOW),
            # No model of names: a run takes milliseconds.
            "ARCHIVE_ENTITY_MODEL": "/nonexistent",
        }
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def run(self, program, *arguments, environment=None, before=None):
        return subprocess.run(
            [self.binaries / program, *map(str, arguments)],
            env=self.environment | (environment or {}), capture_output=True,
            text=True, errors="backslashreplace", timeout=300, check=False,
            stdin=subprocess.DEVNULL, preexec_fn=before)

    def build(self, index, *arguments, environment=None, before=None):
        return self.run("archive-index", "build", "--quiet", "--settle", 0,
                        "--threads", 1, "--db", index, *arguments,
                        environment=environment, before=before)

    def contents(self, index):
        """All that the index says of each article, by id; None: no index."""
        done = self.run("archive-query", "--db", index, "*", "--format",
                        "jsonl", "-n", "all")
        if done.returncode == 66:
            return None
        if done.returncode not in (0, 1):
            raise AssertionError(f"query: {done.returncode} {done.stderr}")
        articles = {}
        for line in done.stdout.splitlines():
            article = json.loads(line)
            if "id" not in article:
                continue
            assert article["id"] not in articles, f"{article['id']} twice"
            articles[article["id"]] = json.dumps(
                {key: value for key, value in article.items()
                 if key not in ("generation", "index", "index_id", "revision",
                                "score", "rank", "n")}, sort_keys=True)
        return articles

    def check(self, index):
        """What is wrong with the index; "" when nothing is."""
        done = self.run("archive-index", "check", "--db", index)
        return "" if done.returncode == 0 else done.stdout + done.stderr


class News:
    """Files in a directory that change from step to step."""

    def __init__(self, directory):
        self.directory = pathlib.Path(directory)
        for number in range(12):
            self.write(number, 0)

    def write(self, number, step):
        path = self.directory / f"d{number % 3}" / f"a{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Harvest {number} as of {step}\n\nThe county of "
                        f"{number % 7} had wheat in year {step}.\n")

    def step(self, step):
        for number in range(3):
            self.write((step * 5 + number) % 12, step)
        gone = (step * 7 + 3) % 12
        (self.directory / f"d{gone % 3}" / f"a{gone}.txt").unlink(missing_ok=True)
        self.write(100 + step, step)
        (self.directory / "lines.jsonl").write_text(
            f'{{"title":"Line {step}","text":"First of two."}}\n'
            f'{{"title":"Other line","text":"Second {step}"}}\n')


def scratch():
    """A directory in memory where there is one: what is synced costs nothing."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    return tempfile.TemporaryDirectory(prefix="archive-faults-", dir=memory)


def copy(source, target):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


def seed_from(text):
    """The seed of a run, printed, so that it can be had again."""
    seed = int(text) if text else random.SystemRandom().randrange(10**9)
    print(f"seed {seed}", flush=True)
    return random.Random(seed)


def fail(message):
    sys.exit(f"FAILED: {message}")
