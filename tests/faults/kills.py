#!/usr/bin/env python3
"""The real programs, killed at every named point.

    kills.py BIN SOURCE

Each command that writes is run once for every point of common/failpoint.h that
the sources name, and dies there, the first time it comes by, the second, and so
on.  Readers must then see what was there before or what comes after; and the
command, run again, must end as an undisturbed one.  Every point of the sources
must have been met.  First runs and updates die at every passing of each point in
tests/indexer/writing/crash_test.cc; here they die once at each.
"""
import pathlib
import re
import sys

import archive

DIED = 99  # what Failpoint() exits with
MOST_PASSINGS = 40
PUBLISHING = {"generation-written", "generation-in-place", "before-publish",
              "after-publish", "swept"}
WRITING = PUBLISHING | {"segment-written", "segment-in-place", "merged"}
SECRET = "quokka"  # only withheld articles have the word


def named_points(source):
    points = set()
    for folder in ("common", "indexer", "query"):
        for path in pathlib.Path(source, folder).rglob("*.cc"):
            points.update(re.findall(r'Failpoint\("([a-z-]+)"\)',
                                     path.read_text("utf-8")))
    return points


class Command:
    """A command that writes, and a state of the disk for it to begin with."""
    points = set()       # those that it must meet
    passings = MOST_PASSINGS

    def __init__(self, programs, directory):
        self.programs, self.directory = programs, directory
        self.base, self.now = directory / "base", directory / "now"
        self.news = archive.News(self.base / "news")
        self.other = self.base / "other"
        self.other.mkdir()
        (self.other / "a.txt").write_text("Other\n\nOther words.\n")
        self.settled(self.build(self.base, self.base / "news", self.other))
        for step in (1, 2):
            self.news.step(step)
            if step == 2:
                (self.base / "news/secret.txt").write_text(
                    f"The {SECRET}\n\nA {SECRET} text.\n")
            self.settled(self.build(self.base))
        self.prepare()
        self.before = self.contents(self.base)
        archive.copy(self.base, self.now)
        self.settled(self.act({}))
        self.after = self.contents(self.now)

    @staticmethod
    def settled(done):
        if done.returncode != 0:
            archive.fail(f"undisturbed: {done.returncode} {done.stderr}")

    def build(self, place, *arguments, environment=None):
        # The roots keep the names of the first run, wherever they are copied.
        return self.programs.build(place / "index", *arguments,
                                   environment=environment)

    def run(self, *arguments, environment):
        return self.programs.run("archive-index", *arguments, "--db",
                                 self.now / "index", environment=environment)

    def contents(self, place):
        return self.programs.contents(place / "index")

    def prepare(self):
        """What is different from the base; nothing as a rule."""

    def withhold(self):
        self.settled(self.programs.run(
            "archive-index", "withhold", "add", "id", "news/secret.txt", "--who",
            "me", "--db", self.base / "index"))

    def judge(self, what):
        if self.contents(self.now) not in (self.before, self.after):
            archive.fail(f"{what}: readers see neither the old nor the new")
        self.whole(what)

    def whole(self, what):
        wrong = self.programs.check(self.now / "index")
        if wrong:
            archive.fail(f"{what}: {wrong}")

    def finish(self, what):
        done = self.act({})
        if done.returncode != 0:
            archive.fail(f"{what}: again: {done.returncode} {done.stderr}")
        if self.contents(self.now) != self.after:
            archive.fail(f"{what}: again: not what an undisturbed run makes")
        self.whole(what + ", again")

    def no_secret(self, what):
        for path in (self.now / "index").rglob("*"):
            if path.is_file() and path.name != "withhold.txt" and \
                    SECRET.encode() in path.read_bytes():
                archive.fail(f"{what}: {path.relative_to(self.now)} still has "
                             "what is withheld")

    def die_everywhere(self, points):
        met, deaths = set(), 0
        for point in sorted(points):
            for passing in range(1, self.passings + 1):
                archive.copy(self.base, self.now)
                done = self.act({"ARCHIVE_FAILPOINT": f"{point}:{passing}"})
                if done.returncode != DIED:
                    self.settled(done)
                    break
                met.add(point)
                deaths += 1
                what = f"{type(self).__name__} at {point}:{passing}"
                self.judge(what)
                self.finish(what)
        if not self.points <= met:
            archive.fail(f"{type(self).__name__} never met "
                         f"{sorted(self.points - met)}")
        print(f"{type(self).__name__.lower()}: {deaths} deaths at {len(met)} "
              "points", flush=True)
        return met


class FirstRun(Command):
    points = PUBLISHING - {"swept"} | {"file-read", "parts-written",
                                       "segment-written", "segment-in-place"}
    passings = 1

    def prepare(self):
        archive.shutil.rmtree(self.base / "index")

    def act(self, environment):
        return self.build(self.now, self.now / "news", environment=environment)

    def whole(self, what):
        if self.contents(self.now) is not None:
            super().whole(what)


class Update(Command):
    points = WRITING | {"file-read", "parts-written"}
    passings = 1

    def prepare(self):
        self.withhold()
        self.news.step(3)

    def act(self, environment):
        return self.build(self.now, environment=environment)

    def finish(self, what):
        super().finish(what)
        self.no_secret(what)


class Compact(Command):
    points = WRITING

    def prepare(self):
        self.withhold()

    def act(self, environment):
        return self.run("compact", environment=environment)

    def finish(self, what):
        super().finish(what)
        self.no_secret(what)
        segments = (self.now / "index/XAPIANDB").read_text().count("segments/")
        if segments != 1:
            archive.fail(f"{what}: {segments} segments")


class Forget(Command):
    points = WRITING

    def prepare(self):
        self.withhold()

    def act(self, environment):
        done = self.run("forget", "other", environment=environment)
        # It was forgotten before the death.
        if done.returncode == 2 and "has no root other" in done.stderr:
            done.returncode = 0
        return done


class Backup(Command):
    points = {"backup-copied", "replacement-written"}

    def act(self, environment):
        return self.run("backup", self.now / "copy", environment=environment)

    def finish(self, what):
        copied = self.programs.contents(self.now / "copy")
        if copied not in (None, self.after):
            archive.fail(f"{what}: a copy that is none")
        super().finish(what)
        if self.programs.contents(self.now / "copy") != self.after:
            archive.fail(f"{what}: again: the copy is another one")


class Alerts(Command):
    """A batch comes at least once, whole, and again under its number alone."""
    points = {"alert-watched", "alert-found", "alert-pending", "alert-told",
              "alert-noted", "replacement-written"}
    how = ("--exec", "cat >>\"$TOLD\"; echo \"= $ARCHIVE_ALERT_BATCH\" >>\"$TOLD\"")

    def prepare(self):
        state = {"XDG_STATE_HOME": str(self.base / "state"),
                 "XDG_CONFIG_HOME": str(self.base / "config")}
        for name, query in (("wheat", "wheat"), ("late", "harvest")):
            self.settled(self.programs.run(
                "archive-query", "--save", name, query, environment=state))
            if name == "wheat":
                self.settled(self.programs.run(
                    "archive-index", "alerts", "--db", self.base / "index",
                    environment=state))
        (self.base / "news/new.txt").write_text("New\n\nMore wheat.\n")
        self.settled(self.build(self.base))

    def act(self, environment):
        place = {"XDG_STATE_HOME": str(self.now / "state"),
                 "XDG_CONFIG_HOME": str(self.now / "config"),
                 "TOLD": str(self.now / "told")}
        return self.run("alerts", *self.how, environment=place | environment)

    def told(self):
        """The ids of each batch that was handed over, by its number."""
        path = self.now / "told"
        batches, ids = {}, []
        for line in path.read_text().splitlines() if path.exists() else ():
            if not line.startswith("= "):
                ids += re.findall(r'"id":"([^"]*)"', line)
                continue
            if batches.setdefault(line, ids) != ids:
                archive.fail(f"{line} came again as another one")
            ids = []
        return batches

    def finish(self, what):
        # Something comes to the index before the next run.
        (self.base / "news/newer.txt").write_text("Newer\n\nNewer wheat.\n")
        self.settled(self.build(self.now))
        (self.base / "news/newer.txt").unlink()
        done = self.act({})
        if done.returncode != 0:
            archive.fail(f"{what}: again: {done.returncode} {done.stderr}")
        batches = self.told()
        told = sorted(id for ids in batches.values() for id in ids)
        if told != ["news/new.txt", "news/newer.txt"]:
            archive.fail(f"{what}: told: {told}")
        self.settled(self.act({}))
        if self.told() != batches:
            archive.fail(f"{what}: what was told comes once more")


class AlertsPrinted(Alerts):
    points = Alerts.points - {"alert-pending"}
    how = ()

    def finish(self, what):
        done = self.act({})
        if done.returncode != 0:
            archive.fail(f"{what}: again: {done.returncode} {done.stderr}")
        again = self.act({})
        if again.returncode != 0 or again.stdout:
            archive.fail(f"{what}: told once more: {again.stdout}")


def main():
    binaries, source = sys.argv[1:3]
    points = named_points(source)
    assert len(points) > 15, points
    met = set()
    for command in (FirstRun, Update, Compact, Forget, Backup, Alerts,
                    AlertsPrinted):
        with archive.scratch() as name:
            directory = pathlib.Path(name).resolve()
            programs = archive.Programs(binaries, directory)
            met |= command(programs, directory).die_everywhere(points)
    if met != points:
        archive.fail(f"never met: {sorted(points - met)}")
    print(f"all {len(points)} points were met")


if __name__ == "__main__":
    main()
