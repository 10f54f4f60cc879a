#!/usr/bin/env python3
"""Indexes on other machines, searched from the shell.

Usage: remote.py BIN CORPUS

Serves parts of an index of CORPUS with xapian-tcpsrv on the loopback, and asks
one local index, local and remote parts, and remote parts alone: each answer
must be the same.  Then with servers that are silent, refuse, die or talk
nonsense: the answer says that it is partial, and is never short in silence.
Exits with 77 (skipped) where xapian-tcpsrv is missing.
"""
import atexit
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

SKIPPED = 77
QUERIES = """
korea
hotline OR armistice
=hotlines
korea AND NOT seoul
NOT korea
"military hotline"
"the line"~3
the W/5 line
guns PRE/3 eleven
korea W/S seoul
terror* OR hot*
*line
wom?n
koraen~2
caps(polish)
allcaps(north)
title:korea
lead:hotline
body:armistice
hlead:"signed guns"
atleast2(korea)
*
date:2021
date:1918-11..1963
date:>=2000
date:..1918
date:*-11-11
date:~1963-08
missing:date
has:byline
missing:byline
has:caption
source:courier
source:="The Courier"
topic:space
topic:s*
person:kim
place:"South Korea"
place:korea
entity:washington
place:="South Korea"
org:army OR org:navy
lang:en
lang:de OR lang:fr
format:html
path:wire
status:any
status:usable
words:..50
words:>200
mentions:1945
mentions:1950..1953
mentions:~1989-11-09
mentions-year:1918
date-source:url
date-confidence:..0.9
entity-source:found
id:corpus/wire/*
(korea OR moscow) AND date:1960.. AND NOT topic:space
王
서울
nosuchword
""".strip().split("\n")
VIEWS = [["-n", "5"], ["-n", "all", "--sort=newest"],
         ["-n", "3", "--offset", "2", "--sort=oldest"],
         ["-n", "all", "--sort=source"], ["-n", "4", "--rank=feedback"],
         ["-n", "0", "--facet=source:all,place:all,topic:all,lang:all,org:all,"
          "person:all,place-country:all,format:all,mentions-year:all"],
         ["--timeline=year"], ["--timeline=month", "--facet=source"],
         ["--timeline=decade", "--compare=korea"], ["--coverage"],
         ["--kwic", "-n", "all"]]


def expect(holds, message):
    if not holds:
        sys.exit(message)


class Server:
    """A stock xapian-tcpsrv."""

    def __init__(self, index):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = subprocess.Popen(
            ["xapian-tcpsrv", "--interface", "127.0.0.1", "--port",
             str(self.port), str(index)], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        atexit.register(self.stop)  # also when the test fails
        if not any("Listening" in line for line in self.process.stdout):
            sys.exit("xapian-tcpsrv does not listen")

    def stop(self):
        self.process.kill()
        self.process.wait()

    def db(self):
        return ["--db", f"xapian://127.0.0.1:{self.port}"]


class Wire:
    """Stands before a server and lets so many bytes of it pass; then it falls
    silent, or breaks off."""

    def __init__(self, port, passes, end):
        self.port, self.passes, self.end = port, passes, end
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.open = []
        threading.Thread(target=self.serve, daemon=True).start()

    def db(self):
        return ["--db",
                f"xapian://127.0.0.1:{self.listener.getsockname()[1]}"]

    def serve(self):
        try:
            near, _ = self.listener.accept()
        except OSError:
            return
        far = socket.create_connection(("127.0.0.1", self.port))
        self.open = [near, far]
        threading.Thread(target=self.pump, args=(near, far), daemon=True).start()
        left = self.passes
        while left > 0:
            data = far.recv(min(left, 4096))
            if not data:
                break
            left -= len(data)
            try:
                near.sendall(data)
            except OSError:
                break
        if self.end == "break":
            near.close()

    @staticmethod
    def pump(near, far):
        try:
            while data := near.recv(4096):
                far.sendall(data)
        except OSError:
            pass

    def stop(self):
        self.listener.close()
        for end in self.open:
            end.close()


class Machine:
    def __init__(self, binaries, directory):
        self.binaries, self.directory = pathlib.Path(binaries).resolve(), directory
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(directory), "TMPDIR": str(directory),
            "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "ARCHIVE_INDEX_NOW": "1615802400"}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def run(self, program, *arguments, limit=120):
        return subprocess.run(
            [self.binaries / program, *map(str, arguments)],
            capture_output=True, text=True, cwd=self.directory, timeout=limit,
            env=self.environment, check=False)

    def build(self, *arguments):
        ran = self.run("archive-index", "build", "--quiet", *arguments)
        expect(ran.returncode in (0, 3), f"build {arguments}: {ran.stderr}")

    def ask(self, *arguments):
        return self.run("archive-query", *arguments)


def answer(machine, databases, arguments, query):
    """What is found, without what only says where it was asked."""
    ran = machine.ask(*databases, *arguments, "-f", "json", "--", query)
    expect(ran.returncode in (0, 1),
           f"{databases} {arguments} {query}: status {ran.returncode}\n"
           f"{ran.stderr}")
    page = json.loads(ran.stdout)
    for key in ("index", "indexes", "generation"):
        page.pop(key, None)
    for hit in page.get("hits", []):
        # These are known on the machine that has the index.
        for key in ("path", "copies", "versions"):
            hit.pop(key, None)
    return page


def difference(a, b, where=""):
    """Where two answers differ; scores may by 1e-6."""
    if isinstance(a, float) or isinstance(b, float):
        return None if abs(a - b) <= 1e-6 else f"{where}: {a} {b}"
    if type(a) is not type(b):
        return f"{where}: {a!r} {b!r}"
    if isinstance(a, dict):
        if a.keys() != b.keys():
            return f"{where}: {sorted(a)} {sorted(b)}"
        rows = [(a[key], b[key], f"{where}.{key}") for key in a]
    elif isinstance(a, list):
        if len(a) != len(b):
            return f"{where}: {len(a)} and {len(b)} rows: {a!r} {b!r}"
        rows = [(x, y, f"{where}[{i}]") for i, (x, y) in enumerate(zip(a, b))]
    else:
        return None if a == b else f"{where}: {a!r} {b!r}"
    return next(filter(None, (difference(*row) for row in rows)), None)


def check_the_same(machine, whole, others):
    asked = 0
    for i, query in enumerate(QUERIES):
        # Every view of some queries, some views of every query.
        views = VIEWS if i % 16 == 0 else [VIEWS[i % len(VIEWS)], VIEWS[0]]
        for view in views:
            if view[0] == "--kwic" and not any(c.isalpha() for c in query):
                continue
            if view[0] == "--kwic" and ":" in query:
                continue
            here = answer(machine, whole, view, query)
            for databases in others:
                there = answer(machine, databases, view, query)
                found = difference(here, there)
                expect(found is None,
                       f"{' '.join(databases)} {' '.join(view)} '{query}': "
                       f"{found}")
            asked += 1
    expect(asked > 100, f"only {asked} questions")


def check_hidden(machine, directory):
    """Removed, withheld, embargoed and killed articles stay out of sight."""
    source = directory / "desk"
    source.mkdir()
    for i in range(60):
        (source / f"a{i}.json").write_text(json.dumps(
            {"title": f"Harbour {i}", "text": f"harbour word{i % 7} of day {i}.",
             "date": f"2020-01-{i % 28 + 1:02}", "source": f"S{i % 3}"}))
    for name, more in (("later", {"embargoed": "2031-01-01T00:00:00Z"}),
                       ("killed", {"pubstatus": "canceled"})):
        (source / f"{name}.json").write_text(json.dumps(
            {"uri": f"urn:x:{name}", "type": "text", "headline": "Harbour",
             "versioncreated": "2020-02-01T08:00:00Z",
             "body_text": f"The harbour is {name}."} | more))
    machine.build("--db", "desk.db", source)
    for i in (3, 4):
        (source / f"a{i}.json").unlink()
    (source / "a5.json").write_text(json.dumps(
        {"title": "Harbour new", "text": "harbour changed", "date": "2020-03-01"}))
    machine.build("--db", "desk.db")
    # Removed articles must still lie in a segment, or this shows nothing.
    delve = subprocess.run(["xapian-delve", directory / "desk.db"],
                           capture_output=True, text=True, check=True).stdout
    stock = int(delve.split("number of documents = ")[1].split("\n")[0])
    expect(stock > 60, f"nothing is removed: {delve}")
    server = Server(directory / "desk.db")
    whole, there = ["--db", "desk.db"], server.db()
    for query in ("harbour", "*", "word3", "harbour AND status:any", "killed",
                  "later", "status:canceled", "-harbour", "word*", "chang~"):
        for view in (["-n", "all"], ["-n", "3", "--sort=newest"],
                     ["-n", "0", "--facet=source:all"], ["--timeline=day"]):
            found = difference(answer(machine, whole, view, query),
                               answer(machine, there, view, query))
            expect(found is None, f"{view} {query}: {found}")
    for query in ("killed", "later"):
        for databases in (whole, there):
            ran = machine.ask(*databases, "--count", query)
            expect(ran.stdout == "0\n", f"{databases} {query}: {ran.stdout}")
    server.stop()
    # Withheld: gone for who asks here at once, for others from the next run on.
    (directory / "desk.db" / "withhold.txt").write_text(
        "id: desk/a7.json | the desk | 2021-03-15 | wrong\n")
    machine.build("--db", "desk.db")
    server = Server(directory / "desk.db")
    ran = machine.ask(*server.db(), "-f", "ids", "-n", "all", "harbour")
    expect("desk/a8.json#1\n" in ran.stdout and
           "desk/a7.json#1\n" not in ran.stdout,
           f"withheld: {ran.stdout}")
    server.stop()


def check_partial(machine, server, address, databases, whole):
    ran = machine.ask(*databases, "-n", "0", "-f", "json", "korea")
    expect(ran.returncode == 4, f"{address}: {ran.returncode} {ran.stderr}")
    expect(address in ran.stderr and "partial, without it" in ran.stderr,
           f"not named: {ran.stderr}")
    page = json.loads(ran.stdout)
    expect(page["partial"] is True and page["exact"] is False and
           [part["index"] for part in page["missing"]] == [address],
           f"{page}")
    expect(page["total"] == whole, f"{page['total']} of the others, not {whole}")
    ran = machine.ask(*databases, "korea")
    expect(ran.returncode == 4 and "partial, without " + address in ran.stdout,
           f"{ran.returncode} {ran.stdout}")


def check_failures(machine, server):
    here = ["--db", "part-1"]
    whole = json.loads(machine.ask(*here, "-n", "0", "-f", "json",
                                   "korea").stdout)["total"]
    silent = socket.create_server(("127.0.0.1", 0))
    address = f"xapian://127.0.0.1:{silent.getsockname()[1]}"
    began = time.monotonic()
    check_partial(machine, server, address,
                  [*here, "--db", address, "--timeout", "1"], whole)
    expect(time.monotonic() - began < 30, "the timeout does not hold")
    ran = machine.ask("--db", address, "--timeout", "1", "korea")
    expect(ran.returncode == 4 and ran.stdout == "" and
           f"{address} did not answer within 1 second" in ran.stderr,
           f"{ran.returncode} {ran.stdout} {ran.stderr}")
    silent.close()
    check_partial(machine, server, address, [*here, "--db", address], whole)
    # Wherever the wire breaks, the answer is whole, or says that it is not.
    both = answer(machine, [*here, *server.db()], ["-n", "all"], "korea")
    wholes = partials = 0
    for end in ("break", "silence"):
        for passes in (0, 1, 10, 60, 200, 1000, 3000, 10_000, 30_000, 200_000,
                       10_000_000):
            wire = Wire(server.port, passes, end)
            ran = machine.ask(*here, *wire.db(), "--timeout", "1", "-n", "all",
                              "-f", "json", "korea")
            page = json.loads(ran.stdout)
            if ran.returncode == 0:
                wholes += 1
                expect(page["total"] == both["total"], f"short: {passes} {end}")
            else:
                partials += 1
                expect(ran.returncode == 4 and page["partial"] is True and
                       page["total"] == whole and wire.db()[1] in ran.stderr,
                       f"{passes} {end}: {ran.returncode} {ran.stderr}")
            wire.stop()
    expect(wholes >= 2 and partials >= 8, f"{wholes} {partials}")


def check_limits(machine, server):
    ran = machine.ask(*server.db(), "--remote-limit", "5", "the")
    expect(ran.returncode == 2 and "at most 5 are fetched" in ran.stderr,
           f"{ran.returncode} {ran.stderr}")
    for arguments in (["--distinctive=source"], ["--group-duplicates", "high"],
                      ["--within", "/dev/null"], ["--sort=added"]):
        ran = machine.ask(*server.db(), *arguments, "korea")
        expect(ran.returncode == 2 and server.db()[1] in ran.stderr,
               f"{arguments}: {ran.returncode} {ran.stderr}")
    for address in ("http://localhost:1", "xapian://localhost"):
        ran = machine.ask("--db", address, "korea")
        expect(ran.returncode == 2 and "xapian://host:port" in ran.stderr,
               f"{address}: {ran.returncode} {ran.stderr}")
    # What is counted there is not fetched: a limit of one is enough.
    ran = machine.ask(*server.db(), "--remote-limit", "1", "--count", "*")
    expect(ran.returncode == 0 and int(ran.stdout) > 5,
           f"{ran.returncode} {ran.stderr}")


def main():
    binaries, corpus = sys.argv[1:]
    for tool in ("xapian-tcpsrv", "xapian-delve"):
        if shutil.which(tool) is None:
            print(f"skipped: {tool} is not installed (xapian-tools)")
            sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as temporary:
        directory = pathlib.Path(temporary)
        machine = Machine(binaries, directory)
        settings = directory / ".config" / "archive-index"
        settings.mkdir(parents=True)
        (settings / "config.toml").write_text("settle = 0\n")
        shutil.copytree(corpus, directory / "corpus")
        machine.build("--db", "all", "corpus")
        for part in (1, 2, 3):
            machine.build("--db", f"part-{part}", "--part", f"{part}/3",
                          "corpus")
        servers = [Server(directory / name)
                   for name in ("part-2", "part-3", "all")]
        try:
            parts = [*servers[0].db(), *servers[1].db()]
            check_the_same(machine, ["--db", "all"],
                           [["--db", "part-1", *parts], servers[2].db()])
            check_hidden(machine, directory)
            check_failures(machine, servers[0])
            check_limits(machine, servers[2])
        finally:
            for server in servers:
                server.stop()


if __name__ == "__main__":
    main()
