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
[-11]

$ archive-query --count --saved hotlines
[-11]

$ archive-query --count --saved hotlines 'navy OR date:2021-03-02'
[-11]

$ archive-query --count --saved hotlines 'title:(navy'
[-11]

$ archive-query --save wide '@hotlines OR "front line"'
2> archive-query: @wide is saved in $TMP/.config/archive-index/searches/wide.query
[0]

$ archive-query --count -- '-@wide armistice'
[-11]

$ archive-query --list-saved
hotlines	hotline AND Eastern
wide	@hotlines OR "front line"
[0]

$ archive-query -f json -n 0 '@wide date:2021' | head -c 300
[0]

$ archive-query --explain '@hotlines navy'
[-11]

$ archive-query @hotlines zebra
[-11]

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
[-11]

$ archive-query --save broken
2> archive-query: there is no query
2>   archive-query 'hotline AND Eastern', or archive-query -h; * is every article
[-11]

$ archive-query --save broken --lenient 'a AND'
2> archive-query: --save and --lenient contradict each other
2>   leave out one of them
[-11]

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
[-11]

$ archive-query --count '@courier'
[-11]

$ archive-query --count "@Mara's"
[-11]

$ archive-query --saved hotlin
[-11]

$ archive-query --lenient --count '@courier navy'
[-11]

$ for q in '\@wide' '"@wide"' 'mara@courier' '@' 'byline:@wide' '=@wide'; do archive-query --count "$q"; done
2> bash: line 1: 17144 Segmentation fault      archive-query --count "$q"
2> bash: line 1: 17155 Segmentation fault      archive-query --count "$q"
2> bash: line 1: 17159 Segmentation fault      archive-query --count "$q"
2> bash: line 1: 17164 Segmentation fault      archive-query --count "$q"
2> bash: line 1: 17169 Segmentation fault      archive-query --count "$q"
2> bash: line 1: 17175 Segmentation fault      archive-query --count "$q"
[139]

# A mistake inside a file names the file and the line.

$ printf '# old\nnavy OR\ntitel:harbour\n' >.config/archive-index/searches/typo.query
[0]

$ archive-query --count 'wheat @typo'
[-11]

$ archive-query --lenient --count 'hotline @typo'
[-11]

$ echo '@b' >.config/archive-index/searches/a.query; echo 'x OR @a' >.config/archive-index/searches/b.query; archive-query --count 'wheat AND @a'
[-11]

$ for i in 1 2 3 4 5 6 7 8 9 10 11; do echo "@n$((i+1))" >.config/archive-index/searches/n$i.query; done; echo navy >.config/archive-index/searches/n12.query; archive-query --count @n3; archive-query --count @n2
2> bash: line 1: 17189 Segmentation fault      archive-query --count @n3
[-11]

# What would grow without end is refused before it has grown.

$ for i in 1 2 3 4 5 6; do printf '%.0s@n'$((i+1))' ' 1 2 3 4 5 6 7 8 9 >.config/archive-index/searches/n$i.query; done; echo navy >.config/archive-index/searches/n7.query; archive-query --count @n1; archive-query --count @n4
2> bash: line 1: 17198 Segmentation fault      archive-query --count @n1
[-11]

$ : >.config/archive-index/searches/empty.query; archive-query @empty
[-11]

$ HOME= archive-query --save x navy
2> archive-query: there is no directory for saved searches
2>   set XDG_CONFIG_HOME or HOME
[2]

$ archive-query --saved wide --any navy
2> archive-query: --saved and --any contradict each other
2>   leave out one of them
[-11]

$ archive-query --list-saved navy
2> archive-query: --list-saved and a query contradict each other
2>   leave out one of them
[-11]

# Queries that name none do not care whether the searches can be read.

$ mkdir -p other/archive-index; : >other/archive-index/searches; XDG_CONFIG_HOME=$TMP/other archive-query --count navy
[-11]

$ XDG_CONFIG_HOME=$TMP/other archive-query --count @wide
2> archive-query: cannot list $TMP/other/archive-index/searches: Not a directory
[-11]

$ ln -s /dev/zero .config/archive-index/searches/endless.query; mkfifo .config/archive-index/searches/pipe.query; archive-query --count @endless; archive-query --count @pipe; rm .config/archive-index/searches/endless.query .config/archive-index/searches/pipe.query
2> bash: line 1: 17218 Segmentation fault      archive-query --count @endless
2> bash: line 1: 17219 Segmentation fault      archive-query --count @pipe
[0]
