#!/usr/bin/env python3
"""What is mounted: one directory twice, several file systems in one directory, and one
that does not tell capitals from small letters.

    mounts.py ARCHIVE_INDEX ARCHIVE_QUERY

Each article is indexed once, whichever name a command is given.  Mounting takes root,
and the last one lowntfs-3g of Debian's ntfs-3g; what cannot be tried is named, and the
status is 77 where that is all.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

IN_NAMESPACE = "ARCHIVE_TEST_OWN_MOUNTS"


class Index:
    """Runs the programs in a directory of articles, News/Report.txt and News/Sub/B.txt."""

    def __init__(self, base, programs):
        self.base = base
        self.programs = programs
        (base / "News" / "Sub").mkdir(parents=True)
        (base / "News" / "Report.txt").write_text("One\n\nOats of one.\n")
        (base / "News" / "Sub" / "B.txt").write_text("Two\n\nOats of two.\n")

    def run(self, program, *arguments):
        return subprocess.run(
            [self.programs[program], *arguments, "--db", "idx"], cwd=self.base, text=True,
            capture_output=True, check=False, errors="surrogateescape",
            env={"PATH": os.environ["PATH"], "HOME": str(self.base),
                 "ARCHIVE_ENTITY_MODEL": str(self.base / "none")})

    def build(self, expected, *paths):
        """expected: articles that are new, changed and removed."""
        done = self.run("index", "build", "--summary", "--settle", "0", *paths)
        counts = re.match(r".*\((\d+) new, (\d+) changed, (\d+) removed\)", done.stdout)
        if not counts or tuple(map(int, counts.groups())) != expected:
            sys.exit(f"FAILED: build {paths}: {expected} expected: {done}")

    def refuse(self, reason, *paths):
        done = self.run("index", "build", *paths)
        if done.returncode != 2 or reason not in done.stderr:
            sys.exit(f"FAILED: build {paths}: {reason!r} expected: {done}")

    def forget(self, name):
        done = self.run("index", "forget", name)
        left = self.run("query", "--count", "*").stdout.strip()
        if done.returncode != 0 or left != "0":
            sys.exit(f"FAILED: forget {name}: {left} left: {done}")


def mounts(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"not tried: {command[0]}: {done.stderr.strip()}")
    return done.returncode == 0


def mounted_twice(base, programs):
    index = Index(base, programs)
    (base / "again").mkdir()
    if not mounts("mount", "--bind", base / "News", base / "again"):
        return False
    index.build((2, 0, 0), "News", "again")
    index.build((0, 0, 0), "again")
    index.refuse("lies inside", "again/Sub")
    index.forget("again")
    return True


def across_file_systems(base, programs):
    """Two files may have the same inode, each with several names."""
    index = Index(base, programs)
    for place in ("News/inside", "far"):
        (base / place).mkdir()
        if not mounts("mount", "-t", "tmpfs", "tmpfs", base / place):
            return False
        first = base / place / "a.txt"
        first.write_text(f"Oats\n\nOats of {place}.\n")
        os.link(first, base / place / "b.txt")
    inodes = {(base / place / "a.txt").stat().st_ino for place in ("News/inside", "far")}
    if len(inodes) != 1:
        sys.exit(f"FAILED: the test wants equal inodes: {inodes}")
    (base / "News" / "link").symlink_to(base / "far")
    index.build((3, 0, 0), "News")
    index.build((1, 0, 0), "--follow")
    index.build((0, 0, 0), "--follow")
    return True


def without_case(base, programs):
    image, place = base / "image", base / "place"
    if not shutil.which("lowntfs-3g"):
        print("not tried: there is no lowntfs-3g (package ntfs-3g)")
        return False
    with image.open("wb") as file:
        file.truncate(32 << 20)
    place.mkdir()
    if not (mounts("mkntfs", "--quiet", "--force", image) and
            mounts("lowntfs-3g", "-o", "ignore_case", image, place)):
        return False
    index = Index(place, programs)
    if not (place / "NEWS" / "report.TXT").exists():
        sys.exit("FAILED: this file system tells capitals from small letters")
    index.build((2, 0, 0), "News", "NEWS")
    index.build((0, 0, 0), "nEWS")
    index.refuse("lies inside", "NEWS/sub")
    index.refuse("is the index itself", "IDX")
    (place / "NEWS" / "REPORT.TXT").write_text("One\n\nOats, and more oats.\n")
    index.build((0, 1, 0))
    (place / "news" / "SUB" / "b.TXT").rename(place / "news" / "C.txt")
    index.build((1, 0, 1))
    index.forget("NEWS")
    return True


def main():
    if not os.environ.get(IN_NAMESPACE):
        if os.geteuid() != 0:
            print("not tried: mounting takes root")
            sys.exit(77)
        # What is mounted in a namespace is gone with its last process.
        os.environ[IN_NAMESPACE] = "yes"
        os.execvp("unshare", ["unshare", "--mount", sys.executable, *sys.argv])
    programs = {"index": sys.argv[1], "query": sys.argv[2]}
    tried = 0
    for case in (mounted_twice, across_file_systems, without_case):
        with tempfile.TemporaryDirectory(prefix="archive-place-") as name:
            base = pathlib.Path(name)
            try:
                tried += case(base, programs)
            finally:
                for mounted in ("again", "News/inside", "far", "place"):
                    subprocess.run(["umount", base / mounted], capture_output=True,
                                   check=False)
    if tried == 0:
        sys.exit(77)
    print(f"{tried} of 3 kinds of mounts: each article once")


if __name__ == "__main__":
    main()
