#!/usr/bin/env python3
"""Xapian's own tools work on our indexes.

Usage: stock_tools.py ARCHIVE_INDEX CORPUS

Builds an index of CORPUS with the program, then asks quest, xapian-delve,
xapian-check and xapian-tcpsrv.  Exits with 77 (skipped) where they are missing.
"""
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

TOOLS = ["quest", "xapian-delve", "xapian-check", "xapian-tcpsrv"]
SKIPPED = 77


def run(*command, status=0):
    """What a command prints; ends the test when it ends otherwise."""
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60,
                         check=False)
    if ran.returncode != status:
        sys.exit(f"{' '.join(command)}: status {ran.returncode}\n"
                 f"{ran.stdout}{ran.stderr}")
    return ran.stdout


def quest_ids(database, *arguments):
    """Ids of the articles that quest finds, best first."""
    out = run("quest", "-d", database, "-m", "1000", "-s", "none", *arguments)
    ids = re.findall(r"^id=(.*)$", out, re.MULTILINE)
    match = re.search(r"^Exactly (\d+) matches$", out, re.MULTILINE)
    expect(match is not None and int(match[1]) == len(ids),
           f"quest {arguments}: {len(ids)} ids, but it says\n{out}")
    return ids


def expect(holds, message):
    if not holds:
        sys.exit(message)


def check_quest(database):
    hotline = "corpus/2021/03/02/courier-hotline.txt"
    word = quest_ids(database, "hotlines")
    expect(hotline in word, f"hotlines: {word}")
    expect(set(word) < set(quest_ids(database, "hotlines OR hotline")),
           "hotlines OR hotline finds no more than hotlines")
    expect(hotline in quest_ids(database, "hotlines AND eastern"),
           "hotlines AND eastern")
    title = quest_ids(database, "-p", "title:S", "title:hotlines")
    expect(hotline in title and set(title) <= set(word),
           f"title:hotlines: {title}")
    topic = quest_ids(database, "-b", "topic:K", "topic:space")
    expect(topic and all(i.startswith("corpus/wire/") for i in topic),
           f"topic:space: {topic}")
    expect(not quest_ids(database, "-b", "topic:K", "topic:nosuch"),
           "topic:nosuch finds something")
    both = quest_ids(database, "-b", "lang:L", "hotline lang:en")
    expect(both and set(both) == set(quest_ids(database, "hotline")),
           f"hotline lang:en: {both}")


def document_count(delve_text):
    return int(re.search(r"number of documents = (\d+)", delve_text)[1])


def check_delve(database, articles):
    expect(document_count(run("xapian-delve", database)) == articles,
           "xapian-delve counts other articles than status")
    terms = run("xapian-delve", "-a", "-1", database).splitlines()
    for term in ["hotline", "Shotlines", "Kspace", "Lde", "XHASbyline",
                 "Qcorpus/2021/03/02/courier-hotline.txt"]:
        expect(term in terms, f"xapian-delve -a: no term {term}")
    values = run("xapian-delve", "-V1", database)
    expect(values.strip() != "", "xapian-delve -V1: no dates")


def check_check(database):
    out = run("xapian-check", os.path.join(database, "XAPIANDB"))
    expect("No errors found" in out, out)
    # The whole, and each part by itself.
    for parent in ["generations", "segments"]:
        for name in os.listdir(os.path.join(database, parent)):
            run("xapian-check", os.path.join(database, parent, name))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, server):
    for _ in range(100):
        expect(server.poll() is None, "xapian-tcpsrv ended by itself")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit("xapian-tcpsrv does not listen")


def check_server(database, directory, articles):
    port = free_port()
    # In a session of its own: it ends its whole process group with itself.
    # The probe of wait_for makes it complain.
    server = subprocess.Popen(
        ["xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port",
         str(port), database],
        start_new_session=True, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, server)
        stub = os.path.join(directory, "remote")
        with open(stub, "w", encoding="ascii") as out:
            out.write(f"remote 127.0.0.1:{port}\n")
        expect(document_count(run("xapian-delve", stub)) == articles,
               "the server counts other articles")
        expect(quest_ids(stub, "hotline") == quest_ids(database, "hotline"),
               "the server finds other articles")
    finally:
        server.terminate()
        server.wait(10)


def main():
    program, corpus = sys.argv[1:]
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"skipped: {', '.join(missing)} missing; "
              "install the package xapian-tools")
        return SKIPPED
    with tempfile.TemporaryDirectory() as directory:
        database = os.path.join(directory, "index")
        run(program, "--db", database, "build", corpus, "--skip-ok")
        status = run(program, "--db", database, "status", "--json")
        articles = int(re.search(r'"articles":\{"total":(\d+)', status)[1])
        expect(articles >= 60, f"{articles} articles in {corpus}")
        check_quest(database)
        check_delve(database, articles)
        check_check(database)
        check_server(database, directory, articles)
    print(f"quest, xapian-delve, xapian-check and xapian-tcpsrv work on "
          f"{articles} articles")
    return 0


if __name__ == "__main__":
    sys.exit(main())
