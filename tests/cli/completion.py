#!/usr/bin/env python3
"""The completions work in the shells they are for.

Usage: completion.py BIN CORPUS

Builds an index of CORPUS, types half a command into bash, zsh and fish, presses
Tab, and looks at what came of it.  A program that only prints its arguments
stands in for archive-query, so that what counts is what the shell would really
hand over.  A shell that is not installed is left out, and told of.
"""
import json
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

PATIENCE = 30  # seconds for one answer of a shell

# Typed before Tab -> the arguments that the program gets.
TYPED = [
    ("archive-query --form", ["--format"], "bash"),
    ("archive-query -f csl", ["-f", "csl-json"], "bash zsh"),
    ("archive-query --format=csl", ["--format=csl-json"], "bash zsh"),
    ("archive-query --db=index titl", ["--db=index", "title:"], "bash zsh"),
    ("archive-query --timeline mon", ["--timeline", "month"], "bash zsh"),
    ("archive-query --facet source,key", ["--facet", "source,keyword"],
     "bash"),
    ("archive-query --distinctive wor", ["--distinctive", "word"], "bash zsh"),
    ("archive-query date:yes", ["date:yesterday"], "bash zsh"),
    ("archive-query source:corp", ['source:"Corpus Wire"'], "bash zsh"),
    ("archive-query 'hotline source:corp",
     ['hotline source:"Corpus Wire"'], "bash zsh"),
    ("archive-query 'source:\"the corpus c",
     ['source:"The Corpus Courier"'], "bash zsh"),
    ("archive-query source:'the corpus c", ['source:"The Corpus Courier"'],
     "bash zsh"),
    ('archive-query source:"the corpus c', ['source:"The Corpus Courier"'],
     "bash"),
    ("archive-query --db index source:corp",
     ["--db", "index", 'source:"Corpus Wire"'], "bash zsh"),
    ("archive-query --db=nosuch source:corp",
     ["--db=nosuch", "source:corp"], "bash zsh"),
    ("archive-query @hot", ["@hotlines"], "bash zsh"),
    ("archive-query 'navy -@hot", ["navy -@hotlines"], "bash zsh"),
    ("archive-query --query-file wor", ["--query-file", "words in a.txt"],
     "bash zsh"),
    ("archive-query --db ind", ["--db", "index/"], "bash"),
    ("archive-query --db ind", ["--db", "index"], "zsh"),
    ("archive-index bui", ["build"], "bash zsh"),
    ("archive-index --db index sta", ["--db", "index", "status"], "bash zsh"),
    ("archive-index files --sk", ["files", "--skipped"], "bash zsh"),
    ("archive-index help forg", ["help", "forget"], "bash zsh"),
    ("archive-index read wor", ["read", "words in a.txt"], "bash zsh"),
]

# The same question to bash's own interface: what is in COMPREPLY.
REPLIES = [
    ("archive-query --form", ["--format", "--format-version"]),
    ("archive-query --format cs", ["csv", "csl-json"]),
    ("archive-query titl", ["title:"]),
    ("archive-query 'titl", ["title:", 'title:"']),
    ("archive-query 'source:\"corp", ['source:"Corpus Wire"']),
    ("archive-query source:corp", ['\\"Corpus\\ Wire\\"']),
    ("archive-query -- --form", []),
    ("archive-query 'x @hot", ["x @hotlines"]),
    ("archive-query nosuch:", []),
    ("archive-index ", ["build", "status", "files", "forget", "check",
                        "backup", "compact", "entities", "withhold", "corrections",
                        "alerts", "read", "dates", "tag", "formats", "help"]),
]

# fish tells what it would offer.
OFFERED = [
    ("archive-query --form", ["--format", "--format-version"]),
    ("archive-query --format cs", ["csl-json", "csv"]),
    ("archive-query titl", ["title:"]),
    ("archive-query 'hotline titl", ["hotline title:"]),
    ("archive-query 'source:\"The Corpus C", ['source:"The Corpus Courier"']),
    ("archive-query --db=nosuch source:Corp", []),
    ("archive-query @hot", ["@hotlines"]),
    ("archive-query --facet source,key", ["source,keyword"]),
    ("archive-query --db ind", ["index/"]),
    ("archive-index bui", ["build"]),
    ("archive-index files --sk", ["--skipped"]),
    ("archive-index help forg", ["forget"]),
]

STAND_IN = """#!/bin/sh
case " $* " in *' --complete '*) exec '{program}' "$@" ;; esac
printf 'argv:'
printf '<%s>' "$@"
printf ':end\\n'
"""


def expect(holds, message):
    if not holds:
        sys.exit(message)


class Shell:
    """A shell in a terminal, which is written to and read from."""

    def __init__(self, command, directory, environment):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(directory)
            os.execvpe(command[0], command, environment)
        self.seen = ""

    def write(self, text):
        os.write(self.terminal, text.encode())

    def wait_for(self, pattern):
        """The first match in what is printed from now on."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            match = re.search(pattern, self.seen, re.DOTALL)
            if match:
                self.seen = self.seen[match.end():]
                return match
            if select.select([self.terminal], [], [], 0.1)[0]:
                self.seen += os.read(self.terminal, 65536).decode(
                    "utf-8", "replace")
        sys.exit(f"no {pattern} in {self.seen!r}")

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def check_typed(name, command, setup, directory, environment):
    shell = Shell(command, directory, environment)
    # Put together only when it runs, so that its echo is not taken for it.
    shell.write(setup + "; echo rea''dy\r")
    shell.wait_for("ready")
    count = 0
    for typed, arguments, shells in TYPED:
        if name not in shells.split():
            continue
        shell.write(typed + "\t")
        time.sleep(0.1)  # a terminal is typed into, not fed
        shell.write("\r")
        got = shell.wait_for("argv:(.*?):end")[1]
        wanted = "".join(f"<{argument}>" for argument in arguments)
        expect(got == wanted, f"{name}: {typed} and Tab: {got}, not {wanted}")
        count += 1
    shell.end()
    return count


def check_replies(script, directory, environment):
    for typed, replies in REPLIES:
        program = typed.split()[0]
        function = "_" + program.replace("-", "_")
        words = typed.split(" ")
        ran = subprocess.run(
            ["bash", "--norc", "-c",
             f'. "$1" && COMP_LINE=$2 && COMP_POINT=${{#COMP_LINE}} && shift 2 '
             f'&& COMP_WORDS=("$@") && COMP_CWORD=$(($# - 1)) && '
             f'{function} {program} "${{!#}}" "" '
             f'; printf "%s\\n" "${{COMPREPLY[@]}}"',
             "bash", script(program, "bash"), typed, *words],
            cwd=directory, env=environment, capture_output=True, text=True,
            timeout=PATIENCE, check=False)
        expect(not ran.stderr, f"bash: {typed}: {ran.stderr}")
        got = [line for line in ran.stdout.split("\n") if line]
        expect(got == replies, f"bash: {typed}: {got}, not {replies}")
    return len(REPLIES)


def check_fish(script, directory, environment):
    for typed, offered in OFFERED:
        ran = subprocess.run(
            ["fish", "--no-config", "-c",
             f'source {script("archive-query", "fish")}\n'
             f'source {script("archive-index", "fish")}\n'
             f"complete -C {json.dumps(typed)}"],
            cwd=directory, env=environment, capture_output=True, text=True,
            timeout=PATIENCE, check=False)
        expect(not ran.stderr, f"fish: {typed}: {ran.stderr}")
        got = [line.split("\t")[0] for line in ran.stdout.splitlines()]
        expect(got == offered, f"fish: {typed}: {got}, not {offered}")
    return len(OFFERED)


def write_scripts(programs, directory):
    """Every script, read by its shell without a word; their path by name."""
    def script(program, shell):
        return directory / f"{program}.{shell}"

    for program in ("archive-query", "archive-index"):
        for shell in ("bash", "zsh", "fish"):
            text = subprocess.run(
                [programs / program, "--generate", f"complete-{shell}"],
                capture_output=True, check=True).stdout
            script(program, shell).write_bytes(text)
            if shutil.which(shell):
                ran = subprocess.run([shell, "-n", script(program, shell)],
                                     capture_output=True, check=False)
                expect(ran.returncode == 0 and not ran.stderr,
                       f"{shell} -n: {ran.stderr.decode()}")
        # zsh looks for it in its fpath, by this name.
        folder = directory / "functions"
        folder.mkdir(exist_ok=True)
        shutil.copy(script(program, "zsh"), folder / f"_{program}")
    return script


def main():
    programs, corpus = (pathlib.Path(name).resolve() for name in sys.argv[1:])
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)
        script = write_scripts(programs, directory)
        work = directory / "work"
        work.mkdir()
        (work / "words in a.txt").write_text("hotline\n")
        subprocess.run([programs / "archive-index", "--db", work / "index",
                        "build", corpus, "--quiet", "--skip-ok"],
                       capture_output=True, check=True)
        environment = {"HOME": name, "LC_ALL": "C.UTF-8"}
        subprocess.run([programs / "archive-query", "--save", "hotlines",
                        "hotline AND navy"],
                       capture_output=True, check=True, env=environment)
        stand_ins = directory / "bin"
        stand_ins.mkdir()
        for program in ("archive-query", "archive-index"):
            path = stand_ins / program
            path.write_text(STAND_IN.format(program=programs / program))
            path.chmod(0o755)
        environment |= {
            "PATH": f"{stand_ins}:/usr/local/bin:/usr/bin:/bin",
            "TERM": "dumb",
            "INPUTRC": "/dev/null", "COLUMNS": "200", "PS1": "% ",
            "ARCHIVE_INDEX_DB": str(work / "index")}
        counts = [
            ("bash", lambda: check_replies(script, work, environment) +
             check_typed("bash", ["bash", "--norc", "--noprofile", "-i"],
                         f". {script('archive-query', 'bash')}; "
                         f". {script('archive-index', 'bash')}",
                         work, environment)),
            ("zsh", lambda: check_typed(
                "zsh", ["zsh", "-f", "-i"],
                f"fpath=({directory}/functions $fpath); "
                "autoload -U compinit; compinit -u -D", work, environment)),
            ("fish", lambda: check_fish(script, work, environment))]
        for shell, check in counts:
            if shutil.which(shell):
                print(f"{shell}: {check()} completions")
            else:
                print(f"{shell}: left out, it is not installed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
