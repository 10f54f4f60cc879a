#!/usr/bin/env bash
# The commonest names of a collection, as a Markdown table: what the first page of
# a facet shows.
#
# Usage: entity_facets.sh BIN_DIRECTORY COLLECTION [QUERY]
#
# COLLECTION is a directory or file; it is indexed into a directory of its own.
set -euo pipefail
bin=$1
collection=$2
query=${3:-*}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bin/archive-index" --db "$work/index" build --quiet --skip-ok "$collection"
echo "| kind | the 20 commonest, with the number of articles |"
echo "| --- | --- |"
for field in person org place; do
  "$bin/archive-query" --db "$work/index" --facet "$field:20" \
    --format json --limit 0 "$query" |
    FIELD=$field python3 -c '
import json, os, sys
def values(node):
    if isinstance(node, dict):
        if node.get("field") == os.environ["FIELD"] and "values" in node:
            return node["values"]
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            found = values(child)
            if found is not None:
                return found
    return None
shown = [value["value"] + " " + str(value["articles"])
         for value in values(json.load(sys.stdin))]
print("| " + os.environ["FIELD"] + " | " + ", ".join(shown) + " |")'
done
