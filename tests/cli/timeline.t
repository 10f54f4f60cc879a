# Articles over time: bars, shares, and what no bar shows.

$ archive-query 'korea OR hotline' --timeline
8 articles of 134, by decade; share of all articles of the decade

1950s   ████████                        1  25.0 %
1960s   ███████████████                 2  22.2 %
⋮
2010s   ████████                        1   4.8 %
2020s   ██████████████████████████████  4  25.0 %
nothing in 1600s to 1940s, 1970s to 2000s (the archive holds no article of 1610s
to 1620s, 1640s to 1650s, 1670s to 1740s and 2 more)
look inside: archive-query '(korea OR hotline) date:2020s'
[0]

$ archive-query 'lang:en date:1950..1975' --timeline year
13 articles of 134, by year; share of all articles of the year

1953   ██████████                      1  100.0 %
1954                                   0    0.0 %
1955                                   0    0.0 %
1956                                   0    0.0 %
1957   ████████████████████            2   66.7 %
1958                                   0    0.0 %
1959                                   0    0.0 %
1960                                   0    0.0 %
1961   ██████████                      1  100.0 %
1962   ██████████                      1  100.0 %
1963   ████████████████████            2  100.0 %
1964                                   0    0.0 %
1965                                   0    0.0 %
1966                                   0    0.0 %
1967   ██████████                      1  100.0 %
1968                                   0    0.0 %
1969   ██████████████████████████████  3   75.0 %
1970   ██████████                      1  100.0 %
1971                                   0    0.0 %
1972                                   0    0.0 %
1973                                   0    0.0 %
1974   ██████████                      1  100.0 %
nothing in 1954 to 1956, 1958 to 1960, 1964 to 1966 and 2 more, nor does the
archive hold any article of then
look inside: archive-query 'lang:en date:1950..1975 date:1969'
[0]

$ archive-query --timeline=decade hotline --relative
5 articles of 134, by decade; share of all articles of the decade

1960s   ██████████████████████████████  2  22.2 %
⋮
2010s   ███████                         1   4.8 %
2020s   █████████████████               2  12.5 %
nothing in 1600s to 1950s, 1970s to 2000s (the archive holds no article of 1610s
to 1620s, 1640s to 1650s, 1670s to 1740s and 2 more)
look inside: archive-query 'hotline date:1960s'
[0]

$ archive-query hotline --timeline month
5 articles of 134, by month; share of all articles of the month

1963-06   ███████████████                 1  100.0 %
1963-07                                   0    0.0 %
1963-08   ███████████████                 1  100.0 %
⋮
2018-04   ███████████████                 1   50.0 %
⋮
2021-03   ██████████████████████████████  2   50.0 %
nothing in 1609-01 to 1963-05, 1963-07, 1963-09 to 2018-03 and 2 more (the
archive holds no article of 1609-02 to 1631-04, 1631-06 to 1666-08, 1666-10 to
1755-10 and 84 more)
look inside: archive-query 'hotline date:2021-03'
[0]

$ archive-query 'hotline date:1963..2021' --timeline year --occurrences
5 articles of 134, by year; occurrences, for each million words of the year

1963   ████████████████████████        4  14545.5
⋮
2018   ██████                          1   2136.8
2019                                   0      0.0
2020                                   0      0.0
2021   ██████████████████████████████  5   3762.2
nothing in 1964 to 2017, 2019 to 2020 (the archive holds no article of 1964 to
1966, 1968, 1971 to 1973 and 9 more)
look inside: archive-query 'hotline date:1963..2021 date:2021'
[0]

$ archive-query hotline --timeline year --compare armistice
5 articles of 134, by year; share of all articles of the year

       hotline                               armistice
1918                            0    0.0 %   ████████████             1   50.0 %
⋮
1953                            0    0.0 %   ████████████             1  100.0 %
⋮
1963   ███████████████████████  2  100.0 %                            0    0.0 %
⋮
2018   ████████████             1   50.0 %   ████████████             1   50.0 %
2019                            0    0.0 %                            0    0.0 %
2020                            0    0.0 %                            0    0.0 %
2021   ███████████████████████  2   33.3 %   ████████████             1   16.7 %
nothing in 1609 to 1917, 1919 to 1952, 1954 to 1962 and 3 more (the archive
holds no article of 1610 to 1630, 1632 to 1665, 1667 to 1754 and 40 more)
look inside: archive-query 'hotline date:1963'
[0]

$ archive-query hotline --timeline year --compare 'armistice AND (' 
2> archive-query: the bracket that opens here is never closed
2>   armistice AND (
2>                 ^
2> try: armistice
[2]

$ archive-query hotline --timeline decade -f csv
bucket,first_day,last_day,articles,all_articles,share,look_inside\r
1960s,1960-01-01,1969-12-31,2,9,0.222222,hotline date:1960s\r
1970s,1970-01-01,1979-12-31,0,3,0,hotline date:1970s\r
1980s,1980-01-01,1989-12-31,0,8,0,hotline date:1980s\r
1990s,1990-01-01,1999-12-31,0,14,0,hotline date:1990s\r
2000s,2000-01-01,2009-12-31,0,9,0,hotline date:2000s\r
2010s,2010-01-01,2019-12-31,1,21,0.047619,hotline date:2010s\r
2020s,2020-01-01,2029-12-31,2,16,0.125,hotline date:2020s\r
[0]

$ archive-query hotline --timeline decade --occurrences --compare armistice -f tsv
bucket	first_day	last_day	occurrences	words	per_million	compared	compared_per_million	look_inside
1910s	1910-01-01	1919-12-31	0	657	0	3	4566.21	hotline date:1910s
1920s	1920-01-01	1929-12-31	0	460	0	0	0	hotline date:1920s
1930s	1930-01-01	1939-12-31	0	278	0	0	0	hotline date:1930s
1940s	1940-01-01	1949-12-31	0	842	0	0	0	hotline date:1940s
1950s	1950-01-01	1959-12-31	0	641	0	2	3120.12	hotline date:1950s
1960s	1960-01-01	1969-12-31	4	1299	3079.29	0	0	hotline date:1960s
1970s	1970-01-01	1979-12-31	0	114	0	0	0	hotline date:1970s
1980s	1980-01-01	1989-12-31	0	1055	0	0	0	hotline date:1980s
1990s	1990-01-01	1999-12-31	0	1263	0	0	0	hotline date:1990s
2000s	2000-01-01	2009-12-31	0	768	0	0	0	hotline date:2000s
2010s	2010-01-01	2019-12-31	1	2642	378.501	1	378.501	hotline date:2010s
2020s	2020-01-01	2029-12-31	5	2734	1828.82	1	365.764	hotline date:2020s
[0]

$ archive-query hotline --timeline decade -f json
{"format_version":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[],"timeline":{"bucket":"decade","bars":"articles","undated":0,"imprecise":0,"rows":[{"bucket":"1960s","first_day":"1960-01-01","last_day":"1969-12-31","articles":2,"all_articles":9,"share":0.222222,"look_inside":"hotline date:1960s"},{"bucket":"1970s","first_day":"1970-01-01","last_day":"1979-12-31","articles":0,"all_articles":3,"share":0,"look_inside":"hotline date:1970s"},{"bucket":"1980s","first_day":"1980-01-01","last_day":"1989-12-31","articles":0,"all_articles":8,"share":0,"look_inside":"hotline date:1980s"},{"bucket":"1990s","first_day":"1990-01-01","last_day":"1999-12-31","articles":0,"all_articles":14,"share":0,"look_inside":"hotline date:1990s"},{"bucket":"2000s","first_day":"2000-01-01","last_day":"2009-12-31","articles":0,"all_articles":9,"share":0,"look_inside":"hotline date:2000s"},{"bucket":"2010s","first_day":"2010-01-01","last_day":"2019-12-31","articles":1,"all_articles":21,"share":0.047619,"look_inside":"hotline date:2010s"},{"bucket":"2020s","first_day":"2020-01-01","last_day":"2029-12-31","articles":2,"all_articles":16,"share":0.125,"look_inside":"hotline date:2020s"}]},"hits":[]}
[0]

$ archive-query hotline --timeline decade --facet lang -f jsonl
{"kind":"answer","format_version":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[]}
{"kind":"timeline","bucket":"decade","bars":"articles","undated":0,"imprecise":0}
{"kind":"timeline-bar","bucket":"1960s","first_day":"1960-01-01","last_day":"1969-12-31","articles":2,"all_articles":9,"share":0.222222,"look_inside":"hotline date:1960s"}
{"kind":"timeline-bar","bucket":"1970s","first_day":"1970-01-01","last_day":"1979-12-31","articles":0,"all_articles":3,"share":0,"look_inside":"hotline date:1970s"}
{"kind":"timeline-bar","bucket":"1980s","first_day":"1980-01-01","last_day":"1989-12-31","articles":0,"all_articles":8,"share":0,"look_inside":"hotline date:1980s"}
{"kind":"timeline-bar","bucket":"1990s","first_day":"1990-01-01","last_day":"1999-12-31","articles":0,"all_articles":14,"share":0,"look_inside":"hotline date:1990s"}
{"kind":"timeline-bar","bucket":"2000s","first_day":"2000-01-01","last_day":"2009-12-31","articles":0,"all_articles":9,"share":0,"look_inside":"hotline date:2000s"}
{"kind":"timeline-bar","bucket":"2010s","first_day":"2010-01-01","last_day":"2019-12-31","articles":1,"all_articles":21,"share":0.047619,"look_inside":"hotline date:2010s"}
{"kind":"timeline-bar","bucket":"2020s","first_day":"2020-01-01","last_day":"2029-12-31","articles":2,"all_articles":16,"share":0.125,"look_inside":"hotline date:2020s"}
{"kind":"facet","field":"lang","distinct":1,"shown":1}
{"kind":"facet-value","field":"lang","value":"en","articles":5,"look_inside":"hotline lang:\"en\""}
[0]

$ archive-query hotline --timeline decade -f svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 420" width="960" height="420" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="14">
<title id="t">hotline: 5 articles of 134</title>
<desc id="d">by decade; share of all articles of the decade. nothing in 1600s to 1950s, 1970s to 2000s (the archive holds no article of 1610s to 1620s, 1640s to 1650s, 1670s to 1740s and 2 more)</desc>
<rect width="100%" height="100%" fill="#fff"/>
<text x="70" y="26" font-size="18">hotline: 5 articles of 134</text>
<text x="70" y="46" fill="#444">by decade; share of all articles of the decade</text>
<line x1="70" x2="940" y1="340" y2="340" stroke="#ccc"/>
<text x="64" y="345" text-anchor="end">0</text>
<line x1="70" x2="940" y1="200" y2="200" stroke="#ccc"/>
<text x="64" y="205" text-anchor="end">1</text>
<line x1="70" x2="940" y1="60" y2="60" stroke="#ccc"/>
<text x="64" y="65" text-anchor="end">2</text>
<rect x="82.43" y="60.00" width="99.43" height="280.00" fill="#27567d" stroke="#000" stroke-width="0.5"><title>1960s: 2 (22.2 %)</title></rect>
<text x="132.14" y="360" text-anchor="middle">1960s</text>
<rect x="206.71" y="340.00" width="99.43" height="0.00" fill="#27567d" stroke="#000" stroke-width="0.5"><title>1970s: 0 (0.0 %)</title></rect>
<text x="256.43" y="360" text-anchor="middle">1970s</text>
<rect x="331.00" y="340.00" width="99.43" height="0.00" fill="#27567d" stroke="#000" stroke-width="0.5"><title>1980s: 0 (0.0 %)</title></rect>
<text x="380.71" y="360" text-anchor="middle">1980s</text>
<rect x="455.29" y="340.00" width="99.43" height="0.00" fill="#27567d" stroke="#000" stroke-width="0.5"><title>1990s: 0 (0.0 %)</title></rect>
<text x="505.00" y="360" text-anchor="middle">1990s</text>
<rect x="579.57" y="340.00" width="99.43" height="0.00" fill="#27567d" stroke="#000" stroke-width="0.5"><title>2000s: 0 (0.0 %)</title></rect>
<text x="629.29" y="360" text-anchor="middle">2000s</text>
<rect x="703.86" y="200.00" width="99.43" height="140.00" fill="#27567d" stroke="#000" stroke-width="0.5"><title>2010s: 1 (4.8 %)</title></rect>
<text x="753.57" y="360" text-anchor="middle">2010s</text>
<rect x="828.14" y="60.00" width="99.43" height="280.00" fill="#27567d" stroke="#000" stroke-width="0.5"><title>2020s: 2 (12.5 %)</title></rect>
<text x="877.86" y="360" text-anchor="middle">2020s</text>
<text x="70" y="408" font-size="11" fill="#444">archive-query $VERSION, index $INDEX_ID, generation 1</text>
</svg>
[0]

$ archive-query hotline --timeline decade -n 1
5 articles of 134, by decade; share of all articles of the decade

1960s   ██████████████████████████████  2  22.2 %
⋮
2010s   ███████████████                 1   4.8 %
2020s   ██████████████████████████████  2  12.5 %
nothing in 1600s to 1950s, 1970s to 2000s (the archive holds no article of 1610s
to 1620s, 1640s to 1650s, 1670s to 1740s and 2 more)
look inside: archive-query 'hotline date:1960s'

WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION
  30 August 1963
  The direct communications link between Washington and Moscow was declared open
  today, the Defense Department said. Popular speech has named it the hotline.
  corpus/wire/wire-1.sgm#5

4 more: --offset 1 shows the next, -n all shows all
[0]

$ archive-query nosuchword --timeline
2> no articles
2>   nosuchword  0
[1]

# The words of a query, but for one, are no option's value.
$ archive-query --timeline hotline
5 articles of 134, by decade; share of all articles of the decade

1960s   ██████████████████████████████  2  22.2 %
⋮
2010s   ███████████████                 1   4.8 %
2020s   ██████████████████████████████  2  12.5 %
nothing in 1600s to 1950s, 1970s to 2000s (the archive holds no article of 1610s
to 1620s, 1640s to 1650s, 1670s to 1740s and 2 more)
look inside: archive-query 'hotline date:1960s'
[0]

$ archive-query --timeline hotline --count
2> archive-query: --count and --timeline contradict each other
2>   leave out one of them
[2]

$ archive-query 'hotline AND korea' --timeline --occurrences
2> archive-query: the occurrences of several words, each of which must be there, are no single count
2>   hotline AND korea
2>   ^~~~~~~~~~~~~~~~~
2>   --occurrences counts a word, a phrase, a wildcard, an OR of these or a distance, beside dates and other conditions
[2]

$ archive-query 'date:2021' --timeline --occurrences
2> archive-query: there is no word whose occurrences could be counted
2>   date:2021
2>   ^~~~~~~~~
2>   --occurrences counts a word, a phrase, a wildcard, an OR of these or a distance, beside dates and other conditions
[2]

$ archive-query hotline --relative
2> archive-query: --relative goes with --timeline
2>   archive-query --timeline --relative … QUERY
[2]

$ archive-query hotline --timeline=fortnight
2> archive-query: --timeline: fortnight is none of auto, decade, year, month, week, day, mentions, mentions.decade, mentions.year, mentions.month, mentions.week, mentions.day
2>   archive-query -h
[2]

$ archive-query hotline -f svg
2> archive-query: --format=svg is a picture of one timeline alone
2>   archive-query --timeline --format=svg QUERY
[2]

$ archive-query hotline --timeline -f ids
2> archive-query: --format=ids has no room for --timeline
2>   text, json, jsonl, csv and tsv have
[2]

$ archive-query hotline --timeline --facet lang -f csv
2> archive-query: --format=csv holds one table, --timeline or --facet
2>   text, json and jsonl hold several
[2]

$ archive-query hotline --timeline -n 3 -f csv
2> archive-query: --format=csv holds a table or articles
2>   leave out -n, or --timeline
[2]

$ archive-query hotline --compare armistice
2> archive-query: --compare goes with --timeline or --facet
2>   archive-query --timeline --compare … QUERY
[2]

# A list of queries, a timeline each.
$ printf 'hotline\narmistice\n' | archive-query - --timeline decade -f csv
line,query,bucket,first_day,last_day,articles,all_articles,share,look_inside\r
1,hotline,1960s,1960-01-01,1969-12-31,2,9,0.222222,hotline date:1960s\r
1,hotline,1970s,1970-01-01,1979-12-31,0,3,0,hotline date:1970s\r
1,hotline,1980s,1980-01-01,1989-12-31,0,8,0,hotline date:1980s\r
1,hotline,1990s,1990-01-01,1999-12-31,0,14,0,hotline date:1990s\r
1,hotline,2000s,2000-01-01,2009-12-31,0,9,0,hotline date:2000s\r
1,hotline,2010s,2010-01-01,2019-12-31,1,21,0.047619,hotline date:2010s\r
1,hotline,2020s,2020-01-01,2029-12-31,2,16,0.125,hotline date:2020s\r
2,armistice,1910s,1910-01-01,1919-12-31,1,4,0.25,armistice date:1910s\r
2,armistice,1920s,1920-01-01,1929-12-31,0,3,0,armistice date:1920s\r
2,armistice,1930s,1930-01-01,1939-12-31,0,2,0,armistice date:1930s\r
2,armistice,1940s,1940-01-01,1949-12-31,0,4,0,armistice date:1940s\r
2,armistice,1950s,1950-01-01,1959-12-31,1,4,0.25,armistice date:1950s\r
2,armistice,1960s,1960-01-01,1969-12-31,0,9,0,armistice date:1960s\r
2,armistice,1970s,1970-01-01,1979-12-31,0,3,0,armistice date:1970s\r
2,armistice,1980s,1980-01-01,1989-12-31,0,8,0,armistice date:1980s\r
2,armistice,1990s,1990-01-01,1999-12-31,0,14,0,armistice date:1990s\r
2,armistice,2000s,2000-01-01,2009-12-31,0,9,0,armistice date:2000s\r
2,armistice,2010s,2010-01-01,2019-12-31,1,21,0.047619,armistice date:2010s\r
2,armistice,2020s,2020-01-01,2029-12-31,1,16,0.0625,armistice date:2020s\r
[0]

$ printf 'hotline\n' | archive-query - --timeline -f svg
2> archive-query: --format=svg is a picture of one timeline alone
2>   archive-query --timeline --format=svg QUERY
[2]


# Every day of eight thousand years is no picture of anything.
$ printf '{"title":"A","text":"rate","date":"0002-01-01"}\n{"title":"B","text":"rate","date":"9999-12-31"}\n' > ends.jsonl; archive-index --db ends build ends.jsonl --quiet; for size in day week auto; do archive-query --db ends rate --timeline=$size; done
2 articles of 2, by decade; share of all articles of the decade

0000s   ██████████████████████████████  1  100.0 %
⋮
9990s   ██████████████████████████████  1  100.0 %
nothing in 0010s to 9980s, nor does the archive hold any article of then
look inside: archive-query --db ends 'rate date:0000s'
2> archive-query: this timeline would have more than 400,000 bars
2>   --timeline=month, or --timeline=year
2> archive-query: this timeline would have more than 400,000 bars
2>   --timeline=month, or --timeline=year
[0]
