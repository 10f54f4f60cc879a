# Facets: exact counts over all matches, and how many values there are.

$ archive-query '*' --facet place:5 --facet source
134 articles of 134

place            5 of 191 values (place:all shows the rest)
  United States     25  █████████████████████████
  Paris             12  ████████████
  China             11  ███████████
  London            11  ███████████
  Washington        11  ███████████

source           12 of 12 values
  The Corpus Courier        20  ████████████████████
  The Corpus Review         12  ████████████
  Corpus Wire                6  ██████
  Agency of the Corpus       3  ███
  Pages of the Review        2  ██
  Science from the Courier   2  ██
  语料库日报                 2  ██
  코퍼스 신문                2  ██
  Le Courrier du Corpus      1  █
  Wikinews of the Corpus     1  █
  Корпус-Вестник             1  █
  コーパス新聞               1  █
narrow it: archive-query 'place:="United States"'
[0]

$ archive-query '*' --facet lang:all,format
134 articles of 134

lang             12 of 12 values
  en                103  ██████████████████████████████
  de                  9  ███
  fr                  7  ███
  es                  3  █
  ja                  2  █
  ko                  2  █
  ru                  2  █
  zh                  2  █
  ar                  1  █
  el                  1  █
  it                  1  █
  pt                  1  █

format           20 of 25 values (format:all shows the rest)
  plain             47  ██████████████████████████████
  jsonl             35  ███████████████████████
  reuters           16  ███████████
  feed               4  ███
  html               4  ███
  csv                2  ██
  iptc7901           2  ██
  json               2  ██
  markdown           2  ██
  mbox               2  ██
  mets               2  ██
  trec               2  ██
  warc               2  ██
  alto               1  █
  anpa               1  █
  docx               1  █
  eml                1  █
  mediawiki          1  █
  newsml             1  █
  newsml_g2          1  █
narrow it: archive-query 'lang:"en"'
[0]

$ archive-query 'hotline OR armistice' --facet keyword:3
7 articles of 134

keyword          3 of 16 values (keyword:all shows the rest)
  hotline           3  ███
  korea             3  ███
  panmunjom         2  ██
narrow it: archive-query '(hotline OR armistice) keyword:"hotline"'
[0]

$ archive-query hotline --facet lang -n 1
5 articles of 134

lang             1 of 1 value
  en                5  █████

WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION
  30 August 1963
  The direct communications link between Washington and Moscow was declared open
  today, the Defense Department said. Popular speech has named it the hotline.
  corpus/wire/wire-1.sgm#5

4 more: --offset 1 shows the next, -n all shows all
[0]

$ archive-query '*' --facet place:2,lang:2 -f json
{"format_version":1,"query":"*","read_as":"*","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":134,"exact":true,"notices":[],"facets":[{"field":"place","distinct":191,"values":[{"value":"United States","articles":25,"look_inside":"place:=\"United States\""},{"value":"Paris","articles":12,"look_inside":"place:=\"Paris\""}]},{"field":"lang","distinct":12,"values":[{"value":"en","articles":103,"look_inside":"lang:\"en\""},{"value":"de","articles":9,"look_inside":"lang:\"de\""}]}],"hits":[]}
[0]

$ archive-query '*' --facet place:2,lang:2 -f jsonl
{"kind":"answer","format_version":1,"query":"*","read_as":"*","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":134,"exact":true,"notices":[]}
{"kind":"facet","field":"place","distinct":191,"shown":2}
{"kind":"facet-value","field":"place","value":"United States","articles":25,"look_inside":"place:=\"United States\""}
{"kind":"facet-value","field":"place","value":"Paris","articles":12,"look_inside":"place:=\"Paris\""}
{"kind":"facet","field":"lang","distinct":12,"shown":2}
{"kind":"facet-value","field":"lang","value":"en","articles":103,"look_inside":"lang:\"en\""}
{"kind":"facet-value","field":"lang","value":"de","articles":9,"look_inside":"lang:\"de\""}
[0]

$ archive-query '*' --facet place:2,lang:2 -f csv
field,value,articles,look_inside\r
place,United States,25,"place:=""United States"""\r
place,Paris,12,"place:=""Paris"""\r
lang,en,103,"lang:""en"""\r
lang,de,9,"lang:""de"""\r
[0]

$ archive-query '*' --facet place:2,lang:2 -f tsv
field	value	articles	look_inside
place	United States	25	place:="United States"
place	Paris	12	place:="Paris"
lang	en	103	lang:"en"
lang	de	9	lang:"de"
[0]

$ archive-query nosuchword --facet place
2> no articles
2>   nosuchword  0
[1]

# Values by a part of their name.
$ archive-query '*' --facet place:2,lang --facet-filter ÜS
134 articles of 134

place            2 of 12 values with ÜS (place:all shows the rest)
  Australia         4  ████
  Russia            3  ███

lang             0 of 0 values with ÜS
narrow it: archive-query 'place:="Australia"'
[0]

# Two queries side by side; what both have most of comes first.
$ archive-query korea --facet keyword:4 --compare hotline
6 articles of 134

keyword          4 of 16 values; korea beside hotline (keyword:all shows the rest)
  korea             3  2  ███
  hotline           2  3  ██
  panmunjom         2  1  ██
  china             1  1  █
narrow it: archive-query 'korea keyword:"korea"'
[0]

$ archive-query korea --facet keyword:2 --compare hotline -f csv
field,value,articles,compared,look_inside\r
keyword,korea,3,2,"korea keyword:""korea"""\r
keyword,hotline,2,3,"korea keyword:""hotline"""\r
[0]

$ archive-query armistice --facet-filter korea
2> archive-query: --facet-filter goes with --facet
2>   archive-query --facet --facet-filter … QUERY
[2]

# What narrows it is typed with the same options, in our own language.

$ archive-query --any 'sea armistice' --facet lang
15 articles of 134

lang             2 of 2 values
  en                12  ████████████
  fr                 3  ███
narrow it: archive-query '(sea OR armistice) lang:"en"'
[0]

$ archive-query --db index --now 2021-03-15 'hotline' --facet keyword:2
5 articles of 134

keyword          2 of 13 values (keyword:all shows the rest)
  hotline           3  ███
  korea             2  ██
narrow it: archive-query --db index --now 2021-03-15 'hotline keyword:"hotline"'
[0]

# A row leads to the articles that it counts: of a field of names, to those with
# the whole value.

$ archive-query '*' --facet source,section -f csv
field,value,articles,look_inside\r
source,The Corpus Courier,20,"source:=""The Corpus Courier"""\r
source,The Corpus Review,12,"source:=""The Corpus Review"""\r
source,Corpus Wire,6,"source:=""Corpus Wire"""\r
source,Agency of the Corpus,3,"source:=""Agency of the Corpus"""\r
source,Pages of the Review,2,"source:=""Pages of the Review"""\r
source,Science from the Courier,2,"source:=""Science from the Courier"""\r
source,语料库日报,2,"source:=""语料库日报"""\r
source,코퍼스 신문,2,"source:=""코퍼스 신문"""\r
source,Le Courrier du Corpus,1,"source:=""Le Courrier du Corpus"""\r
source,Wikinews of the Corpus,1,"source:=""Wikinews of the Corpus"""\r
source,Корпус-Вестник,1,"source:=""Корпус-Вестник"""\r
source,コーパス新聞,1,"source:=""コーパス新聞"""\r
section,Science,11,"section:=""Science"""\r
section,World,5,"section:=""World"""\r
section,Politics,3,"section:=""Politics"""\r
section,Business,2,"section:=""Business"""\r
section,environment,2,"section:=""environment"""\r
section,ws,2,"section:=""ws"""\r
section,Health,1,"section:=""Health"""\r
section,history,1,"section:=""history"""\r
section,Mundo,1,"section:=""Mundo"""\r
section,national,1,"section:=""national"""\r
section,Scienza,1,"section:=""Scienza"""\r
section,Sport,1,"section:=""Sport"""\r
section,technology,1,"section:=""technology"""\r
section,Telegrams,1,"section:=""Telegrams"""\r
section,Wissen,1,"section:=""Wissen"""\r
section,Οικονομία,1,"section:=""Οικονομία"""\r
section,Наука,1,"section:=""Наука"""\r
section,العالم,1,"section:=""العالم"""\r
section,国防,1,"section:=""国防"""\r
section,国际,1,"section:=""国际"""\r
[0]

$ archive-query --count 'source:="the corpus courier"'
20
[0]

$ archive-query --count 'source:="corpus wire" -source:="Corpus*"'
0
[0]

$ archive-query --count 'source:="corpus"'
0
[0]
