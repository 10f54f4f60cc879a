#!/usr/bin/env python3
"""A disk that fails, at every call: full, broken, slow, cut short.

    faults.py BIN SHIM SHARE [SEED]

An index is brought up to date while the N-th call under it fails, for every N
(or every SHARE-th one, from a random first).  Whatever fails: the run says so,
with the right status; readers see what was published before, or what this run
published, whole; and the next run ends as an undisturbed one would.
"""
import pathlib
import resource
import signal
import sys

import archive

# What is broken -> what the run must say.  It ends with 74; or with 0 when what
# failed was the record of the run, behind the publication.
BROKEN = {"enospc": "No space left on device", "edquot": "quota exceeded",
          "eio": "Input/output error", "erofs": "Read-only file system",
          "eacces": "Permission denied"}
HARMLESS = ("eintr", "short", "readshort")


class Trial:
    def __init__(self, programs, shim, directory):
        self.programs, self.shim = programs, shim
        self.news = archive.News(directory / "news")
        self.base, self.index = directory / "base", directory / "index"
        self.hits = directory / "hits"
        self.settled(programs.build(self.base, self.news.directory))
        for step in (1, 2):
            self.news.step(step)
            self.settled(programs.build(self.base))
        self.before = programs.contents(self.base)
        self.news.step(3)
        fresh = directory / "fresh"
        self.settled(programs.build(fresh, self.news.directory))
        self.after = programs.contents(fresh)
        assert self.before != self.after and len(self.after) > 10

    @staticmethod
    def settled(done):
        if done.returncode != 0:
            archive.fail(f"undisturbed run: {done.returncode} {done.stderr}")

    def faulty(self, kind, number, concerns=None, fresh_index=False):
        """Runs once with the fault; (how it ended, what was hit)."""
        if fresh_index:
            archive.shutil.rmtree(self.index, ignore_errors=True)
            self.index.mkdir()
        else:
            archive.copy(self.base, self.index)
        self.hits.unlink(missing_ok=True)
        done = self.programs.build(
            self.index, self.news.directory,
            environment={"LD_PRELOAD": str(self.shim), "FAULT_KIND": kind,
                         "FAULT_DIR": str(concerns or self.index),
                         "FAULT_AT": str(number),
                         "FAULT_HITS": str(self.hits)})
        hit = self.hits.read_text() if self.hits.exists() else ""
        return done, hit

    def calls(self, fresh_index=False):
        done, counted = self.faulty("count", 0, fresh_index=fresh_index)
        self.settled(done)
        return int(counted)

    def judge(self, what, done, statuses, allowed, reason=""):
        if done.returncode not in statuses:
            archive.fail(f"{what}: status {done.returncode}: {done.stderr}")
        if done.returncode == 74 and (
                not done.stderr.startswith("archive-index: ")
                # Xapian does not always tell the reason.
                or not (reason in done.stderr or "see to the disk" in done.stderr)
                or "--fresh" in done.stderr):
            archive.fail(f"{what}: unclear: {done.stderr}")
        self.whole(what, allowed)
        again = self.programs.build(self.index, self.news.directory)
        if again.returncode != 0:
            archive.fail(f"{what}: next run: {again.returncode} {again.stderr}")
        self.whole(what + ", next run", [self.after])

    def whole(self, what, allowed):
        try:
            found = self.programs.contents(self.index)
        except AssertionError as error:
            archive.fail(f"{what}: {error}")
        if found not in allowed:
            archive.fail(f"{what}: readers see neither the old nor the new")
        wrong = found is not None and self.programs.check(self.index)
        if wrong:
            archive.fail(f"{what}: {wrong}")

    def broken(self, kind, numbers, fresh_index):
        hits = 0
        for number in numbers:
            done, hit = self.faulty(kind, number, fresh_index=fresh_index)
            if not hit:
                continue  # a call that this kind lets pass
            hits += 1
            before = None if fresh_index else self.before
            self.judge(f"{kind} at call {number} ({hit.splitlines()[0]})", done,
                       (74, 0), [before, self.after], BROKEN[kind])
        return hits


def limit_size(size):
    def apply():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    return apply


def limited(trial):
    """A limit on the size of files, from nothing to what is enough."""
    failed = 0
    for size in (0, 100, 4096, 8192, 20000, 40000, 100000, 10**7):
        archive.copy(trial.base, trial.index)
        done = trial.programs.build(trial.index, before=limit_size(size))
        trial.judge(f"files of at most {size} bytes", done, (74, 0),
                    [trial.before, trial.after], "File too large")
        failed += done.returncode != 0
    assert 0 < failed < 8, f"{failed} of 8 limits were met"
    return failed


def unreadable(trial, numbers):
    """A read of a source file fails: it is told, and read the next time."""
    hits = 0
    for number in numbers:
        done, hit = trial.faulty("readeio", number, trial.news.directory)
        if not hit:
            break
        hits += 1
        if done.returncode != 3 or "failed: news/" not in done.stderr:
            archive.fail(f"read {number}: {done.returncode} {done.stderr}")
        again = trial.programs.build(trial.index)
        if again.returncode != 0:
            archive.fail(f"read {number}: next: {again.stderr}")
        trial.whole(f"read {number}, next run", [trial.after])
    return hits


def main():
    binaries, shim, share = sys.argv[1:4]
    random = archive.seed_from(sys.argv[4] if len(sys.argv) > 4 else "")
    share = int(share)
    with archive.scratch() as name:
        directory = pathlib.Path(name).resolve()
        trial = Trial(archive.Programs(binaries, directory),
                      pathlib.Path(shim).resolve(), directory)
        for fresh_index in (False, True):
            calls = trial.calls(fresh_index)
            assert calls > 50, f"only {calls} calls seen: is the shim loaded?"
            for kind in BROKEN:
                numbers = range(1 + random.randrange(share), calls + 1, share)
                hits = trial.broken(kind, numbers, fresh_index)
                print(f"{kind}, {'first run' if fresh_index else 'update'}: "
                      f"{hits} of {calls} calls failed", flush=True)
                assert hits > 0
        for kind in HARMLESS:
            concerns = trial.news.directory if kind == "readshort" else None
            done, _ = trial.faulty(kind, 0, concerns)
            trial.judge(kind, done, (0,), [trial.after])
        print(f"limits of size: {limited(trial)} met")
        print(f"reads: {unreadable(trial, range(1, 40, max(1, share // 8)))} failed")


if __name__ == "__main__":
    main()
