# Near-copies.  A story comes as the agency sent it, under another headline with
# a word corrected, and cut; besides there is one of another matter.

$ mkdir wire; A='Two fleets agreed on Monday to open a direct line between their staffs, the first since the talks of last autumn. Officers on both sides will test it every morning at nine.'; B='The line runs through a cable laid forty years ago, which divers examined in spring.'; C='A spokesman said that nobody had asked for a second line, and that the harbours would be told by letter within the week.'; one() { printf '{"id":"%s","title":"%s","text":"%s","published":"%s","source":"%s"}\n' "$@"; }; { one a 'Fleets agree on a direct line' "$A $B $C (AP)" 2021-03-02 'Corpus Wire'; one b 'A cable between two staffs' "$A ${B/forty/fifty} $C" 2021-03-03 Courier; one c 'Direct line for fleets' "$A $B" 2021-03-04 Review; one d 'Herring is late' 'The herring came late to the harbours this year, and in smaller numbers than any year since the war.' 2021-03-03 Courier; } > wire/wire.jsonl; archive-index build --db ships --quiet wire
[0]

# Under each stands how many it has.
$ archive-query --db ships line --sort newest
3 articles of 4

Direct line for fleets
  4 March 2021 · Review
  2 near-copies here (--group-duplicates moderate)
  Two fleets agreed on Monday to open a direct line between their staffs, the
  first since the talks of last autumn. Officers on both sides will test it
  every morning at nine. The line runs through a cable laid forty years ago,
  which divers …
  wire/wire.jsonl#3

A cable between two staffs
  3 March 2021 · Courier
  2 near-copies here (--group-duplicates moderate)
  Two fleets agreed on Monday to open a direct line between their staffs, the
  first since the talks of last autumn. Officers on both sides will test it
  every morning at nine. The line runs through a cable laid fifty years ago,
  which divers …
  wire/wire.jsonl#2

Fleets agree on a direct line
  2 March 2021 · Corpus Wire
  2 near-copies here (--group-duplicates moderate)
  Two fleets agreed on Monday to open a direct line between their staffs, the
  first since the talks of last autumn. Officers on both sides will test it
  every morning at nine. The line runs through a cable laid forty years ago,
  which divers …
  wire/wire.jsonl#1
[0]

# One for all of them: the earliest that is found.  The total counts articles.
$ archive-query --db ships harbours --group-duplicates moderate --sort newest
3 articles of 4, 2 when near-copies count as one

Herring is late
  3 March 2021 · Courier
  The herring came late to the harbours this year, and in smaller numbers than
  any year since the war.
  wire/wire.jsonl#4

Fleets agree on a direct line
  2 March 2021 · Corpus Wire
  2 near-copies (copies-of:"wire/wire.jsonl#1")
  A spokesman said that nobody had asked for a second line, and that the
  harbours would be told by letter within the week. (AP)
  wire/wire.jsonl#1
[0]

$ archive-query --db ships 'line source:(courier OR review)' --group-duplicates moderate --format line
2021-03-03  A cable between two staffs · Courier  wire/wire.jsonl#2
[0]

$ archive-query --db ships line --group-duplicates high --format line
2021-03-02  Fleets agree on a direct line · Corpus Wire  wire/wire.jsonl#1
2021-03-04  Direct line for fleets · Review  wire/wire.jsonl#3
[0]

$ archive-query --db ships line --group-duplicates high --count
2
[0]

$ archive-query --db ships line --count
3
[0]

$ archive-query --db ships line --group-duplicates moderate -n 1 --facet source
3 articles of 4, 1 when near-copies count as one

source           3 of 3 values
  Corpus Wire       1  █
  Courier           1  █
  Review            1  █
narrow it: archive-query --db ships 'line source:="Corpus Wire"'

Fleets agree on a direct line
  2 March 2021 · Corpus Wire
  2 near-copies (copies-of:"wire/wire.jsonl#1")
  Two fleets agreed on Monday to open a direct line between their staffs, the
  first since the talks of last autumn. Officers on both sides will test it
  every morning at nine. The line runs through a cable laid forty years ago,
  which divers …
  wire/wire.jsonl#1
[0]

$ printf 'line\nherring\n' | archive-query --db ships --query-file - --count --group-duplicates moderate
1	line
1	herring
[0]

# Pages count groups.
$ archive-query --db ships '*' --group-duplicates moderate --sort newest -n 1
4 articles of 4, 2 when near-copies count as one

Herring is late
  3 March 2021 · Courier
  The herring came late to the harbours this year, and in smaller numbers than
  any year since the war.
  wire/wire.jsonl#4

1 more: --offset 1 shows the next, -n all shows all
[0]

$ archive-query --db ships '*' --group-duplicates moderate --sort newest --offset 5
4 articles of 4, 2 when near-copies count as one
2> archive-query: --offset 5 is behind the last of 2 groups
[0]

# The others of a group, and what has any.
$ archive-query --db ships 'copies-of:"wire/wire.jsonl#1"' --sort oldest --format line
2021-03-03  A cable between two staffs · Courier  wire/wire.jsonl#2
2021-03-04  Direct line for fleets · Review  wire/wire.jsonl#3
[0]

$ archive-query --db ships 'copies-of:wire/wire.jsonl#1 NOT source:review' --format line
2021-03-03  A cable between two staffs · Courier  wire/wire.jsonl#2
[0]

$ archive-query --db ships missing:copies-of --format line
2021-03-03  Herring is late · Courier  wire/wire.jsonl#4
[0]

$ archive-query --db ships 'copies-of:"wire/wire.jsonl#4"'
2> no articles
2>   copies-of:"wire/wire.jsonl#4"  0   it has no near-copies
[1]

$ archive-query --db ships 'copies-of:nothing'
2> no articles
2>   copies-of:nothing  0   there is no article with this id
[1]

$ archive-query --db ships 'copies-of:wire*'
2> archive-query: copies-of: takes the id of one article, as --format=ids prints it
2>   copies-of:wire*
2>             ^~~~~
[2]

$ archive-query --db ships --show 'wire/wire.jsonl#1'
Fleets agree on a direct line
Corpus Wire · 2 March 2021 (metadata, sure) · English · 71 words

Two fleets agreed on Monday to open a direct line between their staffs, the
first since the talks of last autumn. Officers on both sides will test it every
morning at nine. The line runs through a cable laid forty years ago, which
divers examined in spring. A spokesman said that nobody had asked for a second
line, and that the harbours would be told by letter within the week. (AP)

mentions       1 March 2021 ("Monday") · September 2020 to November 2020 ("last
               autumn") · 1981 ("forty years ago")
agency         AP
uid            a
copies         2 near-copies (copies-of:"wire/wire.jsonl#1")
id             wire/wire.jsonl#1
file           wire/wire.jsonl, record 1, bytes 0 to 491, read by jsonl
path           $TMP/wire/wire.jsonl
index          generation 1 of 2021-03-15 10:00
[0]

# In formats for programs.
$ archive-query --db ships line --sort oldest --format csv --fields id,title,copies
id,title,copies\r
wire/wire.jsonl#1,Fleets agree on a direct line,2\r
wire/wire.jsonl#2,A cable between two staffs,2\r
wire/wire.jsonl#3,Direct line for fleets,2\r
[0]

$ archive-query --db ships line --sort oldest --group-duplicates high --format json --fields id,copies
{"format_version":1,"query":"line","read_as":"line","index":"$INDEX_ID","generation":1,"articles":4,"now":"2021-03-15","tool":"$VERSION","total":3,"exact":true,"group_duplicates":"high","groups":2,"notices":[],"hits":[{"id":"wire/wire.jsonl#1","copies":1},{"id":"wire/wire.jsonl#3","copies":0}]}
[0]

$ archive-query --db ships line --group-duplicates some
2> archive-query: --group-duplicates: some is none of off, high, moderate
2>   archive-query -h
[2]

# The agency is read from the end of the text.
$ archive-query --db ships agency:ap --format ids
wire/wire.jsonl#1
[0]

# A new copy joins the group; what is published earlier leads it.
$ mkdir wire/older; sed -n '2s/2021-03-03/2021-03-01/p' wire/wire.jsonl > wire/older/b.jsonl; archive-index build --db ships --quiet; archive-query --db ships line --group-duplicates high --sort oldest --format line
2021-03-01  A cable between two staffs · Courier  wire/older/b.jsonl#1
2021-03-04  Direct line for fleets · Review  wire/wire.jsonl#3
[0]
