# Queries and options that make no sense: status 2, nothing on stdout.

$ archive-query '(hotline AND Eastern date:03/04/2021'
2> archive-query: the bracket that opens here is never closed
2>   (hotline AND Eastern date:03/04/2021
2>   ^
2> try: (hotline AND Eastern) date:03/04/2021
2> 
2> archive-query: 03/04/2021 can be read in two ways
2>   (hotline AND Eastern date:03/04/2021
2>                             ^~~~~~~~~~
2> try: date:2021-04-03 (3 April) or date:2021-03-04 (4 March)
[2]

$ archive-query --count 'titel:hotline'
2> archive-query: there is no field "titel"
2>   titel:hotline
2>   ^~~~~~
2> try: title:hotline
[2]

$ archive-query ''
2> archive-query: there is no query
2>   archive-query 'hotline AND Eastern', or archive-query -h; * is every article
[2]

$ archive-query
2> archive-query: there is no query
2>   archive-query 'hotline AND Eastern', or archive-query -h; * is every article
[2]

$ archive-query -wheat
2> archive-query: there is no option -wheat
2>   a query that begins with - goes after --: archive-query -- '-wheat'
[2]

$ archive-query -- -hotline navy
2> no articles have both of these
2>   -hotline 129 · navy 2
[1]

$ archive-query --cuont hotline
2> archive-query: there is no option --cuont
2>   did you mean --count?
[2]

$ archive-query --sort oldset hotline
2> archive-query: --sort: oldset is none of added, newest, oldest, relevance, source, left, right
2>   archive-query -h
[2]

$ archive-query --format xml hotline
2> archive-query: --format: xml is none of text, line, json, jsonl, csv, tsv, ids, paths, trec, ris, bibtex, csl-json, svg
2>   archive-query -h
[2]

$ archive-query -n many hotline
2> archive-query: --limit many: neither a number nor all
2>   -n 20, or -n all
[2]

$ archive-query --facet words hotline
2> archive-query: --facet words: this field is not counted
2>   fields that are: byline, source, section, dateline, topic, keyword, exchange, person, org, place, lang, format, date-source, entity-source, agency, page, edition, status, mentions-year, place-country, place-region
[2]

$ archive-query --facet place:none hotline
2> archive-query: --facet place:none: how many values?
2>   place:5 or place:all
[2]

$ archive-query --facet place -f ids hotline
2> archive-query: --format=ids has no room for --facet
2>   text, json, jsonl, csv and tsv have
[2]

$ archive-query --facet place -n 3 -f csv hotline
2> archive-query: --format=csv holds a table or articles
2>   leave out -n, or --facet
[2]

$ archive-query --fields titel -f csv hotline
2> archive-query: --fields titel: there is no such field of a result
2>   did you mean title?
[2]

$ archive-query --fields title hotline
2> archive-query: --format=text shows fixed fields
2>   --fields goes with json, jsonl, csv and tsv
[2]

$ archive-query --count --facet place hotline
2> archive-query: --count and --facet contradict each other
2>   leave out one of them
[2]

$ archive-query --query-file x hotline
2> archive-query: --query-file and a query contradict each other
2>   leave out one of them
[2]

$ archive-query --now 03/04/2021 hotline
2> archive-query: --now: 03/04/2021 can be read in two ways
2>   --now 2021-03-15
[2]

$ archive-query --db /nowhere hotline
2> archive-query: there is no index in /nowhere
2>   build one with: archive-index build DIRECTORY
[66]

$ archive-query --query-file /nowhere
2> archive-query: the file of queries cannot be read: /nowhere
[66]

$ archive-query --show x --count
2> archive-query: --show and --count contradict each other
2>   leave out one of them
[2]

$ archive-query '#'
2> archive-query: there is no word in this query
2>   #
2>   ^
[2]

# A query that looks like an option: the whole command, in the order typed.

$ archive-query -hotline navy
2> archive-query: there is no option -hotline
2>   a query that begins with - goes after --: archive-query -- '-hotline navy'
[2]

$ archive-query --count oil -price
2> archive-query: there is no option -price
2>   a query that begins with - goes after --: archive-query --count -- 'oil -price'
[2]

$ archive-query --sort newest -n5 'oil price' -nato --format json
2> archive-query: there is no option -nato
2>   a query that begins with - goes after --: archive-query --sort newest -n5 --format json -- 'oil price -nato'
[2]

# Options without their value, and given twice.

$ archive-query hotline -f
2> archive-query: --format needs a value behind it: --format FORMAT
2>   archive-query -h
[2]

$ archive-query hotline -n x
2> archive-query: --limit x: neither a number nor all
2>   -n 20, or -n all
[2]

$ archive-query --db a --db b hotline
2> archive-query: there is no index in a
2>   build one with: archive-index build DIRECTORY
[66]

$ archive-query --db '' hotline
2> archive-query: --db is given without a value
2>   leave it out, or say which
[2]

$ archive-query --offset x hotline
2> archive-query: --offset: takes a number from 0 on
2>   archive-query -h
[2]

# Files of queries that are none.

$ archive-query --query-file corpus
2> archive-query: corpus is a directory, not a file of queries
[2]

$ printf '\377\376h\0o\0t\0' > utf16.txt; archive-query --query-file utf16.txt
2> archive-query: the file of queries is UTF-16, not UTF-8
2>   iconv -f UTF-16 -t UTF-8 FILE | archive-query -
[2]

$ printf '\357\273\277hotline\n' | archive-query --count -
5	hotline
[0]

# Numbers that a field never holds.

$ archive-query 'date-confidence:2..'
2> archive-query: date-confidence: runs from 0 to 1
2>   date-confidence:2..
2>                   ^~~
2> try: date-confidence:0.9..
[2]

$ archive-query --count 'date-confidence:0.5..1'
127
[0]

$ archive-query --lenient --strict war
2> archive-query: --lenient and --strict contradict each other
2>   leave out one of them
[2]

$ archive-query --any --syntax nexis war
2> archive-query: --any and --syntax contradict each other
2>   leave out one of them
[2]

$ archive-query --explain --format json war
2> archive-query: --explain and --format contradict each other
2>   leave out one of them
[2]

$ archive-query -0 war
2> archive-query: --format=text has no NULs
2>   -0 goes with --format=paths and --format=ids
[2]

$ archive-query -n '' war
2> archive-query: --limit is given without a value
2>   leave it out, or say which
[2]

$ archive-query --offset +5 war
2> archive-query: --offset: takes a number from 0 on
2>   archive-query -h
[2]

$ archive-query --offset 99999999999999999999 war
2> archive-query: --offset: takes a number from 0 on
2>   archive-query -h
[2]

$ archive-query --save x --within ids.txt war
2> archive-query: --save and --within contradict each other
2>   leave out one of them
[2]

$ archive-query --count '+war hotline'
2
2> archive-query: "+war": the + was left out; all words must be there where no OR stands
[0]
