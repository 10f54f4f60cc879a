# What users of other archives complain about, and our answer to each.  The
# letters are those of the product's list of complaints.

$ mkdir -p $TMP/news/2019 && cd $TMP/news && printf 'Wall Street firm\n\nJohn Q. Doe met Johan van Doe on 2021/10/25. Bill nº123 of the U.S. Senate was read.\n' > doe.txt && printf "O'Brien of AT&T\n\nAn F-16 flew over. ABC'13 was the last of its kind. A tram came, no bike.\n" > obrien.txt && printf 'Tram lines\n\nThe tram and the car share a bridge. Resume reading the r\303\251sum\303\251.\n' > 2019/11-09-tram.txt && cd $TMP && printf '{"id":"a","title":"Bridge opens","date":"1999-11-09","modified":"2020-01-02","text":"A bridge opened to bikes."}\n{"id":"b","title":"Bridge closed","date":"2017-11-17T08:30:00Z","text":"The bridge is closed."}\n' > news/bridge.jsonl && archive-index build --quiet --db $TMP/c.db news
[0]

# A1 A wildcard inside a phrase or near-search does nothing, or lies.
$ for q in '"joh* van doe"' 'joh* W/3 doe' '"*street firm"' '"w?ll street"' 'joh* PRE/1 street'; do printf '%s: ' "$q"; archive-query --db c.db --count "$q"; done
"joh* van doe": 1
joh* W/3 doe: 1
"*street firm": 1
"w?ll street": 1
joh* PRE/1 street: 0
[0]

# A2 Nobody knows what binds tighter, AND or OR.
$ archive-query --db c.db --count 'tram OR bridge AND bike'
3
2> archive-query: AND binds tighter than OR; read as tram OR (bridge AND bike)
[0]

$ archive-query --db c.db --strict --count 'tram OR bridge AND bike'
2> archive-query: AND and OR are mixed without brackets
2>   tram OR bridge AND bike
2>           ^~~~~~~~~~~~~~~
2> try: tram OR (bridge AND bike)
[2]

$ archive-query --db c.db -f json -n 0 'tram OR bridge AND bike' 2>/dev/null | grep -o '"read_as":"[^"]*"'
"read_as":"tram OR (bridge AND bike)"
[0]

# A3 A space that means OR surprises.
$ archive-query --db c.db --count 'tram bike'
1
[0]

$ archive-query --db c.db --count 'tram bike -car'
1
[0]

# A4 An unbalanced query fails in silence, or with a trace; of a list, only the
# first wrong line is told.
$ archive-query --db c.db 'AND ada'
2> archive-query: AND has nothing on its left
2>   AND ada
2>   ^~~
2> try: ada
[2]

$ printf 'tram\n(bike\nAND ada\nbridge\n"open\n' | archive-query --db c.db --count --query-file -
2> archive-query: line 2: the bracket that opens here is never closed
2>   (bike
2>   ^
2> try: (bike)
2> 
2> archive-query: line 3: AND has nothing on its left
2>   AND ada
2>   ^~~
2> try: ada
2> 
2> archive-query: line 5: the quote that opens here is never closed
2>   "open
2>   ^~~~~
2> try: "open"
[2]

# A5 "Exact" is not exact; and what was folded is told.
$ for q in '=resume' '=résumé' 'resume' '=bike' 'bike' '=bikes'; do printf '%s: ' "$q"; archive-query --db c.db --count "$q"; done
=resume: 1
=résumé: 1
resume: 1
=bike: 1
bike: 2
=bikes: 1
[0]

$ archive-query --db c.db --explain 'bike' | grep '^bike'
bike        text              2  bike (1) bikes (1)
[0]

# A6 Numbers, dates, hyphens and apostrophes, typed as printed, find nothing.
$ for q in '2021/10/25' 'nº123' 'U.S.' "O'Brien" 'AT&T' 'F-16' "ABC'13"; do printf '%s: ' "$q"; archive-query --db c.db --count "$q"; done
2021/10/25: 1
nº123: 1
U.S.: 1
O'Brien: 1
AT&T: 1
F-16: 1
ABC'13: 1
[0]

# A7 Distances: groups within groups, and words the other way round.
$ for q in 'john W/2 doe' 'doe W/2 john' 'john W/1 doe' 'john PRE/2 doe' 'doe PRE/2 john' '(john W/2 doe) W/3 (johan W/2 doe)' '(john W/2 doe) W/1 (johan W/1 met)'; do printf '%s: ' "$q"; archive-query --db c.db --count "$q"; done
john W/2 doe: 1
doe W/2 john: 1
john W/1 doe: 0
john PRE/2 doe: 1
doe PRE/2 john: 0
(john W/2 doe) W/3 (johan W/2 doe): 1
(john W/2 doe) W/1 (johan W/1 met): 1
[0]

# A8 Two doors, two answers: the same query from the command line, from a list,
# counted, and as ids.
$ archive-query --db c.db --count 'bridge NOT tram'; echo 'bridge NOT tram' | archive-query --db c.db --count --query-file -; archive-query --db c.db -f ids 'bridge NOT tram' | wc -l; archive-query --db c.db -f json 'bridge NOT tram' | grep -o '"total":[0-9]*'
2
2	bridge NOT tram
2
"total":2
[0]

# A9 The shell eats the quotes.
$ archive-query --db c.db --count "wall street" firm
1
2> archive-query: the shell took the quotes away; if they were meant for the query: archive-query '"wall street" firm'
[0]

$ echo '"wall street"' | archive-query --db c.db --count -
1	"wall street"
[0]

# B4 What has no date must be found.
$ archive-query --db c.db -f ids 'missing:date'
news/obrien.txt
news/doe.txt
news/2019/11-09-tram.txt
[0]

# B5 One day, or a date that is none.
$ for q in date:20171117 date:2017-11-17 date:17.11.2017 date:yesterday date:1970; do printf '%s: ' "$q"; archive-query --db c.db --now 2017-11-18 --count "$q"; done
date:20171117: 1
date:2017-11-17: 1
date:17.11.2017: 1
date:yesterday: 1
date:1970: 0
[0]

$ archive-query --db c.db --count date:2017-13-45
2> archive-query: there is no month 13
2>   date:2017-13-45
2>        ^~~~~~~~~~
2> try: date:2017
[2]

# B6 A filter that is not applied: order, page, format and facets never change
# what is counted.
$ for o in '' '--sort newest' '--sort oldest' '-n 1 --offset 1' '--facet source' '--timeline' '--explain'; do printf '%s: ' "$o"; archive-query --db c.db $o 'bridge date:1999..2017' | grep -oE '^[0-9]+ of|^[0-9]+ articles of|^all +[0-9]+' | grep -oE '[0-9]+'; done
: 2
--sort newest: 2
--sort oldest: 2
-n 1 --offset 1: 2
--facet source: 2
--timeline: 2
--explain: 2
[0]

# B7 Limited in time, first of all; and a day in any year.
$ archive-query --db c.db -f ids 'bridge date:..2000'
news/bridge.jsonl#1
[0]

$ archive-query --db c.db -f ids --sort oldest 'date:*-11-09'
news/bridge.jsonl#1
[0]

# B8 A chart of many years.
$ archive-query --db c.db --plain --timeline '*'
5 articles of 5, by year; share of all articles of the year

1999   ██████████████████████████████  1  100.0 %
⋮
2017   ██████████████████████████████  1  100.0 %
undated 3 · nothing in 2000 to 2016, nor does the archive hold any article of
then
look inside: archive-query --db c.db 'date:1999'
[0]

# C1 Everything can be taken along, with its place in the file.
$ archive-query --db c.db -n all -f jsonl --fields id,path,offset,date,date_source '*'
{"kind":"answer","format_version":1,"query":"*","read_as":"*","index":"$INDEX_ID","generation":1,"articles":5,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[]}
{"kind":"hit","id":"news/bridge.jsonl#2","path":"$TMP/news/bridge.jsonl","offset":113,"date":"2017-11-17","date_source":"metadata"}
{"kind":"hit","id":"news/bridge.jsonl#1","path":"$TMP/news/bridge.jsonl","offset":0,"date":"1999-11-09","date_source":"metadata"}
{"kind":"hit","id":"news/obrien.txt","path":"$TMP/news/obrien.txt","offset":0,"date":null,"date_source":null}
{"kind":"hit","id":"news/doe.txt","path":"$TMP/news/doe.txt","offset":0,"date":null,"date_source":null}
{"kind":"hit","id":"news/2019/11-09-tram.txt","path":"$TMP/news/2019/11-09-tram.txt","offset":0,"date":null,"date_source":null}
[0]

# C2 Facets say how many more there are.
$ archive-query --facet keyword:1 korea
6 articles of 134

keyword          1 of 12 values (keyword:all shows the rest)
  korea             3  ███
narrow it: archive-query 'korea keyword:"korea"'
[0]

# C3 Facets count the articles found, and nothing that is gone.
$ archive-query --db c.db --facet format '*'; rm news/bridge.jsonl; archive-index build --quiet --db c.db news; archive-query --db c.db --facet format '*'
5 articles of 5

format           2 of 2 values
  plain             3  ███
  jsonl             2  ██
narrow it: archive-query --db c.db 'format:"plain"'
3 articles of 3

format           1 of 1 value
  plain             3  ███
[0]

# C4 By date, either way.
$ archive-query -n 2 -f tsv --fields date,id --sort oldest korea; archive-query -n 2 -f tsv --fields date,id --sort newest korea
date	id
1953-07-28	corpus/1953/07/28/courier-panmunjom.txt
2018-04-27	corpus/2018/04/27/courier-summit.txt
date	id
2024-07-27	corpus/feeds/courier.jsonl#14
2021-03-05	corpus/2021/03/05/review-navies.txt
[0]

# C5 A trend has a way back to its texts, shares, and CSV.
$ archive-query --timeline year -f csv korea | head -4
bucket,first_day,last_day,articles,all_articles,share,look_inside\r
1953,1953-01-01,1953-12-31,1,1,1,korea date:1953\r
1954,1954-01-01,1954-12-31,0,0,0,korea date:1954\r
1955,1955-01-01,1955-12-31,0,0,0,korea date:1955\r
[0]

# C6 What was found once is found again: ids stay, and answers name their
# index and its state.
$ archive-query --db c.db -f ids tram; touch news/doe.txt; archive-index build --quiet --db c.db news; archive-query --db c.db -f ids tram; archive-query --db c.db -f json -n 0 tram | grep -oE '"generation":[0-9]+,"articles":[0-9]+'
news/2019/11-09-tram.txt
news/obrien.txt
news/2019/11-09-tram.txt
news/obrien.txt
"generation":5,"articles":3
[0]
