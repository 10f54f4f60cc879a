"""The peers of ../shared/peers: their input, their programs and how each builds an
index of the same articles as ours.  Needs the packages that docs/benchmarks.md names."""
import pathlib
import shutil
import subprocess

import bench

NAMES = {"ours": "archive-index", "lucene2": "Lucene 8, 2 threads",
         "lucene1": "Lucene 8, 1 thread", "sqlite": "SQLite FTS5",
         "omega": "Omega scriptindex", "xapian": "libxapian, as its example does",
         "words": "libxapian, small segments, 2 threads"}


def _lucene(threads, merge="merge"):
    return ["java", "-cp", "{jars}:{bin}", "Bench", "index", "{index}",
            "{input}.bin", threads, merge, "256"]


_BUILDS = {
    "lucene": _lucene("1"),  # see environment()
    # Each thread leaves a segment of its own, where there are fewer than ten and
    # what one is given fits into its memory.
    "lucene-parts": _lucene("{parts}", "nomerge"),
    "lucene2": _lucene("2"),
    "lucene1": _lucene("1"),
    "sqlite": ["{bin}/fts", "index", "{index}", "{input}.bin", "content"],
    "omega": ["scriptindex", "--stemmer=english", "{index}", "{peers}/script.idx",
              "{input}.omdump"],
    "xapian": ["{bin}/rawx", "index", "{index}", "{input}.bin", "--gen", "termgen"],
    "words": ["{bin}/rawx", "index", "{index}", "{input}.bin", "--gen", "own",
              "--nosync", "--threads", "2", "--shard", "500", "--merge", "std"],
    "ours": ["{ours}/archive-index", "build", "--quiet", "--settle", "0",
             "--skip-ok", "--db", "{index}", "{input}.jsonl"],
}
_QUERIES = {
    "lucene": ["java", "-cp", "{jars}:{bin}", "Bench", "query", "{index}",
                "{queries}", "20"],
    "sqlite": ["{bin}/fts", "query", "{index}", "{queries}", "5"],
    "words": ["{bin}/rawx", "query", "{index}", "{queries}", "5", "1", "0"],
}


class Peers:
    """`work` keeps input and programs; `scale` is x1 or x10; "lucene-parts" has so
    many segments as `parts`."""

    def __init__(self, options, work, scale, parts=1):
        for need in ("time", "java", "javac", "scriptindex"):
            if not shutil.which(need):
                bench.skip(f"there is no {need}; docs/benchmarks.md names the "
                           "packages")
        peers = options.shared / "peers"
        # No round of no peer: it makes the input and compiles the programs.
        subprocess.run([peers / "compare.sh", work, scale, "0", "none"], check=True,
                       stdout=subprocess.DEVNULL)
        jars = sorted(pathlib.Path("/usr/share/java").glob("lucene-*8.*.jar"))
        self.input = work / "in" / scale
        self._values = {"jars": ":".join(map(str, jars)), "bin": work / "bin",
                        "input": self.input, "peers": peers, "ours": options.bin,
                        "parts": str(parts)}

    def build_command(self, name, index):
        """For an index that is not there yet: what was there is removed."""
        shutil.rmtree(index, ignore_errors=True)
        index.unlink(missing_ok=True)
        if name.startswith("lucene"):
            index.mkdir(parents=True)
        return self._command(_BUILDS[name], index=index)

    def query_command(self, name, index, queries):
        program = name.removesuffix("1").removesuffix("-parts")
        return self._command(_QUERIES[program], index=index, queries=queries)

    @staticmethod
    def environment(name):
        """Of a build: Lucene stores the text, as ours does; "lucene" and
        "lucene-parts" do not, and need not unpack it when they are asked."""
        return {} if name in ("lucene", "lucene-parts") else {"STOREBODY": "1"}

    def text_bytes(self):
        """Bytes of titles and texts: the last two of a record's eight parts."""
        records = self.input.with_suffix(".bin").read_bytes().split(b"\x1e")
        return sum(len(part) for record in records
                   for part in record.split(b"\x1f")[6:])

    def _command(self, parts, **values):
        return [part.format(**self._values, **values) for part in parts]


def size_of(path):
    files = [path] if path.is_file() else path.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file())
