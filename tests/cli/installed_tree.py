#!/usr/bin/env python3
"""What `cmake --install` installs, and that it works from where it lies.

Usage: installed_tree.py CMAKE BUILD_DIRECTORY
"""
import os
import pathlib
import subprocess
import sys
import tempfile

FILES = {
    "bin/archive-index",
    "bin/archive-query",
    "lib/systemd/system/archive-index@.service",
    "lib/systemd/system/archive-index@.timer",
    "share/archive-index/entities-en.model",
    "share/archive-index/foreign-names.tsv",
    "share/archive-index/places.tsv",
    "share/bash-completion/completions/archive-index",
    "share/bash-completion/completions/archive-query",
    "share/fish/vendor_completions.d/archive-index.fish",
    "share/fish/vendor_completions.d/archive-query.fish",
    "share/man/man1/archive-index.1",
    "share/man/man1/archive-query.1",
    "share/man/man7/archive-index-formats.7",
    "share/man/man7/archive-query-syntax.7",
    "share/zsh/site-functions/_archive-index",
    "share/zsh/site-functions/_archive-query",
}
# What --generate prints -> the file that must hold just that.
GENERATED = {
    ("archive-query", "man"): "share/man/man1/archive-query.1",
    ("archive-query", "man-syntax"): "share/man/man7/archive-query-syntax.7",
    ("archive-query", "complete-bash"):
        "share/bash-completion/completions/archive-query",
    ("archive-index", "man"): "share/man/man1/archive-index.1",
    ("archive-index", "man-formats"):
        "share/man/man7/archive-index-formats.7",
    ("archive-index", "complete-bash"):
        "share/bash-completion/completions/archive-index",
    ("archive-index", "complete-fish"):
        "share/fish/vendor_completions.d/archive-index.fish",
}


def main():
    cmake, build = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        environment = {key: value for key, value in os.environ.items()
                       if key != "DESTDIR"}
        subprocess.run([cmake, "--install", build, "--prefix", root],
                       check=True, capture_output=True, env=environment)
        found = {path.relative_to(root).as_posix()
                 for path in root.rglob("*") if path.is_file()}
        # A build for packages, with /usr for its prefix, has another place.
        found = {path.replace("zsh/vendor-completions", "zsh/site-functions")
                 for path in found}
        if found != FILES:
            sys.exit(f"missing: {sorted(FILES - found)}\n"
                     f"not expected: {sorted(found - FILES)}")
        for (program, what), file in GENERATED.items():
            printed = subprocess.run(
                [root / "bin" / program, "--generate", what], check=True,
                capture_output=True).stdout
            if not printed or printed != (root / file).read_bytes():
                sys.exit(f"{file} is not what {program} --generate {what} "
                         "prints: build again")
    print(f"{len(FILES)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
