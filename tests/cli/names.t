# The reporter's list: a file of names, and a row for every hit of each.

$ printf '# people of interest\n"Tan Kefei"\n"Kim Jong Un" summit\nnosuchname\nhotline\n' > names; archive-query --query-file names -f csv
line,query,id,date,title,passage,offset,path,date_source,date_confidence\r
2,"""Tan Kefei""",corpus/2021/03/02/courier-hotline.txt,2021-03-02,China and South Korea add two hotlines between their forces,"Senior Colonel «Tan Kefei», spokesperson of China's Ministry of National Defense, called the line set up under the old text the first direct telephone link that front-line troops of China's armed forces have had with those of another country. …",0,$TMP/corpus/2021/03/02/courier-hotline.txt,path,0.8\r
5,hotline,corpus/wire/wire-1.sgm#5,1963-08-30,WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION,"The direct communications link between Washington and Moscow was declared open today, the Defense Department said. Popular speech has named it the «hotline».",5972,$TMP/corpus/wire/wire-1.sgm,metadata,1\r
5,hotline,corpus/2021/03/02/courier-hotline.txt,2021-03-02,China and South Korea add two hotlines between their forces,"SEOUL/BEIJING, 2 March - China and South Korea are to have five military «hotlines» instead of three. The two defence ministries today announced that they had revised a memorandum of November 2008 on direct telephone lines between their …",0,$TMP/corpus/2021/03/02/courier-hotline.txt,path,0.8\r
5,hotline,corpus/1963/06/21/courier-hot-line.txt,1963-06-21,Washington and Moscow agree on a hotline for the worst hour,"The «hotline» will not be a telephone. It is a teleprinter circuit by way of London, Copenhagen, Stockholm and Helsinki, with a radio circuit through Tangier in reserve. …",0,$TMP/corpus/1963/06/21/courier-hot-line.txt,path,0.8\r
5,hotline,corpus/2021/03/05/review-navies.txt,2021-03-05,"A line between two navies, thirteen years on","Is it lost, or is it a test? He can guess, or he can ask. A «hotline» is a way to ask.",0,$TMP/corpus/2021/03/05/review-navies.txt,path,0.8\r
5,hotline,corpus/2018/04/27/courier-summit.txt,2018-04-27,Kim Jong Un steps over the line at Panmunjom,"A «hotline» between the offices of the two leaders was switched on a week ago, on 20 April.",0,$TMP/corpus/2018/04/27/courier-summit.txt,path,0.8\r
[0]

# The offset is the article's first byte in its file.

$ archive-query --query-file names -f tsv --fields offset,path | awk -F'\t' '$1 == 5 && $3 > 0 {print $2, $3, $4}'
hotline 5972 $TMP/corpus/wire/wire-1.sgm
[0]

$ archive-query --query-file names -f tsv --fields offset,path | awk -F'\t' '$1 == 5 && $3 > 0 {print $3, $4}' | while read offset path; do tail -c +$((offset + 1)) "$path" | head -c 8; echo; done
<REUTERS
[0]

# Every hit is given to programs; a page of ten is for people.

$ printf '*\nhotline\n' | archive-query - -f ids | wc -l
139
[0]

$ printf '*\nhotline\n' | archive-query - -n 3 -f ids | wc -l
6
[0]

$ printf '*\nhotline\n' | archive-query - | grep more:
124 more: --offset 10 shows the next, -n all shows all
[0]

$ archive-query '*' -f ids | wc -l
10
2> archive-query: 10 of 134 articles; -n all gives all
[0]

# A list of nothing is one document still.

$ printf '# nothing\n' | archive-query - -f json
[]
[1]

$ printf 'nosuchname\n' | archive-query - -f json --fields id
[{"format_version":1,"line":1,"query":"nosuchname","read_as":"nosuchname","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":0,"exact":true,"notices":[],"hits":[]}]
[1]

$ printf 'nosuchname\n' | archive-query - -f csv
line,query,id,date,title,passage,offset,path,date_source,date_confidence\r
[1]

# What only the index can refuse is told at the end; the others are answered.

$ printf 'date:2021\n"Tan Kefei"\ndate:1963\n' | archive-query - --kwic -f json
[{"format_version":1,"line":2,"query":"\"Tan Kefei\"","read_as":"\"Tan Kefei\"","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":1,"exact":true,"notices":[],"lines":{"articles_shown":1,"articles_found":1,"rows":[{"id":"corpus/2021/03/02/courier-hotline.txt","date":"2021-03-02","left":"Senior Colonel","hit":"Tan Kefei","right":", spokesperson of China's Ministry of National Defense, called the line set up under the old text the first direct …","place":"body","paragraph":2,"offset":15}]},"hits":[]}]
2> archive-query: line 1: there is no word whose lines could be shown
2>   date:2021
2>   ^~~~~~~~~
2>   --kwic shows words, phrases, wildcards and distances in their lines
2> 
2> archive-query: line 3: there is no word whose lines could be shown
2>   date:1963
2>   ^~~~~~~~~
2>   --kwic shows words, phrases, wildcards and distances in their lines
[2]

$ printf 'hotline\nkorea\n' | archive-query - --timeline --compare '(navy' -f jsonl
2> archive-query: the bracket that opens here is never closed
2>   (navy
2>   ^
2> try: (navy)
[2]

$ printf 'hotline\n' | archive-query - --facet lang --compare 'korea' -f jsonl
{"kind":"answer","format_version":1,"line":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[]}
{"kind":"facet","line":1,"field":"lang","distinct":1,"shown":1,"query":"hotline","compared_query":"korea"}
{"kind":"facet-value","line":1,"field":"lang","value":"en","articles":5,"compared":6,"look_inside":"hotline lang:\"en\""}
[0]

# Places, rolled up to the countries and regions that they lie in.

$ archive-query --facet place.country:5 --facet place.region:3 '*'
134 articles of 134

place-country    5 of 54 values (place-country:all shows the rest)
  United States     51  ██████████████████████████████
  France            22  █████████████
  United Kingdom    22  █████████████
  China             13  ████████
  Germany           10  ██████

place-region     3 of 60 values (place-region:all shows the rest)
  England           15  ███████████████
  Île-de-France     12  ████████████
  California         5  █████
narrow it: archive-query 'place-country:"United States"'
[0]

$ archive-query --count 'place.country:"South Korea"'
7
[0]

$ archive-query --count 'place.region:bavaria OR place-region:texas'
2
[0]
