#!/usr/bin/env python3
"""Holds that archive-query loads no library that only the reading of files needs:
each costs every query of a shell the time to load it.

Usage: libraries.py ARCHIVE_QUERY
"""
import shutil
import subprocess
import sys

READERS_ALONE = ("libarchive", "libbrotli", "libcld2", "libcmark", "libgmime",
                 "libgumbo", "libicui18n", "libmimalloc", "libpugixml", "libyaml")


def main():
    if not shutil.which("readelf"):
        print("there is no readelf: skipped")
        return 77
    dynamic = subprocess.run(["readelf", "-d", sys.argv[1]], check=True, text=True,
                             capture_output=True).stdout
    needed = [line.split("[")[1].rstrip("]") for line in dynamic.splitlines()
              if "(NEEDED)" in line]
    if not any(name.startswith("libxapian") for name in needed):
        print(f"not what readelf should say: {needed}")
        return 1
    wrong = [name for name in needed if name.startswith(READERS_ALONE)]
    if wrong:
        print(f"archive-query loads {', '.join(wrong)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
