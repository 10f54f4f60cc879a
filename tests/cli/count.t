# Counts, and files of queries.

$ archive-query --count hotline
5
[0]

$ archive-query --count nosuchword
0
[0]

$ archive-query --count '*'
134
[0]

$ archive-query --count hotlines or
1
[0]

$ printf 'hotline\n# a remark\n\n#MeToo\nkorea navy\n' > queries
[0]

$ archive-query --count --query-file queries
5	hotline
0	#MeToo
2	korea navy
[0]

$ archive-query --query-file queries -n 1
== line 1: hotline
5 articles of 134

WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION
  30 August 1963
  The direct communications link between Washington and Moscow was declared open
  today, the Defense Department said. Popular speech has named it the hotline.
  corpus/wire/wire-1.sgm#5

4 more: --offset 1 shows the next, -n all shows all

== line 4: #MeToo
0 articles of 134

== line 5: korea navy
2 articles of 134

A line between two navies, thirteen years on
  5 March 2021 (from the path)
  China and the Republic of Korea agreed on such lines for their navies and air
  forces in November 2008. On Tuesday they announced a new version of that
  memorandum. Seoul's Ministry of National Defense says that two lines are to be
  added, …
  corpus/2021/03/05/review-navies.txt

1 more: --offset 1 shows the next, -n all shows all
[0]

$ archive-query --query-file queries -n 1 -f jsonl --fields id,title
{"kind":"answer","format_version":1,"line":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[]}
{"kind":"hit","line":1,"query":"hotline","id":"corpus/wire/wire-1.sgm#5","title":"WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION"}
{"kind":"answer","format_version":1,"line":4,"query":"#MeToo","read_as":"#MeToo","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":0,"exact":true,"notices":[]}
{"kind":"answer","format_version":1,"line":5,"query":"korea navy","read_as":"korea AND navy","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":2,"exact":true,"notices":[]}
{"kind":"hit","line":5,"query":"korea navy","id":"corpus/2021/03/05/review-navies.txt","title":"A line between two navies, thirteen years on"}
[0]

$ archive-query --query-file queries -n 1 -f json --fields id
[{"format_version":1,"line":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[],"hits":[{"id":"corpus/wire/wire-1.sgm#5"}]},
{"format_version":1,"line":4,"query":"#MeToo","read_as":"#MeToo","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":0,"exact":true,"notices":[],"hits":[]},
{"format_version":1,"line":5,"query":"korea navy","read_as":"korea AND navy","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":2,"exact":true,"notices":[],"hits":[{"id":"corpus/2021/03/05/review-navies.txt"}]}]
[0]

$ archive-query --query-file queries -n 1 -f csv --fields id,date
line,query,id,date\r
1,hotline,corpus/wire/wire-1.sgm#5,1963-08-30\r
5,korea navy,corpus/2021/03/05/review-navies.txt,2021-03-05\r
[0]

$ archive-query --query-file queries --facet lang -f csv
line,query,field,value,articles,look_inside\r
1,hotline,lang,en,5,"hotline lang:""en"""\r
5,korea navy,lang,en,2,"korea navy lang:""en"""\r
[0]

$ archive-query --count - < queries
5	hotline
0	#MeToo
2	korea navy
[0]

# every bad line is told, and nothing is printed

$ printf 'hotline\n(korea\nnavy\ndate:2021-02-30\n' > bad
[0]

$ archive-query --count --query-file bad
2> archive-query: line 2: the bracket that opens here is never closed
2>   (korea
2>   ^
2> try: (korea)
2> 
2> archive-query: line 4: there is no 30 February 2021
2>   date:2021-02-30
2>        ^~~~~~~~~~
2> try: date:2021-02
[2]

$ archive-query --query-file bad
2> archive-query: line 2: the bracket that opens here is never closed
2>   (korea
2>   ^
2> try: (korea)
2> 
2> archive-query: line 4: there is no 30 February 2021
2>   date:2021-02-30
2>        ^~~~~~~~~~
2> try: date:2021-02
[2]
