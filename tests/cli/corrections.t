# The librarian puts articles right; nothing is read again for it.

$ archive-query --format csv --fields date,date_source,source,title,byline 'id:"corpus/2021/03/02/courier-hotline.txt"'
date,date_source,source,title,byline\r
2021-03-02,path,,China and South Korea add two hotlines between their forces,Mara Lindqvist\r
[0]

$ archive-index corrections set corpus/2021/03/02/courier-hotline.txt date 1921-03-02; archive-index corrections set corpus/2021/03/02/courier-hotline.txt title 'A zeppelin between two ministries'; archive-index corrections set corpus/2021/03/02/courier-hotline.txt source 'The Corrected Courier'; archive-index corrections set corpus/2021/03/02/courier-hotline.txt byline 'Ada Brun; Jo Doe'; archive-index corrections set corpus/2021/03/02/courier-hotline.txt section World
corpus/2021/03/02/courier-hotline.txt: date is 1921-03-02 with the next build
corpus/2021/03/02/courier-hotline.txt: title is A zeppelin between two ministries with the next build
corpus/2021/03/02/courier-hotline.txt: source is The Corrected Courier with the next build
corpus/2021/03/02/courier-hotline.txt: byline is Ada Brun; Jo Doe with the next build
corpus/2021/03/02/courier-hotline.txt: section is World with the next build
[0]

$ cat index/corrections.tsv; archive-index build --summary --skip-ok | sed 's/ in [0-9.]* s,/ in S s,/'
corpus/2021/03/02/courier-hotline.txt	date	1921-03-02
corpus/2021/03/02/courier-hotline.txt	title	A zeppelin between two ministries
corpus/2021/03/02/courier-hotline.txt	source	The Corrected Courier
corpus/2021/03/02/courier-hotline.txt	byline	Ada Brun; Jo Doe
corpus/2021/03/02/courier-hotline.txt	section	World
archive-index: 1 article (0 new, 1 changed, 0 removed) from 84 files (0 indexed, 77 unchanged, 5 skipped, 2 failed) in S s, generation 2
[0]

$ archive-query zeppelin -n 1
1 article of 134

A zeppelin between two ministries
  2 March 1921 (from the librarian) · The Corrected Courier · World
  title, byline, source, section, date by the librarian
  SEOUL/BEIJING, 2 March - China and South Korea are to have five military
  hotlines instead of three. The two defence ministries today announced that
  they had revised a memorandum of November 2008 on direct telephone lines
  between their …
  corpus/2021/03/02/courier-hotline.txt
[0]

$ archive-query --format jsonl zeppelin | tail -1
{"kind":"hit","id":"corpus/2021/03/02/courier-hotline.txt","rank":1,"score":5.68438,"title":"A zeppelin between two ministries","date":"1921-03-02","date_source":"librarian","date_confidence":1,"source":"The Corrected Courier","section":"World","byline":["Ada Brun","Jo Doe"],"language":"en","path":"$TMP/corpus/2021/03/02/courier-hotline.txt","record":1,"bytes":[0,1369],"snippet":"SEOUL/BEIJING, 2 March - China and South Korea are to have five military hotlines instead of three. The two defence ministries today announced that they had revised a memorandum of November 2008 on direct telephone lines between their …","marks":[],"copies":0,"versions":0,"librarian":["title","byline","source","section","date"]}
[0]

$ archive-query --show corpus/2021/03/02/courier-hotline.txt | sed -n '1,3p;/^librarian/p'
A zeppelin between two ministries
The Corrected Courier, World · 2 March 1921 (librarian, sure) · English · 198
words
librarian      title, byline, source, section, date
[0]

$ archive-query --count 'source:="The Corrected Courier"'; archive-query --count 'date:1921'; archive-query --count 'date-source:librarian'; archive-query --count 'byline:"jo doe"'; archive-query --count 'section:=World date:1921'; archive-query --count '*'
1
1
1
1
1
134
[0]

$ archive-query --sort oldest --format line 'hotline date:1900..' | head -2
1921-03-02  A zeppelin between two ministries · The Corrected Courier  corpus/2021/03/02/courier-hotline.txt
1963-06-21  Washington and Moscow agree on a hotline for the worst hour  corpus/1963/06/21/courier-hot-line.txt
[0]

# It survives: a build of nothing, a changed file, a fresh build; the sources agree.

$ archive-index build --summary --skip-ok | sed 's/ in [0-9.]* s,/ in S s,/'; archive-index check --sources | tail -2
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 84 files (0 indexed, 77 unchanged, 5 skipped, 2 failed) in S s, generation 2
79 files as indexed, 0 changed since, 0 gone since
generation 2: 134 articles in 2 segments, as they were written
[0]

$ archive-index build --fresh --quiet --skip-ok; archive-query --count zeppelin; archive-index check --sources | tail -2
1
79 files as indexed, 0 changed since, 0 gone since
generation 3: 134 articles in 1 segment, as they were written
2> archive-index: failed: corpus/broken/feed.jsonl: line 2: not valid JSON at column 138
2>                        corpus/broken/half-a-year.zip: 1896/01/05/bones.txt: damaged (ZIP decompression failed (-3))
[0]

$ archive-index compact >/dev/null; archive-query --count zeppelin
1
[0]

# Names that were found in the text stay found, and count as before.

$ archive-query --count 'place:="South Korea"'; archive-query --count entity-source:found; archive-query --count entity-source:source
6
109
20
[0]

# Undone, one by one and all.

$ archive-index corrections unset corpus/2021/03/02/courier-hotline.txt title; archive-index build --quiet --skip-ok; archive-query --count zeppelin; archive-query --format csv --fields date,source,title,librarian 'id:"corpus/2021/03/02/courier-hotline.txt"'
corpus/2021/03/02/courier-hotline.txt: 1 correction undone; the next build brings back what the source says
0
date,source,title,librarian\r
1921-03-02,The Corrected Courier,China and South Korea add two hotlines between their forces,byline; source; section; date\r
[0]

$ archive-index corrections unset corpus/2021/03/02/courier-hotline.txt; archive-index build --quiet --skip-ok; archive-query --format csv --fields date,date_source,source,title,byline,librarian 'id:"corpus/2021/03/02/courier-hotline.txt"'; archive-query --count 'place:="South Korea"'; archive-query --count entity-source:found; archive-query --count entity-source:source
corpus/2021/03/02/courier-hotline.txt: 4 corrections undone; the next build brings back what the source says
date,date_source,source,title,byline,librarian\r
2021-03-02,path,,China and South Korea add two hotlines between their forces,Mara Lindqvist,\r
6
109
20
[0]

$ archive-index corrections list
[0]

# What cannot be done is said.

$ archive-index corrections
2> archive-index: corrections needs to know what to do
2>   it knows list, set, unset
[2]

$ archive-index corrections put x y z
2> archive-index: corrections does not know put
2>   it knows list, set, unset
[2]

$ archive-index corrections set x date
2> archive-index: set needs an article, a field and a value
2>   archive-index corrections set ID FIELD VALUE
[2]

$ archive-index corrections set x colour red
2> archive-index: what can be put right is title, source, section, byline, date
2>   nothing was changed
[2]

$ archive-index corrections set x date someday
2> archive-index: this is no date such as 2021-03-02
2>   nothing was changed
[2]

$ archive-index corrections unset x
2> archive-index: nothing of x was put right
2>   archive-index corrections list
[2]

$ archive-index corrections set x section ''; archive-index corrections list --json
x: section is taken away with the next build
{"format_version":1,"index":"$TMP/index","corrections":[{"id":"x","field":"section","value":""}]}
2> archive-index: no article of the index has the id x; the line waits for it
[0]

$ printf 'x date 1921\n\n# a remark\nx\tdate\tnever\ny\ttitle\tA\tB\nx\ttitle\tNew\nx\ttitle\tNewer\n' >index/corrections.tsv; archive-index build --quiet --skip-ok
2> archive-index: corrections.tsv:1: a line is an id, a field and a value, with a tab between; the line is left out
2>   x date 1921
2>              ^
2> archive-index: corrections.tsv:4: this is no date such as 2021-03-02; the line is left out
2>   x date never
2>          ^
2> archive-index: corrections.tsv:5: a line has two tabs; the line is left out
2>   y title A B
2>            ^
[0]

$ archive-index corrections list 2>/dev/null
x	title	Newer
[0]


# A title that is taken away leaves the first line in its place.

$ archive-index corrections set corpus/2021/03/05/review-navies.txt title ''; archive-index build --quiet --skip-ok; archive-query 'id:"corpus/2021/03/05/review-navies.txt"' --format line; archive-index corrections unset corpus/2021/03/05/review-navies.txt; archive-index build --quiet --skip-ok; archive-query 'id:"corpus/2021/03/05/review-navies.txt"' --format line
corpus/2021/03/05/review-navies.txt: title is taken away with the next build
2021-03-05  A duty officer sees an unknown ship on the screen, heading for a boundary that two states draw differently. Is it lost, or is it a test? He can guess, or he can ask. A hotline is a way to ask.  corpus/2021/03/05/review-navies.txt
corpus/2021/03/05/review-navies.txt: 1 correction undone; the next build brings back what the source says
2021-03-05  A line between two navies, thirteen years on  corpus/2021/03/05/review-navies.txt
2> archive-index: corrections.tsv:1: a line is an id, a field and a value, with a tab between; the line is left out
2>   x date 1921
2>              ^
2> archive-index: corrections.tsv:4: this is no date such as 2021-03-02; the line is left out
2>   x date never
2>          ^
2> archive-index: corrections.tsv:5: a line has two tabs; the line is left out
2>   y title A B
2>            ^
2> archive-index: corrections.tsv:1: a line is an id, a field and a value, with a tab between; the line is left out
2>   x date 1921
2>              ^
2> archive-index: corrections.tsv:4: this is no date such as 2021-03-02; the line is left out
2>   x date never
2>          ^
2> archive-index: corrections.tsv:5: a line has two tabs; the line is left out
2>   y title A B
2>            ^
[0]
