#!/usr/bin/env python3
"""The Debian package: made, accepted by lintian, installed, run, removed.

Usage: deb.py BUILD_DIRECTORY CORPUS

It is installed into a root of its own, so the machine is left as it was.  Exits
with 77 (skipped) where a program to make or read packages is missing.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
NEEDED = ["cpack", "dpkg", "dpkg-deb", "dpkg-shlibdeps", "lintian", "gzip"]
# The build that is tested is no build of Debian's: it is not hardened.
LINTIAN = ["lintian", "--no-cfg", "--allow-root", "--fail-on", "error,warning",
           "--suppress-tags",
           # A first version closes no bug of Debian's and has no mail address.
           "initial-upload-closes-no-bugs,bogus-mail-host,"
           "hardening-no-fortify-functions,hardening-no-pie,"
           "bogus-mail-host-in-debian-changelog"]
EXPECTED = {
    "usr/bin/archive-index", "usr/bin/archive-query",
    "usr/lib/systemd/system/archive-index@.service",
    "usr/lib/systemd/system/archive-index@.timer",
    "usr/lib/sysusers.d/archive-index.conf",
    "usr/share/archive-index/entities-en.model",
    "usr/share/archive-index/foreign-names.tsv",
    "usr/share/archive-index/places.tsv",
    "usr/share/doc/archive-index/changelog.gz",
    "usr/share/doc/archive-index/copyright",
    "usr/share/doc/archive-index/examples/archive-index.crontab",
    "usr/share/man/man1/archive-query.1.gz",
    "usr/share/zsh/vendor-completions/_archive-query",
}


def run(command, **options):
    ran = subprocess.run([str(part) for part in command], text=True,
                         capture_output=True, check=False, **options)
    if ran.returncode != 0:
        sys.exit(f"{command}: status {ran.returncode}\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def files_below(root):
    return {path.relative_to(root).as_posix() for path in root.rglob("*")
            if path.is_file() and "var/lib/dpkg" not in path.as_posix()
            # The account stays, as Debian's policy has it.
            and "/etc/" not in path.as_posix()}


def dpkg(root, *arguments):
    # Its scripts run outside of this root, and are told of it by $DPKG_ROOT.
    (root / "var/lib/dpkg/updates").mkdir(parents=True, exist_ok=True)
    (root / "etc").mkdir(exist_ok=True)
    for name in ("status", "available"):
        (root / "var/lib/dpkg" / name).touch()
    run(["dpkg", f"--root={root}", "--force-depends", "--force-not-root",
         "--force-script-chrootless", "--log=/dev/null", *arguments])


def main():
    build, corpus = (pathlib.Path(name).resolve() for name in sys.argv[1:])
    for program in NEEDED:
        if shutil.which(program) is None:
            print(f"skipped: there is no {program}")
            return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        run(["cpack", "--config", build / "CPackConfig.cmake", "-G", "DEB",
             "-B", scratch / "made"], cwd=build)
        package, = (scratch / "made").glob("*.deb")
        print(run(LINTIAN + [package]), end="")
        root = scratch / "root"
        dpkg(root, "-i", package)
        missing = EXPECTED - files_below(root)
        if missing:
            sys.exit(f"missing: {sorted(missing)}")
        unit = (root / "usr/lib/systemd/system/archive-index@.service")
        if "ExecStart=/usr/bin/archive-index build" not in unit.read_text():
            sys.exit("the unit runs another program")
        environment = {**os.environ, "ARCHIVE_INDEX_DB": str(scratch / "index")}
        run([root / "usr/bin/archive-index", "build", "--quiet", "--skip-ok",
             corpus], env=environment)
        count = run([root / "usr/bin/archive-query", "--count", "hotline"],
                    env=environment)
        if int(count) == 0:
            sys.exit("nothing was found")
        dpkg(root, "-P", "archive-index")
        left = files_below(root)
        if left:
            sys.exit(f"left behind: {sorted(left)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
