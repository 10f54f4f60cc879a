# What the articles found have more of than the archive.

$ archive-query korea --distinctive keyword
6 articles of 124, what they have more of than the archive: keyword

keyword      of these    share     of all    share        G2
korea               3   50.0 %          3    2.4 %      19.9
panmunjom           2   33.3 %          2    1.6 %      12.8
hotline             2   33.3 %          3    2.4 %       9.1
look inside: archive-query 'korea keyword:"korea"'
[0]

$ archive-query korea --distinctive word
6 articles of 124, what they have more of than the archive: word

word         of these    share     of all    share        G2
korean              4   66.7 %          4    3.2 %      27.7
panmunjom           3   50.0 %          3    2.4 %      19.9
south               4   66.7 %          8    6.5 %      16.7
armistice           3   50.0 %          4    3.2 %      15.5
command             3   50.0 %          4    3.2 %      15.5
line                4   66.7 %         10    8.1 %      14.4
end                 4   66.7 %         11    8.9 %      13.5
northern            3   50.0 %          5    4.0 %      13.3
added               2   33.3 %          2    1.6 %      12.8
area                2   33.3 %          2    1.6 %      12.8
kim                 2   33.3 %          2    1.6 %      12.8
ministry            2   33.3 %          2    1.6 %      12.8
navies              2   33.3 %          2    1.6 %      12.8
republic            2   33.3 %          2    1.6 %      12.8
security            2   33.3 %          2    1.6 %      12.8
seoul               2   33.3 %          2    1.6 %      12.8
theater             2   33.3 %          2    1.6 %      12.8
tone                2   33.3 %          2    1.6 %      12.8
north               4   66.7 %         12    9.7 %      12.7
announced           3   50.0 %          6    4.8 %      11.8
look inside: archive-query 'korea =korean'
[0]

$ archive-query 'lang:ko' --distinctive word -f csv | head -4
value,articles,share,all_articles,all_share,g2,look_inside\r
가,2,1,2,0.016129,20.4761,lang:ko =가\r
개,2,1,2,0.016129,20.4761,lang:ko =개\r
게,2,1,2,0.016129,20.4761,lang:ko =게\r
[0]

$ archive-query korea --distinctive place
6 articles of 124, what they have more of than the archive: place

place         of these    share     of all    share        G2
South Korea          4   66.7 %          4    3.2 %      27.7
Korea                2   33.3 %          2    1.6 %      12.8
North Korea          2   33.3 %          2    1.6 %      12.8
Panmunjom            2   33.3 %          2    1.6 %      12.8
China                3   50.0 %          7    5.6 %      10.6
look inside: archive-query 'korea place:="South Korea"'
[0]

$ archive-query korea --distinctive keyword -f json
{"format_version":1,"query":"korea","read_as":"korea","index":"$INDEX_ID","generation":1,"articles":124,"now":"2021-03-15","tool":"$VERSION","total":6,"exact":true,"notices":[],"distinctive":{"field":"keyword","measure":"G2","rows":[{"value":"korea","articles":3,"share":0.5,"all_articles":3,"all_share":0.0241935,"g2":19.9391,"look_inside":"korea keyword:\"korea\""},{"value":"panmunjom","articles":2,"share":0.333333,"all_articles":2,"all_share":0.016129,"g2":12.8379,"look_inside":"korea keyword:\"panmunjom\""},{"value":"hotline","articles":2,"share":0.333333,"all_articles":3,"all_share":0.0241935,"g2":9.0858,"look_inside":"korea keyword:\"hotline\""}]},"hits":[]}
[0]

$ archive-query korea --distinctive keyword -f jsonl
{"kind":"answer","format_version":1,"query":"korea","read_as":"korea","index":"$INDEX_ID","generation":1,"articles":124,"now":"2021-03-15","tool":"$VERSION","total":6,"exact":true,"notices":[]}
{"kind":"distinctive","field":"keyword","measure":"G2"}
{"kind":"distinctive-value","value":"korea","articles":3,"share":0.5,"all_articles":3,"all_share":0.0241935,"g2":19.9391,"look_inside":"korea keyword:\"korea\""}
{"kind":"distinctive-value","value":"panmunjom","articles":2,"share":0.333333,"all_articles":2,"all_share":0.016129,"g2":12.8379,"look_inside":"korea keyword:\"panmunjom\""}
{"kind":"distinctive-value","value":"hotline","articles":2,"share":0.333333,"all_articles":3,"all_share":0.0241935,"g2":9.0858,"look_inside":"korea keyword:\"hotline\""}
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
