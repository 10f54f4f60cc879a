# What the archive holds of each source, and where it has gaps.

$ archive-query 'date:1960..1999' --coverage
34 articles of 134, by source and month

without a source: 27 articles, 1961-04 to 1998-11
       Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
  1961               1   ·   ·   ·   ·   ·   ·   ·   ·
  1962   ·   ·   ·   ·   ·   ·   ·   ·   ·   1   ·   ·
  1963   ·   ·   ·   ·   ·   1   ·   1   ·   ·   ·   ·
  ⋮
  1967   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   1
  ⋮
  1969   ·   ·   ·   ·   ·   ·   3   ·   ·   ·   ·   ·
  1970   ·   ·   ·   1   ·   ·   ·   ·   ·   ·   ·   ·
  ⋮
  1974   ·   ·   ·   ·   ·   ·   ·   1   ·   ·   ·   ·
  ⋮
  1986   1   ·   ·   2   ·   ·   ·   ·   ·   ·   ·   ·
  1987   ·   ·   ·   ·   ·   ·   ·   ·   ·   1   ·   1
  ⋮
  1989   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   3   ·
  1990   ·   1   ·   1   ·   ·   ·   ·   ·   ·   ·   ·
  1991   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   1
  ⋮
  1994   ·   ·   ·   ·   2   ·   ·   ·   ·   ·   ·   ·
  ⋮
  1997   ·   ·   ·   ·   ·   ·   2   ·   ·   ·   ·   1
  1998   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   1
  no articles: 1961-05..1962-09, 1962-11..1963-05, 1963-07, 1963-09..1967-11,
  1968-01..1969-06, 1969-08..1970-03, 1970-05..1974-07, 1974-09..1985-12,
  1986-02..1986-03, 1986-05..1987-09, 1987-11, 1988-01..1989-10,
  1989-12..1990-01, 1990-03, 1990-05..1991-11, 1992-01..1994-04,
  1994-06..1997-06, 1997-08..1997-11, 1998-01..1998-10

Agency of the Corpus: 3 articles, 1979-07 to 1997-07
       Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
  1979                           1   ·   ·   ·   ·   ·
  ⋮
  1996   ·   ·   ·   ·   ·   ·   ·   1   ·   ·   ·   ·
  1997   ·   ·   ·   ·   ·   ·   1
  no articles: 1979-08..1996-07, 1996-09..1997-06

The Corpus Courier: 2 articles, 1994-05 to 1997-07
       Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
  1994                   1   ·   ·   ·   ·   ·   ·   ·
  ⋮
  1997   ·   ·   ·   ·   ·   ·   1
  no articles: 1994-06..1997-06

Corpus Wire: 1 article, 1969-03 to 1969-03
       Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
  1969           1

The Corpus Review: 1 article, 1999-08 to 1999-08
       Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
  1999                               1
[0]

$ archive-query 'source:wire' --coverage
6 articles of 134, by source and month

Corpus Wire: 6 articles, 1755-11 to 2002-01
       Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
  1755                                           1   ·
  ⋮
  1869   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   1   ·
  ⋮
  1901   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   2
  ⋮
  1969   ·   ·   1   ·   ·   ·   ·   ·   ·   ·   ·   ·
  ⋮
  2002   1
  no articles: 1755-12..1869-10, 1869-12..1901-11, 1902-01..1969-02,
  1969-04..2001-12
[0]

$ archive-query source:wire --coverage -f csv
source,period,articles,look_inside\r
Corpus Wire,1755-11,1,"source:wire source:=""Corpus Wire"" date:1755-11"\r
Corpus Wire,1755-12..1869-10,0,"source:wire source:=""Corpus Wire"" date:1755-12..1869-10"\r
Corpus Wire,1869-11,1,"source:wire source:=""Corpus Wire"" date:1869-11"\r
Corpus Wire,1869-12..1901-11,0,"source:wire source:=""Corpus Wire"" date:1869-12..1901-11"\r
Corpus Wire,1901-12,2,"source:wire source:=""Corpus Wire"" date:1901-12"\r
Corpus Wire,1902-01..1969-02,0,"source:wire source:=""Corpus Wire"" date:1902-01..1969-02"\r
Corpus Wire,1969-03,1,"source:wire source:=""Corpus Wire"" date:1969-03"\r
Corpus Wire,1969-04..2001-12,0,"source:wire source:=""Corpus Wire"" date:1969-04..2001-12"\r
Corpus Wire,2002-01,1,"source:wire source:=""Corpus Wire"" date:2002-01"\r
[0]

$ archive-query hotline --coverage -f json
{"format_version":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[],"coverage":{"sources":1,"rows":[{"source":"","period":"1963-06","articles":1,"look_inside":"hotline missing:source date:1963-06"},{"source":"","period":"1963-07","articles":0,"look_inside":"hotline missing:source date:1963-07"},{"source":"","period":"1963-08","articles":1,"look_inside":"hotline missing:source date:1963-08"},{"source":"","period":"1963-09..2018-03","articles":0,"look_inside":"hotline missing:source date:1963-09..2018-03"},{"source":"","period":"2018-04","articles":1,"look_inside":"hotline missing:source date:2018-04"},{"source":"","period":"2018-05..2021-02","articles":0,"look_inside":"hotline missing:source date:2018-05..2021-02"},{"source":"","period":"2021-03","articles":2,"look_inside":"hotline missing:source date:2021-03"}]},"hits":[]}
[0]

$ archive-query hotline --coverage -f jsonl
{"kind":"answer","format_version":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[]}
{"kind":"coverage","sources":1}
{"kind":"coverage-period","source":"","period":"1963-06","articles":1,"look_inside":"hotline missing:source date:1963-06"}
{"kind":"coverage-period","source":"","period":"1963-07","articles":0,"look_inside":"hotline missing:source date:1963-07"}
{"kind":"coverage-period","source":"","period":"1963-08","articles":1,"look_inside":"hotline missing:source date:1963-08"}
{"kind":"coverage-period","source":"","period":"1963-09..2018-03","articles":0,"look_inside":"hotline missing:source date:1963-09..2018-03"}
{"kind":"coverage-period","source":"","period":"2018-04","articles":1,"look_inside":"hotline missing:source date:2018-04"}
{"kind":"coverage-period","source":"","period":"2018-05..2021-02","articles":0,"look_inside":"hotline missing:source date:2018-05..2021-02"}
{"kind":"coverage-period","source":"","period":"2021-03","articles":2,"look_inside":"hotline missing:source date:2021-03"}
[0]

$ archive-query hotline --coverage -n 1 --timeline decade
5 articles of 134, by decade; share of all articles of the decade

1960s   ██████████████████████████████  2  22.2 %
⋮
2010s   ███████████████                 1   4.8 %
2020s   ██████████████████████████████  2  12.5 %
nothing in 1600s to 1950s, 1970s to 2000s (the archive holds no article of 1610s
to 1620s, 1640s to 1650s, 1670s to 1740s and 2 more)
look inside: archive-query 'hotline date:1960s'

coverage         by source and month
without a source: 5 articles, 1963-06 to 2021-03
       Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
  1963                       1   ·   1   ·   ·   ·   ·
  ⋮
  2018   ·   ·   ·   1   ·   ·   ·   ·   ·   ·   ·   ·
  ⋮
  2021   ·   ·   2
  no articles: 1963-07, 1963-09..2018-03, 2018-05..2021-02

WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION
  30 August 1963
  The direct communications link between Washington and Moscow was declared open
  today, the Defense Department said. Popular speech has named it the hotline.
  corpus/wire/wire-1.sgm#5

4 more: --offset 1 shows the next, -n all shows all
[0]

$ archive-query hotline --coverage -f line
2> archive-query: --format=line has no room for --coverage
2>   text, json, jsonl, csv and tsv have
[2]

$ archive-query hotline --coverage --count
2> archive-query: --count and --coverage contradict each other
2>   leave out one of them
[2]

$ archive-query nosuchword --coverage
2> no articles
2>   nosuchword  0
[1]
