# Saved searches: text files in the configuration, parsed when they are saved.

$ archive-query --list-saved
2> archive-query: no search is saved yet
2>   archive-query --save NAME QUERY saves one
[0]

$ archive-query --save hotlines 'hotline AND Eastern'
2> archive-query: @hotlines is saved in $TMP/.config/archive-index/searches/hotlines.query
[0]

$ cat .config/archive-index/searches/hotlines.query
hotline AND Eastern
[0]

$ archive-query --count @hotlines
2
[0]

$ archive-query --count --saved hotlines
2
[0]

$ archive-query --count --saved hotlines 'navy OR date:2021-03-02'
2
[0]

$ archive-query --count --saved hotlines 'title:(navy'
2> archive-query: the bracket that opens here is never closed
2>   title:(navy
2>         ^
2> try: title:(navy)
[2]

$ archive-query --save wide '@hotlines OR "front line"'
2> archive-query: @wide is saved in $TMP/.config/archive-index/searches/wide.query
[0]

$ archive-query --count -- '-@wide armistice'
3
[0]

$ archive-query --list-saved
hotlines	hotline AND Eastern
wide	@hotlines OR "front line"
[0]

$ archive-query -f json -n 0 '@wide date:2021' | head -c 300
{"format_version":1,"query":"@wide date:2021","read_as":"((hotline AND Eastern) OR \"front line\") AND date:2021","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":2,"exact":true,"notices":[],"hits":[]}
[0]

$ archive-query --explain '@hotlines navy'
text        @hotlines navy
tokens      @hotlines · navy
parsed      (and (and "hotline" "Eastern") "navy")
resolved    (and (and "hotline" "Eastern") "navy")
cursors     and
              and
                postings of hotline in text
                postings of eastern in text
              postings of navy in text

read as     (hotline AND Eastern) AND navy
ranked by   BM25 (k1 1.6, b 0.5); the best 1,000 again: a word of the title counts 2
hotline     text              5  hotline (4) hotlines (1)
Eastern     text              4  eastern (4)
navy        text              2  navies (2)
all                           2  of 134 articles in 1 segment
[0]

$ archive-query @hotlines zebra
2> no articles
2>   @hotlines  2
2>   zebra      0   did you mean zero (1)?
[1]

# Saving again says what was there; comments stay.

$ printf '# For the desk.\n# Ask Mara.\nhotline AND\n  navy\n' >.config/archive-index/searches/hotlines.query
[0]

$ archive-query --save hotlines 'hotline NOT navy'
2> archive-query: @hotlines was: hotline AND navy
2> archive-query: @hotlines is saved in $TMP/.config/archive-index/searches/hotlines.query
[0]

$ cat .config/archive-index/searches/hotlines.query
# For the desk.
# Ask Mara.
hotline NOT navy
[0]

$ ls -A .config/archive-index/searches
hotlines.query
wide.query
[0]

# The habits of others are saved in our own language.

$ archive-query --syntax nexis --save walls 'headline(wall) or terror!'
2> archive-query: @walls is saved in $TMP/.config/archive-index/searches/walls.query
[0]

$ archive-query --list-saved
hotlines	hotline NOT navy
walls	title:wall OR terror*
wide	@hotlines OR "front line"
[0]

# What makes no sense is not saved.

$ archive-query --save broken '(hotline AND titel:x'
2> archive-query: the bracket that opens here is never closed
2>   (hotline AND titel:x
2>   ^
2> try: (hotline AND titel:x)
2> 
2> archive-query: there is no field "titel"
2>   (hotline AND titel:x
2>                ^~~~~~
2> try: title:x
[2]

$ archive-query --save ../broken hotline
2> archive-query: --save ../broken: this can be no name of a saved search
2>   a name is made of letters a to z, digits, -, _ and .; at most 64
[2]

$ archive-query --save broken
2> archive-query: there is no query
2>   archive-query 'hotline AND Eastern', or archive-query -h; * is every article
[2]

$ archive-query --save broken --lenient 'a AND'
2> archive-query: --save and --lenient contradict each other
2>   leave out one of them
[2]

$ archive-query --save broken '@broken OR wheat'
2> archive-query: saved searches go round in a circle: @broken, @broken
2>   @broken OR wheat
2>   ^~~~~~~
[2]

$ archive-query --save hotlines '@wide'
2> archive-query: $TMP/.config/archive-index/searches/wide.query, line 1: saved searches go round in a circle: @wide, @hotlines, @wide
2>   @wide
2>   ^~~~~
2>   set it right there, or save the search anew with --save
[2]

$ ls .config/archive-index/searches
hotlines.query
walls.query
wide.query
[0]

# Names that are not there, and @ that names nothing.

$ archive-query --count 'navy @hotlin'
2> archive-query: there is no saved search "hotlin"
2>   navy @hotlin
2>        ^~~~~~~
2> try: @hotlines or \@hotlin (the word itself)
[2]

$ archive-query --count '@courier'
2> archive-query: there is no saved search "courier"
2>   @courier
2>   ^~~~~~~~
2> try: \@courier (the word itself)
[2]

$ archive-query --count "@Mara's"
2> archive-query: "@Mara's" names no saved search: a name is made of letters a to z, digits, -, _ and .; at most 64
2>   @Mara's
2>   ^~~~~~~
2> try: \@Mara's (the word itself)
[2]

$ archive-query --saved hotlin
2> archive-query: there is no saved search "hotlin"
2>   @hotlin
2>   ^~~~~~~
2> try: @hotlines or \@hotlin (the word itself)
[2]

$ archive-query --lenient --count '@courier navy'
0
2> archive-query: there is no saved search "courier"
2> archive-query: read as \@courier AND navy
[0]

$ for q in '\@wide' '"@wide"' 'mara@courier' '@' 'byline:@wide' '=@wide'; do archive-query --count "$q"; done
2
2
0
0
2
2> archive-query: there is no word in this query
2>   @
2>   ^
[0]

# A mistake inside a file names the file and the line.

$ printf '# old\nnavy OR\ntitel:harbour\n' >.config/archive-index/searches/typo.query
[0]

$ archive-query --count 'wheat @typo'
2> archive-query: $TMP/.config/archive-index/searches/typo.query, line 3: there is no field "titel"
2>   wheat @typo
2>         ^~~~~
2>   set it right there, or save the search anew with --save
[2]

$ archive-query --lenient --count 'hotline @typo'
2
2> archive-query: $TMP/.config/archive-index/searches/typo.query, line 3: there is no field "titel"
2> archive-query: read as hotline AND (navy OR (titel AND harbour))
[0]

$ echo '@b' >.config/archive-index/searches/a.query; echo 'x OR @a' >.config/archive-index/searches/b.query; archive-query --count 'wheat AND @a'
2> archive-query: $TMP/.config/archive-index/searches/b.query, line 1: saved searches go round in a circle: @a, @b, @a
2>   wheat AND @a
2>             ^~
2>   set it right there, or save the search anew with --save
[2]

$ for i in 1 2 3 4 5 6 7 8 9 10 11; do echo "@n$((i+1))" >.config/archive-index/searches/n$i.query; done; echo navy >.config/archive-index/searches/n12.query; archive-query --count @n3; archive-query --count @n2
2
2> archive-query: $TMP/.config/archive-index/searches/n11.query, line 1: saved searches stand within each other at most 10 deep
2>   @n2
2>   ^~~
2>   set it right there, or save the search anew with --save
[2]

# What would grow without end is refused before it has grown.

$ for i in 1 2 3 4 5 6; do printf '%.0s@n'$((i+1))' ' 1 2 3 4 5 6 7 8 9 >.config/archive-index/searches/n$i.query; done; echo navy >.config/archive-index/searches/n7.query; archive-query --count @n1; archive-query --count @n4
2
2> archive-query: $TMP/.config/archive-index/searches/n2.query, line 1: a query has at most 10,000 terms
2>   @n1
2>   ^~~
2>   set it right there, or save the search anew with --save
[0]

$ : >.config/archive-index/searches/empty.query; archive-query @empty
2> archive-query: $TMP/.config/archive-index/searches/empty.query: there is no query in this file
2>   @empty
2>   ^~~~~~
2>   set it right there, or save the search anew with --save
[2]

$ HOME= archive-query --save x navy
2> archive-query: there is no directory for saved searches
2>   set XDG_CONFIG_HOME or HOME
[2]

$ archive-query --saved wide --any navy
2> archive-query: --saved and --any contradict each other
2>   leave out one of them
[2]

$ archive-query --list-saved navy
2> archive-query: --list-saved and a query contradict each other
2>   leave out one of them
[2]

# Queries that name none do not care whether the searches can be read.

$ mkdir -p other/archive-index; : >other/archive-index/searches; XDG_CONFIG_HOME=$TMP/other archive-query --count navy
2
[0]

$ XDG_CONFIG_HOME=$TMP/other archive-query --count @wide
2> archive-query: cannot list $TMP/other/archive-index/searches: Not a directory
[74]

$ ln -s /dev/zero .config/archive-index/searches/endless.query; mkfifo .config/archive-index/searches/pipe.query; archive-query --count @endless; archive-query --count @pipe; rm .config/archive-index/searches/endless.query .config/archive-index/searches/pipe.query
2> archive-query: $TMP/.config/archive-index/searches/endless.query: $TMP/.config/archive-index/searches/endless.query is no file
2>   @endless
2>   ^~~~~~~~
2>   set it right there, or save the search anew with --save
2> archive-query: $TMP/.config/archive-index/searches/pipe.query: $TMP/.config/archive-index/searches/pipe.query is no file
2>   @pipe
2>   ^~~~~
2>   set it right there, or save the search anew with --save
[0]
