# Formats that others have defined: rankings to be scored, and citations.

$ archive-query hotline -n 2 -f trec
1 Q0 corpus/wire/wire-1.sgm#5 1 5.4964423 archive-query
1 Q0 corpus/2021/03/02/courier-hotline.txt 2 5.3543572 archive-query
[0]

$ printf '# questions\nhotline\narmistice korea\n' | archive-query - -n 2 -f trec
2 Q0 corpus/wire/wire-1.sgm#5 1 5.4964423 archive-query
2 Q0 corpus/2021/03/02/courier-hotline.txt 2 5.3543572 archive-query
3 Q0 corpus/1953/07/28/courier-panmunjom.txt 1 8.91203 archive-query
3 Q0 corpus/2021/03/02/courier-hotline.txt 2 7.8500643 archive-query
[0]

$ archive-query hotline -f trec --sort newest
2> archive-query: --format=trec ranks by relevance
2>   leave out --sort
[2]

$ archive-query 'id:"corpus/feeds/courier.jsonl#3"' -f ris
TY  - NEWS\r
TI  - Unopened royal tomb found in the Valley of the Kings\r
AU  - Tobias Ferrow\r
T2  - The Corpus Courier\r
SE  - World\r
PY  - 1922\r
DA  - 1922/11/30/\r
LA  - en\r
UR  - https://courier.example/1922/11/30/tutankhamun\r
DB  - archive-index $INDEX_ID, generation 1\r
AN  - corpus/feeds/courier.jsonl#3\r
N1  - corpus/feeds/courier.jsonl#3, bytes 2032 to 2963; date from metadata, confidence 0.95; archive-index $INDEX_ID, generation 1, archive-query $VERSION\r
ER  - \r
[0]

$ archive-query 'id:"corpus/feeds/courier.jsonl#3"' -f bibtex
@article{corpus/feeds/courier.jsonl+233,
  author = {Tobias Ferrow},
  title = {{Unopened royal tomb found in the Valley of the Kings}},
  journal = {The Corpus Courier},
  year = {1922},
  month = nov,
  day = {30},
  language = {en},
  url = {https://courier.example/1922/11/30/tutankhamun},
  annote = {corpus/feeds/courier.jsonl\#3, bytes 2032 to 2963; date from metadata, confidence 0.95; archive-index $INDEX_ID, generation 1, archive-query $VERSION}
}

[0]

$ archive-query 'id:"corpus/feeds/courier.jsonl#3"' -f csl-json
[
{"id":"corpus/feeds/courier.jsonl#3","type":"article-newspaper","title":"Unopened royal tomb found in the Valley of the Kings","author":[{"literal":"Tobias Ferrow"}],"container-title":"The Corpus Courier","section":"World","issued":{"date-parts":[[1922,11,30]]},"language":"en","URL":"https://courier.example/1922/11/30/tutankhamun","archive":"archive-index $INDEX_ID, generation 1","archive_location":"corpus/feeds/courier.jsonl#3","note":"corpus/feeds/courier.jsonl#3, bytes 2032 to 2963; date from metadata, confidence 0.95; archive-index $INDEX_ID, generation 1, archive-query $VERSION"}
]
[0]

$ archive-query nosuchname -f csl-json
[
]
2> no articles
2>   nosuchname  0
[1]

$ archive-query hotline -f bibtex --fields id
2> archive-query: --format=bibtex shows fixed fields
2>   --fields goes with json, jsonl, csv and tsv
[2]

$ archive-query hotline --facet lang -f ris
2> archive-query: --format=ris has no room for --facet
2>   text, json, jsonl, csv and tsv have
[2]

# An article that two queries find is cited once.

$ printf 'hotline\nhotlines\nnosuchname\n"Tan Kefei"\narmistice\n' > names; for format in ids bibtex ris csl-json; do archive-query --query-file names -f $format | grep -c -e '^corpus' -e '^@' -e '^TY  - ' -e '^{'; done
15
7
7
7
[0]

$ archive-query --query-file names -f csl-json | python3 -c 'import json, sys; print(len({item["id"] for item in json.load(sys.stdin)}))'
7
[0]

$ archive-query '*' -n all -f bibtex | grep '^@' | sort | uniq -d
[0]
