# Times that texts name, whenever they were published.

$ printf 'It lasted from 1950 to 1953, he said Tuesday.\n' | archive-index dates --anchor 2021-03-02
{"start":15,"end":27,"text":"1950 to 1953","from":"1950-01-01","to":"1953-12-31","read":"text","confidence":0.95}
{"start":15,"end":19,"text":"1950","from":"1950-01-01","to":"1950-12-31","read":"text","confidence":0.95}
{"start":23,"end":27,"text":"1953","from":"1953-01-01","to":"1953-12-31","read":"text","confidence":0.95}
{"start":37,"end":44,"text":"Tuesday","from":"2021-03-02","to":"2021-03-02","read":"publication","confidence":0.95}
[0]

$ archive-index dates --anchor 2021-03
2> archive-index: --anchor needs a day, not 2021-03
2>   write it as 2021-03-02
[2]

$ archive-index dates --anchor ''
2> archive-index: --anchor needs a day, not an empty word
2>   write it as 2021-03-02
[2]

$ archive-index dates --anchor 2021-03-02 nowhere.txt
2> archive-index: cannot open nowhere.txt: No such file or directory
[74]

$ archive-query --count 'mentions:2008-11'
4
[0]

$ archive-query --count 'mentions:1950 -date:1950'
4
[0]

$ archive-query 'mentions:1963 -date:1963' --fields id,mentions --format=csv
id,mentions\r
corpus/2021/03/05/review-navies.txt,2008-11-01..2008-11-30; 2021-03-02; 1963-01-01..1963-12-31\r
[0]

$ archive-query hotline --timeline=mentions
5 articles of 134, times that texts name, by decade; share of all articles of the decade

1950s   ████████████████████            2  22.2 %
1960s   ██████████████████████████████  3  21.4 %
1970s                                   0   0.0 %
1980s                                   0   0.0 %
1990s                                   0   0.0 %
2000s   ████████████████████            2  14.3 %
2010s   ████████████████████            2   9.5 %
2020s   ████████████████████            2  14.3 %
nothing in 1600s to 1940s, 1970s to 1990s (no article of the archive names 1610s
to 1650s, 1670s to 1740s, 1790s to 1800s and 1 more)
look inside: archive-query 'hotline mentions:1960s'
[0]

$ archive-query hotline --timeline=mentions.decade --format=csv
bucket,first_day,last_day,articles,all_articles,share,look_inside\r
1950s,1950-01-01,1959-12-31,2,9,0.222222,hotline mentions:1950s\r
1960s,1960-01-01,1969-12-31,3,14,0.214286,hotline mentions:1960s\r
1970s,1970-01-01,1979-12-31,0,4,0,hotline mentions:1970s\r
1980s,1980-01-01,1989-12-31,0,14,0,hotline mentions:1980s\r
1990s,1990-01-01,1999-12-31,0,14,0,hotline mentions:1990s\r
2000s,2000-01-01,2009-12-31,2,14,0.142857,hotline mentions:2000s\r
2010s,2010-01-01,2019-12-31,2,21,0.0952381,hotline mentions:2010s\r
2020s,2020-01-01,2029-12-31,2,14,0.142857,hotline mentions:2020s\r
[0]

$ archive-query hotline --facet mentions.year:4
5 articles of 134

mentions-year    4 of 7 values (mentions-year:all shows the rest)
  1963              3  ███
  1953              2  ██
  2008              2  ██
  2018              2  ██
narrow it: archive-query 'hotline mentions-year:"1963"'
[0]

$ archive-query mentions:korea
2> archive-query: "korea" is not a date
2>   mentions:korea
2>            ^~~~~
[2]

$ archive-query mentions:2031
2> no articles
2>   mentions:2031  0
[1]

$ archive-query --count 'mentions.year:1963'
3
[0]
