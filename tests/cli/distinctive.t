# What the articles found have more of than the archive.

$ archive-query korea --distinctive keyword
6 articles of 132, what they have more of than the archive: keyword

keyword      of these    share     of all    share        G2
korea               3   50.0 %          3    2.3 %      20.3
panmunjom           2   33.3 %          2    1.5 %      13.1
hotline             2   33.3 %          3    2.3 %       9.3
look inside: archive-query 'korea keyword:"korea"'
[0]

$ archive-query korea --distinctive word
6 articles of 132, what they have more of than the archive: word

word         of these    share     of all    share        G2
korean              4   66.7 %          4    3.0 %      28.2
panmunjom           3   50.0 %          3    2.3 %      20.3
south               4   66.7 %          8    6.1 %      17.2
armistice           3   50.0 %          4    3.0 %      15.9
command             3   50.0 %          4    3.0 %      15.9
line                4   66.7 %         10    7.6 %      14.9
end                 4   66.7 %         11    8.3 %      14.0
northern            3   50.0 %          5    3.8 %      13.7
added               2   33.3 %          2    1.5 %      13.1
area                2   33.3 %          2    1.5 %      13.1
kim                 2   33.3 %          2    1.5 %      13.1
ministry            2   33.3 %          2    1.5 %      13.1
navies              2   33.3 %          2    1.5 %      13.1
republic            2   33.3 %          2    1.5 %      13.1
security            2   33.3 %          2    1.5 %      13.1
seoul               2   33.3 %          2    1.5 %      13.1
theater             2   33.3 %          2    1.5 %      13.1
tone                2   33.3 %          2    1.5 %      13.1
north               4   66.7 %         13    9.8 %      12.5
announced           3   50.0 %          6    4.5 %      12.1
look inside: archive-query 'korea =korean'
[0]

$ archive-query 'lang:ko' --distinctive word -f csv | head -4
value,articles,share,all_articles,all_share,g2,look_inside\r
가,2,1,2,0.0151515,20.7282,lang:ko =가\r
개,2,1,2,0.0151515,20.7282,lang:ko =개\r
게,2,1,2,0.0151515,20.7282,lang:ko =게\r
[0]

$ archive-query korea --distinctive place
6 articles of 132, what they have more of than the archive: place

place         of these    share     of all    share        G2
South Korea          4   66.7 %          4    3.0 %      28.2
Korea                2   33.3 %          2    1.5 %      13.1
North Korea          2   33.3 %          2    1.5 %      13.1
Panmunjom            2   33.3 %          2    1.5 %      13.1
China                3   50.0 %          7    5.3 %      10.9
look inside: archive-query 'korea place:="South Korea"'
[0]

$ archive-query korea --distinctive keyword -f json
{"format_version":1,"query":"korea","read_as":"korea","index":"$INDEX_ID","generation":1,"articles":132,"now":"2021-03-15","tool":"$VERSION","total":6,"exact":true,"notices":[],"distinctive":{"field":"keyword","measure":"G2","rows":[{"value":"korea","articles":3,"share":0.5,"all_articles":3,"all_share":0.0227273,"g2":20.3187,"look_inside":"korea keyword:\"korea\""},{"value":"panmunjom","articles":2,"share":0.333333,"all_articles":2,"all_share":0.0151515,"g2":13.09,"look_inside":"korea keyword:\"panmunjom\""},{"value":"hotline","articles":2,"share":0.333333,"all_articles":3,"all_share":0.0227273,"g2":9.33366,"look_inside":"korea keyword:\"hotline\""}]},"hits":[]}
[0]

$ archive-query korea --distinctive keyword -f jsonl
{"kind":"answer","format_version":1,"query":"korea","read_as":"korea","index":"$INDEX_ID","generation":1,"articles":132,"now":"2021-03-15","tool":"$VERSION","total":6,"exact":true,"notices":[]}
{"kind":"distinctive","field":"keyword","measure":"G2"}
{"kind":"distinctive-value","value":"korea","articles":3,"share":0.5,"all_articles":3,"all_share":0.0227273,"g2":20.3187,"look_inside":"korea keyword:\"korea\""}
{"kind":"distinctive-value","value":"panmunjom","articles":2,"share":0.333333,"all_articles":2,"all_share":0.0151515,"g2":13.09,"look_inside":"korea keyword:\"panmunjom\""}
{"kind":"distinctive-value","value":"hotline","articles":2,"share":0.333333,"all_articles":3,"all_share":0.0227273,"g2":9.33366,"look_inside":"korea keyword:\"hotline\""}
[0]

$ archive-query korea --distinctive title
2> archive-query: --distinctive title: this field is not counted
2>   person, org, place, topic, another field of --facet, or word
[2]

$ archive-query korea --distinctive nosuch
2> archive-query: --distinctive nosuch: there is no such field
2>   person, org, place, topic, another field of --facet, or word
[2]

$ archive-query korea --distinctive place --explain
2> archive-query: --explain and --distinctive contradict each other
2>   leave out one of them
[2]
