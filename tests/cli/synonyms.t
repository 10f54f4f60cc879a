# The librarian's synonyms: a text file in the index, read for --synonyms alone.

$ archive-query --synonyms hotline
2> archive-query: --synonyms: there is no $TMP/index/synonyms.txt
2>   write one: a line such as Peking = Beijing for each name
[2]

$ printf '# Names of places.\nSouth Korea = ROK\nroc = Taiwan\nwar -> armistice, front line\n' >index/synonyms.txt
[0]

$ archive-query --count rok
0
[0]

$ archive-query --count --synonyms rok
2
[0]

$ archive-query --count '"south korea"'
2
[0]

$ archive-query --synonyms --explain 'rok W/5 hotline'
text        rok W/5 hotline
tokens      rok · W/5 · hotline
parsed      (near/5 "rok" "hotline")
resolved    (near/5 (or "rok" (phrase "South Korea")) "hotline")
cursors     positions of (rok OR "South Korea") W/5 hotline
              and
                or
                  postings of rok in text
                  and
                    postings of =south in text
                    postings of =korea in text
                postings of hotline in text

read as     (rok OR "South Korea") W/5 hotline
synonyms    5 names in $TMP/index/synonyms.txt
ranked by   BM25 (k1 1.6, b 0.5); the best 1,000 again: a word of the title counts 2
rok W/5 hotline  text              1  south (8) korea (6) hotline (4) hotlines (1)
all                                1  of 134 articles in 1 segment
[0]

$ archive-query --synonyms -f json -n 0 'war date:2021' | head -c 250
{"format_version":1,"query":"war date:2021","read_as":"(war OR armistice OR \"front line\") AND date:2021-01-01..2021-12-31","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":1,"exact":\
[0]

$ archive-query --synonyms 'rok zebra'
2> no articles
2>   rok    2
2>   zebra  0   did you mean zero (1)?
[1]

$ archive-query --count --synonyms '=rok'
0
[0]

$ archive-index build corpus --quiet --skip-ok --fresh; cat index/synonyms.txt | wc -l
4
2> archive-index: failed: corpus/broken/feed.jsonl: line 2: not valid JSON at column 138
2>                        corpus/broken/half-a-year.zip: 1896/01/05/bones.txt: damaged (ZIP decompression failed (-3))
[0]

# A line that makes no sense is told, and the query is not asked.

$ printf 'Peking = Beijing\nPersia Iran\nIran = Persia, Iran\n' >index/synonyms.txt
[0]

$ archive-query --synonyms hotline
2> archive-query: $TMP/index/synonyms.txt: line 2: there is neither = nor -> in this line; and 1 more line
2>   write Peking = Beijing, or one way: Persia -> Iran, Islamic Republic
[2]

$ archive-query --count hotline
5
[0]

$ archive-query --db nowhere --synonyms hotline
2> archive-query: there is no index in nowhere
2>   build one with: archive-index build DIRECTORY
[66]

$ mv index/synonyms.txt kept; mkfifo index/synonyms.txt; archive-query --count --synonyms rok; rm index/synonyms.txt; mv kept index/synonyms.txt
2> archive-query: $TMP/index/synonyms.txt is no file
[0]
