#!/usr/bin/env python3
"""The power goes, at every step: what the disk may hold then.

    power_cut.py BIN SHIM SHARE VARIANTS [SEED]

A run is recorded: each write, fsync, rename, mkdir and unlink under the index.
For each step the disk is made as it may be after a cut there: of a file, what
was written by its last fsync, and of what was written since any part; of a
directory, what its last fsync covers, and of the changes of names since any, at
random, in any order of files.  The index must then be the one before or the
one after, whole; and the next run must end as an undisturbed one would.

Assumed of the disk: a rename is one step, and what fsync returned for stays.
"""
import pathlib
import sys

import archive


class File:
    def __init__(self, content=b"", durable=b""):
        self.content, self.durable = bytearray(content), bytes(durable)
        self.since = []  # changes since the last fsync: (offset, bytes), size

    def apply(self, change):
        replay(self.content, change)
        self.since.append(change)

    def sync(self):
        self.durable, self.since = bytes(self.content), []

    def after_cut(self, random):
        content = bytearray(self.durable)
        mode = random.randrange(3)  # nothing of it, any of it, all of it
        for change in self.since:
            if mode == 2 or (mode == 1 and random.random() < 0.5):
                replay(content, change)
        return bytes(content)


def replay(content, change):
    kind, offset, data = change
    if kind == "truncate":
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset:offset + len(data)] = data


class Directory:
    def __init__(self):
        self.names, self.durable = {}, {}


class Disk:
    """The tree under one directory, as it is and as it was made durable."""

    def __init__(self, root):
        self.root_path = str(root)
        self.root = self.read(pathlib.Path(root))
        self.pending = []  # changes of names that no fsync covers yet

    def read(self, path):
        if path.is_file():
            return File(path.read_bytes(), path.read_bytes())
        directory = Directory()
        for child in path.iterdir():
            directory.names[child.name] = self.read(child)
        directory.durable = dict(directory.names)
        return directory

    def parts(self, path):
        assert path.startswith(self.root_path), path
        return [part for part in path[len(self.root_path):].split("/") if part]

    def find(self, path):
        node = self.root
        for part in self.parts(path):
            node = node.names[part]
        return node

    def place(self, path):
        parent, _, name = path.rpartition("/")
        return self.find(parent), name

    def set(self, changes):
        """Names of directories: (directory, name, what or None), one step."""
        for directory, name, node in changes:
            if node is None:
                directory.names.pop(name, None)
            else:
                directory.names[name] = node
        self.pending.append(changes)

    def apply(self, call, path, second, offset, data):
        if call in ("create", "mkdir"):
            directory, name = self.place(path)
            self.set([(directory, name,
                       File() if call == "create" else Directory())])
        elif call == "unlink":
            directory, name = self.place(path)
            self.set([(directory, name, None)])
        elif call == "rename":
            source, name = self.place(path)
            target, new_name = self.place(second)
            self.set([(source, name, None),
                      (target, new_name, source.names[name])])
        elif call in ("write", "truncate"):
            self.find(path).apply((call, offset, data))
        elif call == "fsync":
            self.sync(self.find(path))

    def sync(self, node):
        if isinstance(node, File):
            node.sync()
            return
        kept = []
        for changes in self.pending:
            # What a step did in this directory stays, and so the whole step.
            if any(directory is node for directory, _, _ in changes):
                make_durable(changes)
            else:
                kept.append(changes)
        self.pending = kept

    def after_cut(self, random, target):
        mode = random.randrange(3)
        names = {}

        def durable(directory):
            if id(directory) not in names:
                names[id(directory)] = dict(directory.durable)
            return names[id(directory)]

        for changes in self.pending:
            if mode == 0 or (mode == 1 and random.random() < 0.5):
                continue
            for directory, name, node in changes:
                if node is None:
                    durable(directory).pop(name, None)
                else:
                    durable(directory)[name] = node

        def write(directory, path):
            path.mkdir()
            for name, node in durable(directory).items():
                if isinstance(node, File):
                    (path / name).write_bytes(node.after_cut(random))
                elif not is_above(node, directory):
                    write(node, path / name)

        archive.shutil.rmtree(target, ignore_errors=True)
        write(self.root, target)


def is_above(node, directory):
    return node is directory


def make_durable(changes):
    for directory, name, node in changes:
        if node is None:
            directory.durable.pop(name, None)
        else:
            directory.durable[name] = node


def read_trace(path):
    calls, data, at = [], path.read_bytes(), 0
    while at < len(data):
        end = data.index(b"\n", at)
        call, name, second, offset, count = data[at:end].decode().split("\t")
        at = end + 1 + int(count)
        calls.append((call, name, second, int(offset), data[end + 1:at]))
    return calls


def record(programs, shim, news, index, trace):
    trace.unlink(missing_ok=True)
    done = programs.build(
        index, news.directory,
        environment={"LD_PRELOAD": str(shim), "FAULT_DIR": str(index),
                     "FAULT_TRACE": str(trace)})
    if done.returncode != 0:
        archive.fail(f"recorded run: {done.returncode} {done.stderr}")
    return read_trace(trace)


def cut_everywhere(name, programs, shim, news, base, directory, share, variants,
                   random):
    """Cuts the run that follows on the index `base` (or on none)."""
    index = directory / "recorded"
    archive.shutil.rmtree(index, ignore_errors=True)
    if base:
        archive.copy(base, index)
    else:
        index.mkdir()
    disk = Disk(index)
    before = programs.contents(index)
    calls = record(programs, shim, news, index, directory / "trace")
    after = programs.contents(index)
    assert before != after
    copy = directory / "cut"
    cuts, seen = 0, {"before": 0, "after": 0}
    points = [number for number, call in enumerate(calls)
              if call[0] in ("fsync", "rename")]
    first = random.randrange(share)
    chosen = set(points[first::share]) | {points[-1]}
    # Around the publication every point counts.
    for number, call in enumerate(calls):
        if call[0] == "rename" and call[2].endswith("/XAPIANDB"):
            chosen |= {point for point in points if abs(point - number) < 12}
    for number, call in enumerate(calls):
        disk.apply(*call)
        if number not in chosen:
            continue
        for variant in range(variants):
            disk.after_cut(random, copy)
            cuts += 1
            what = (f"{name}: cut {variant} behind call {number} "
                    f"({call[0]} {call[1][len(str(index)):]})")
            seen[judge(what, programs, news, copy, before, after)] += 1
    print(f"{name}: {cuts} cuts at {len(chosen)} of {len(points)} points, "
          f"{seen['before']} gave the index before, {seen['after']} the one "
          "after", flush=True)
    assert seen["before"] and seen["after"]


def judge(what, programs, news, index, before, after):
    try:
        found = programs.contents(index)
    except AssertionError as error:
        archive.fail(f"{what}: {error}")
    if found not in (before, after):
        archive.fail(f"{what}: neither the index before nor the one after")
    wrong = found is not None and programs.check(index)
    if wrong:
        archive.fail(f"{what}: {wrong}")
    again = programs.build(index, news.directory)
    if again.returncode != 0:
        archive.fail(f"{what}: next run: {again.returncode} {again.stderr}")
    if programs.contents(index) != after:
        archive.fail(f"{what}: the next run ends otherwise")
    return "after" if found == after else "before"


def main():
    binaries, shim, share, variants = sys.argv[1:5]
    random = archive.seed_from(sys.argv[5] if len(sys.argv) > 5 else "")
    share, variants = int(share), int(variants)
    shim = pathlib.Path(shim).resolve()
    with archive.scratch() as name:
        directory = pathlib.Path(name).resolve()
        programs = archive.Programs(binaries, directory)
        news = archive.News(directory / "news")
        cut_everywhere("first run", programs, shim, news, None, directory,
                       share, variants, random)
        base = directory / "base"
        for step in range(1, 5):
            archive.copy(directory / "recorded", base)
            news.step(step)
            cut_everywhere(f"update {step}", programs, shim, news, base,
                           directory, share, variants, random)


if __name__ == "__main__":
    main()
