#!/usr/bin/env python3
"""Holds what archive-query prints as json and jsonl against docs/.

Every kind of answer is asked for, validated against the schema, and then
spoilt: a schema that takes the spoilt ones as well would hold nothing.

Usage: json_schema.py BIN CORPUS SCHEMA; needs the package python3-jsonschema.
"""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    # The first python3 of the PATH need not be Debian's, which has it.
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3"] + sys.argv)
    sys.exit(f"{sys.executable} has no jsonschema: install python3-jsonschema")

QUERIES = "hotline\nnosuchname\nkorea OR japan\n"
# Arguments, for both formats; what `-` reads is QUERIES.
ASKED = [
    ["hotline"],
    ["*", "-n", "all"],
    ["nosuchname"],
    ["cats or dogs"],
    ["hotline", "--sort", "newest", "--offset", "2"],
    ["*", "-n", "all", "--fields", "EVERY"],
    ["missing:date", "-n", "all"],
    ["*", "--facet", "lang,source:2,keyword:all"],
    ["korea", "--facet", "lang", "--compare", "japan", "-n", "2"],
    ["*", "--facet", "source", "--facet-filter", "cour"],
    ["*", "--timeline"],
    ["sea", "--timeline=decade", "--relative", "--compare", "korea"],
    ["sea", "--timeline=year", "--occurrences"],
    ["sea", "--timeline=year", "--occurrences", "--compare", "korea"],
    ["nosuchname", "--timeline"],
    ["*", "--coverage"],
    ["korea", "--distinctive", "lang"],
    ["korea", "--distinctive", "word", "--timeline", "--facet", "lang"],
    ["armistice OR hotline", "--kwic", "-n", "all"],
    ["--similar", "corpus/2021/03/02/courier-hotline.txt"],
    ["*", "--group-duplicates", "moderate", "-n", "all"],
    ["copies-of:nothing", "--group-duplicates", "high"],
    ["-"],
    ["-", "--facet", "lang", "--compare", "sea", "-n", "1"],
    ["-", "--timeline"],
    ["-", "--kwic"],
    ["hotline", "--format-version", "1"],
]
# A hit as the footnote needs it.
FOOTNOTE = ["id", "path", "bytes", "date", "date_source", "date_confidence"]


class Failures:
    def __init__(self):
        self.count = 0

    def add(self, text):
        self.count += 1
        print(text)


def spoilt(value):
    """Copies of a document with one thing wrong in each."""
    def change(edit):
        other = copy.deepcopy(value)
        edit(other)
        return other

    yield "a key too many", change(lambda v: v.update(surprise=1))
    for key in value:
        yield f"{key} is of another type", change(
            lambda v, key=key: v.update({key: {"surprise": 1}}))
        if isinstance(value[key], dict):
            yield f"a key too many in {key}", change(
                lambda v, key=key: v[key].update(surprise=1))
        if isinstance(value[key], list) and value[key] and isinstance(
                value[key][0], dict):
            yield f"a key too many in the first of {key}", change(
                lambda v, key=key: v[key][0].update(surprise=1))


def main():
    bin_directory, corpus, schema_path = sys.argv[1:]
    schema = json.loads(pathlib.Path(schema_path).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)

    def validator(name):
        return jsonschema.Draft202012Validator(
            {"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})

    whole = jsonschema.Draft202012Validator(schema)
    failures, kinds = Failures(), set()
    every = ",".join(key for key in schema["$defs"]["hit"]["properties"])

    with tempfile.TemporaryDirectory(prefix="archive-schema-") as name:
        environment = dict(os.environ, ARCHIVE_INDEX_DB=f"{name}/index",
                           ARCHIVE_INDEX_NOW="1615802400")
        subprocess.run([f"{bin_directory}/archive-index", "build", corpus,
                        "--quiet", "--skip-ok"], env=environment, check=True,
                       stderr=subprocess.DEVNULL)

        def ask(arguments):
            done = subprocess.run(
                [f"{bin_directory}/archive-query"] + arguments, input=QUERIES,
                env=environment, capture_output=True, text=True, check=False)
            if done.returncode not in (0, 1):
                failures.add(f"{arguments}: {done.stderr}")
            return done.stdout

        def check(where, validate, value):
            error = jsonschema.exceptions.best_match(
                validate.iter_errors(value))
            if error is not None:
                failures.add(f"{where}: {error.json_path}: {error.message}\n"
                             f"    {json.dumps(value)[:300]}")

        def check_document(arguments, validate, value):
            check(arguments, validate, value)
            check(arguments, whole, value)
            for what, other in spoilt(value):
                if validate.is_valid(other) or whole.is_valid(other):
                    failures.add(f"{arguments}: valid though {what}")

        for row in ASKED:
            arguments = [every if word == "EVERY" else word for word in row]
            has_fields = "--fields" in arguments
            answers = json.loads(ask(arguments + ["-f", "json"]))
            if isinstance(answers, list):
                check(arguments, validator("answers"), answers)
            else:
                answers = [answers]
            for answer in answers:
                check_document(arguments, validator("answer"), answer)
                for hit in answer["hits"]:
                    if not has_fields:
                        check(arguments, validator("default_hit"), hit)
                    for key in FOOTNOTE:
                        if key not in hit:
                            failures.add(f"{arguments}: a hit without {key}")
            spoilt_kinds = set()
            for text in ask(arguments + ["-f", "jsonl"]).splitlines():
                value = json.loads(text)
                kind = value["kind"]
                kinds.add(kind)
                line = validator("line_" + kind.replace("-", "_"))
                if kind in spoilt_kinds:
                    check(arguments, line, value)
                else:
                    spoilt_kinds.add(kind)
                    check_document(arguments, line, value)
                if kind == "hit" and not has_fields:
                    check(arguments, validator("default_hit"), value)
        article = json.loads(
            ask(["--show", "corpus/feeds/courier.jsonl#3", "-f", "json"]))
        check_document(["--show"], validator("article"), article)
        history = json.loads(
            ask(["--history", "corpus/feeds/courier.jsonl#3", "-f", "json"]))
        check_document(["--history"], validator("history"), history)

    known = {definition["properties"]["kind"]["const"]
             for name, definition in schema["$defs"].items()
             if name.startswith("line_")}
    if kinds != known:
        failures.add(f"kinds never printed or not known: {kinds ^ known}")
    return 1 if failures.count else 0


if __name__ == "__main__":
    sys.exit(main())
