# What the articles found have more of than the archive.

$ archive-query korea --distinctive keyword
6 articles of 134, what they have more of than the archive: keyword

keyword      of these    share     of all    share        G2
korea               3   50.0 %          3    2.2 %      20.4
panmunjom           2   33.3 %          2    1.5 %      13.2
hotline             2   33.3 %          3    2.2 %       9.4
look inside: archive-query 'korea keyword:"korea"'
[0]

$ archive-query korea --distinctive word
6 articles of 134, what they have more of than the archive: word

word         of these    share     of all    share        G2
korean              4   66.7 %          4    3.0 %      28.3
panmunjom           3   50.0 %          3    2.2 %      20.4
south               4   66.7 %          8    6.0 %      17.4
armistice           3   50.0 %          4    3.0 %      16.0
command             3   50.0 %          4    3.0 %      16.0
line                4   66.7 %         10    7.5 %      15.1
end                 4   66.7 %         11    8.2 %      14.1
northern            3   50.0 %          5    3.7 %      13.8
added               2   33.3 %          2    1.5 %      13.2
area                2   33.3 %          2    1.5 %      13.2
kim                 2   33.3 %          2    1.5 %      13.2
ministry            2   33.3 %          2    1.5 %      13.2
navies              2   33.3 %          2    1.5 %      13.2
republic            2   33.3 %          2    1.5 %      13.2
security            2   33.3 %          2    1.5 %      13.2
seoul               2   33.3 %          2    1.5 %      13.2
theater             2   33.3 %          2    1.5 %      13.2
tone                2   33.3 %          2    1.5 %      13.2
north               4   66.7 %         13    9.7 %      12.6
announced           3   50.0 %          6    4.5 %      12.2
look inside: archive-query 'korea =korean'
[0]

$ archive-query 'lang:ko' --distinctive word -f csv | head -4
value,articles,share,all_articles,all_share,g2,look_inside\r
가,2,1,2,0.0149254,20.7888,lang:ko =가\r
개,2,1,2,0.0149254,20.7888,lang:ko =개\r
게,2,1,2,0.0149254,20.7888,lang:ko =게\r
[0]

$ archive-query korea --distinctive place
6 articles of 134, what they have more of than the archive: place

place         of these    share     of all    share        G2
South Korea          4   66.7 %          6    4.5 %      20.8
Korea                2   33.3 %          2    1.5 %      13.2
Panmunjom            2   33.3 %          2    1.5 %      13.2
North Korea          2   33.3 %          3    2.2 %       9.4
China                3   50.0 %         11    8.2 %       7.9
look inside: archive-query 'korea place:="South Korea"'
[0]

$ archive-query korea --distinctive keyword -f json
{"format_version":1,"query":"korea","read_as":"korea","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":6,"exact":true,"notices":[],"distinctive":{"field":"keyword","measure":"G2","rows":[{"value":"korea","articles":3,"share":0.5,"all_articles":3,"all_share":0.0223881,"g2":20.4099,"look_inside":"korea keyword:\"korea\""},{"value":"panmunjom","articles":2,"share":0.333333,"all_articles":2,"all_share":0.0149254,"g2":13.1506,"look_inside":"korea keyword:\"panmunjom\""},{"value":"hotline","articles":2,"share":0.333333,"all_articles":3,"all_share":0.0223881,"g2":9.3933,"look_inside":"korea keyword:\"hotline\""}]},"hits":[]}
[0]

$ archive-query korea --distinctive keyword -f jsonl
{"kind":"answer","format_version":1,"query":"korea","read_as":"korea","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":6,"exact":true,"notices":[]}
{"kind":"distinctive","field":"keyword","measure":"G2"}
{"kind":"distinctive-value","value":"korea","articles":3,"share":0.5,"all_articles":3,"all_share":0.0223881,"g2":20.4099,"look_inside":"korea keyword:\"korea\""}
{"kind":"distinctive-value","value":"panmunjom","articles":2,"share":0.333333,"all_articles":2,"all_share":0.0149254,"g2":13.1506,"look_inside":"korea keyword:\"panmunjom\""}
{"kind":"distinctive-value","value":"hotline","articles":2,"share":0.333333,"all_articles":3,"all_share":0.0223881,"g2":9.3933,"look_inside":"korea keyword:\"hotline\""}
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
