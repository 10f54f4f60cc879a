#!/usr/bin/env python3
"""Holds the sources against the rules of ARCHITECTURE.md.

- A folder includes only what lies before it on the data's way; common/ knows
  neither program, and the programs do not know each other.
- Files do not include each other in a circle.
- A foreign library is included in its border files only.
- What only a few files may name, only they name.
- No source file has more than 400 lines.

Usage: check_layers.py [SOURCE_DIRECTORY]; without one, the tree it lies in.
To add a folder: its place in ORDER.  To add a library: a row in BORDERS.
"""
import pathlib
import re
import sys

# Rooms in the order of the data's way.  Within a program (the first part of the
# name) a room may include itself and those before it; "indexer" alone is what
# lies directly in indexer/.
ORDER = [
    "common",
    "common/text",
    "common/dates",
    "common/index",
    "indexer/sources",
    "indexer/readers",
    "indexer/analysis",
    "indexer/writing",
    "indexer",
    "query/language",
    "query/matching",
    "query/output",
    "query",
]
# Which programs' rooms a program may look into.
PROGRAMS = {
    "common": {"common"},
    "indexer": {"common", "indexer"},
    "query": {"common", "query"},
    "tests": {"common", "indexer", "query", "tests"},
    "training": {"common", "indexer", "training"},
    "bench": {"common", "indexer", "query", "tests", "bench"},
}
# Header -> the files that may include it; tests may include what they like.
BORDERS = {
    "xapian.h": r"common/index/(article_document|segment|xapian_guard)\."
                r"|common/text/stemmer\."
                r"|indexer/writing/(segment_writer|segment_check|living_copy|merge|served_database)\."
                r"|query/matching/(posting_(cursor|list)|remote_\w+)\.",
    "unicode/": r"common/text/(analyser|fold|letter_case|sentences|unbroken_words|utf8|utf8_decoding)\."
                r"|common/dates/foreign_months\.",
    "CLI/": r"(indexer|query)/cli(_\w+)?\.|common/command_table\.",
    "nlohmann/": r"indexer/readers/(json_article|json_ld|json_values)\.|training/name_lists\.",
    "gumbo.h": r"indexer/readers/html_tree\.",
    "pugixml.hpp": r"indexer/readers/xml_tree\.",
    "cmark.h": r"indexer/readers/markdown_text\.",
    "yaml.h": r"indexer/readers/front_matter_yaml\.",
    "archive.h": r"indexer/sources/container\.",
    "archive_entry.h": r"indexer/sources/container\.",
    "gmime/": r"indexer/readers/mail_message\.",
    "brotli/": r"indexer/readers/content_coding\.",
    "zlib.h": r"indexer/readers/content_coding\.",
    "cld2/": r"indexer/analysis/language_detector\.",
    "zstd.h": r"common/index/(packed_record|served_dictionary)\.",
    "zdict.h": r"indexer/writing/dictionary_sample\.",
    "xxhash.h": r"common/index/(section_file|manifest|shingles)\."
                r"|common/text/fold\."
                r"|indexer/sources/source_paths\."
                r"|indexer/writing/file_changes\.",
}
# A word of the sources -> the files that may hold it, and why.
NAMES = {
    r"\bFindField\(": (
        r"common/index/(schema|name_rule_lines)\."
        r"|query/language/(resolver|field_names)\."
        r"|query/(cli|option|view|commands|completion|output/)\w*",
        "the parser knows no fields, the resolver does"),
    r"\b(Rename|RemoveAll|WriteGeneration|WriteManifest)\(": (
        r"common/(file_system|index/(generation|manifest))\."
        r"|indexer/writing/",
        "only the writer changes what lies in an index"),
    r"\bStubPath\(": (
        r"common/index/|indexer/writing/(index_(place|writer|backup)|stub_repair)\.",
        "only IndexWriter publishes; a backup and a repair what it published"),
}
MOST_LINES = 400
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


class Source:
    def __init__(self, root, path):
        self.name = path.relative_to(root).as_posix()
        lines = path.read_text(encoding="utf-8").splitlines()
        self.lines = lines
        self.line_count = len(lines)
        self.ours = []  # (line number, name of the included file)
        self.foreign = []
        for number, line in enumerate(lines, 1):
            match = INCLUDE.match(line)
            if match:
                quote, target = match.groups()
                kind = self.ours if quote == '"' else self.foreign
                kind.append((number, target))

    @property
    def program(self):
        return self.name.split("/")[0]

    @property
    def room(self):
        return self.name.rsplit("/", 1)[0]


def read_sources(root):
    sources = {}
    for program in PROGRAMS:
        for path in sorted((root / program).rglob("*")):
            if path.suffix in (".h", ".cc"):
                source = Source(root, path)
                sources[source.name] = source
    return sources


def complain_of_layers(source, sources):
    for number, target in source.ours:
        where = f"{source.name}:{number}"
        program = target.split("/")[0]
        if target not in sources:
            yield f"{where}: there is no {target} (names begin at the top)"
        elif program not in PROGRAMS[source.program]:
            yield f"{where}: {source.program}/ may not include {target}"
        elif source.program == program and source.program in (
                "common", "indexer", "query"):
            room = sources[target].room
            for name in (source.room, room):
                if name not in ORDER:
                    yield f"{where}: {name}/ has no place in ORDER"
                    return
            # What lies in common/ itself (errors, results, articles) may use
            # the rooms it is made of, and they use it: cycles are found among
            # files.
            if program == "common":
                if "common" in (source.room, room):
                    continue
            if ORDER.index(room) > ORDER.index(source.room):
                yield (f"{where}: {source.room}/ comes before {room}/ on the "
                       f"data's way and may not include {target}")


def complain_of_borders(source):
    if source.program in ("tests", "bench"):
        return
    for number, target in source.foreign + source.ours:
        for header, files in BORDERS.items():
            if target.startswith(header) and not re.match(files, source.name):
                yield (f"{source.name}:{number}: {target} belongs behind its "
                       f"border files, see BORDERS")


def complain_of_names(source):
    if source.program in ("tests", "bench"):
        return
    for word, (files, why) in NAMES.items():
        if re.match(files, source.name):
            continue
        for number, line in enumerate(source.lines, 1):
            if re.search(word, line.split("//")[0]):
                yield f"{source.name}:{number}: {line.strip()}: {why}"


def complain_of_length(source):
    if source.line_count > MOST_LINES:
        yield (f"{source.name}: {source.line_count} lines, more than "
               f"{MOST_LINES}: look for a seam")


def find_cycle(sources):
    """The files of one circle of includes, or None."""
    done = set()

    def visit(name, way):
        if name in way:
            return way[way.index(name):] + [name]
        if name in done:
            return None
        for _, target in sources[name].ours:
            if target in sources:
                cycle = visit(target, way + [name])
                if cycle:
                    return cycle
        done.add(name)
        return None

    for name in sources:
        cycle = visit(name, [])
        if cycle:
            return cycle
    return None


def unused_borders(sources):
    """Libraries of the table that nobody includes."""
    for header in BORDERS:
        if not any(target.startswith(header)
                   for source in sources.values()
                   for _, target in source.foreign):
            yield f"tests/check_layers.py: nobody includes {header} any more"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else
                        pathlib.Path(__file__).parent.parent)
    sources = read_sources(root)
    if not sources:
        print(f"{root} holds no sources")
        return 1
    complaints = []
    for source in sources.values():
        complaints += complain_of_layers(source, sources)
        complaints += complain_of_borders(source)
        complaints += complain_of_names(source)
        complaints += complain_of_length(source)
    complaints += unused_borders(sources)
    cycle = find_cycle(sources)
    if cycle:
        complaints.append("files that include each other: " +
                          " -> ".join(cycle))
    print("\n".join(complaints) or
          f"{len(sources)} files keep to the layers")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
