# The librarian's word on names: junk in a facet is stopped, names are made one,
# facets change at once, and all of it is undone.  No article is read again.

$ archive-query --facet place:4 '*'
134 articles of 134

place            4 of 182 values (place:all shows the rest)
  United States     21  █████████████████████
  Washington        11  ███████████
  London            10  ██████████
  Soviet Union       9  █████████
narrow it: archive-query 'place:="United States"'
[0]

$ archive-index entities list place -n 4
kind    name           articles   in articles as
place   United States        21   usa 10 · United States 9 · America 1 · USA 1
place   Washington           11
place   London               10
place   Soviet Union          9   ussr 7 · Soviet Union 2
[0]

# Mars is no place that this newsroom writes about.

$ archive-index entities stop place Mars
place: Mars  0 articles
[0]

$ archive-query --facet place:all '*' | grep -c Mars
0
[1]

$ archive-query --count 'place:"mars"'
0
[0]

# For a historian the Soviet Union and Moscow are one.

$ archive-index entities merge place "Soviet Union" Moscow Kremlin
place: Soviet Union  12 articles
[0]

$ archive-query --facet place:4 '*'
134 articles of 134

place            4 of 180 values (place:all shows the rest)
  United States     21  █████████████████████
  Soviet Union      12  ████████████
  Washington        11  ███████████
  London            10  ██████████
narrow it: archive-query 'place:="United States"'
[0]

$ archive-query --count 'place:="Soviet Union"'
12
[0]

$ archive-query --count 'place:"moscow"'
12
[0]

$ archive-query --count 'place:soviet'
12
[0]

$ cat index/aliases.txt index/not-entities.txt
place: Soviet Union = Moscow
place: Soviet Union = Kremlin
place: Mars
[0]

# What makes a name so is shown, with the words.

$ archive-index entities show place "soviet union" | head -12
Soviet Union (place), 12 articles
  ussr  7  a known name of it
  Moscow  4  place: Soviet Union = Moscow (aliases.txt, line 1)
  Soviet Union  2  as the article has it

  1963-06-21  Washington and Moscow agree on a hotline for the worst hour
              corpus/1963/06/21/courier-hot-line.txt
              Moscow: Washington and Moscow agree on a hotline for the worst hour
              Soviet Union: GENEVA, 21 June - The United States and the Soviet Union signed a memorandum here yesterday by which their …

  2021-03-05  A line between two navies, thirteen years on
              corpus/2021/03/05/review-navies.txt
[0]

# A name that the program itself takes for another one is split, in one section.

$ archive-index entities split place America --section World
place: America  0 articles
[0]

$ archive-index entities split place America
place: America  1 article
[0]

$ archive-query --count 'place:="United States"'
20
[0]

# Rules go to another archive, and come back.

$ archive-index entities export
place: Soviet Union = Moscow
place: Soviet Union = Kremlin
place: America != United States @ section: World
place: America != United States
place: Mars
[0]

$ archive-index entities export >rules.txt; rm index/aliases.txt index/not-entities.txt; archive-index entities import rules.txt
5 rules, 5 of them new
[0]

$ archive-index entities import rules.txt
5 rules, 0 of them new
[0]

$ printf 'a = b\nnonsense @ here\n' | archive-index entities import -
2> archive-index: -: line 2: behind @ stands source:, section: or id: and its whole value
2>   nothing was changed
[2]

# All undone: nothing but the two files was changed.

$ archive-index entities split place Moscow Kremlin
place: Moscow  4 articles
place: Kremlin  0 articles
[0]

$ archive-index entities stop --undo place Mars
place: Mars  4 articles
[0]

$ archive-query --facet place:4 '*'
134 articles of 134

place            4 of 183 values (place:all shows the rest)
  United States     20  ████████████████████
  Washington        11  ███████████
  London            10  ██████████
  Soviet Union       9  █████████
narrow it: archive-query 'place:="United States"'
[0]

# Lines that make no sense are told, and left out.

$ printf 'United States of Mars\nplace: Mars = Phobos\n' >index/aliases.txt; archive-query --count 'place:"phobos"'
4
2> archive-query: aliases.txt, line 1: there is no = in this line; it is left out
[0]

$ archive-index entities list place mars
kind    name  articles   in articles as
place   Mars         4
2> archive-index: aliases.txt, line 1: there is no = in this line; it is left out
[0]

$ archive-index entities list person -n 2 --json
{"format_version":1,"index":"$TMP/index","entities":[{"kind":"person","name":"nixon","articles":3,"forms":[{"text":"nixon","articles":2},{"text":"Nixon","articles":1}]},{"kind":"person","name":"Alexander Fleming","articles":2,"forms":[{"text":"Alexander Fleming","articles":2}]}]}
2> archive-index: aliases.txt, line 1: there is no = in this line; it is left out
[0]

# What cannot be done is said.

$ archive-index entities
2> archive-index: entities needs to know what to do
2>   it knows list, show, merge, split, stop, export, import
[2]

$ archive-index entities rename
2> archive-index: entities does not know rename
2>   it knows list, show, merge, split, stop, export, import
[2]

$ archive-index entities merge person Nixon
2> archive-index: merge needs 2 names
2>   archive-index entities merge [KIND] NAME OTHER...
[2]

$ archive-index entities merge person Nixon nixon
2> archive-index: "Nixon" and "nixon" are the same name already
2>   archive-index help entities
[2]

$ archive-index entities merge place Deimos Phobos
2> archive-index: aliases.txt, line 3: "Phobos" is Mars already, by line 2
2>   archive-index entities split Phobos
[2]

$ archive-index entities split person Zaphod
2> archive-index: aliases.txt, line 1: there is no = in this line; it is left out
2> archive-index: nothing makes Zaphod another name
2>   archive-index entities show Zaphod says what it counts as
[2]

$ archive-index entities show person Zaphod
2> archive-index: aliases.txt, line 1: there is no = in this line; it is left out
2> archive-index: no article is counted under Zaphod
2>   archive-index entities list Zaphod lists names like it
[66]

$ archive-index entities stop --undo person Zaphod
2> archive-index: no rule stops Zaphod
2>   archive-index entities export lists the rules
[2]

$ archive-index entities stop place Mars --source a --section b
2> archive-index: a rule holds for one source, one section or one id
2>   give one of --source, --section, --id
[2]

# Segments that become one keep what names are known as.

$ archive-index build --db two --quiet corpus/wire; archive-index build --db two --quiet corpus/agency; archive-query --db two --facet place:2 '*'
26 articles of 26

place            2 of 28 values (place:all shows the rest)
  United States     11  ███████████
  Soviet Union       7  ███████
narrow it: archive-query --db two 'place:="United States"'
[0]

$ archive-index compact --db two >/dev/null; archive-query --db two --facet place:2 '*'
26 articles of 26

place            2 of 28 values (place:all shows the rest)
  United States     11  ███████████
  Soviet Union       7  ███████
narrow it: archive-query --db two 'place:="United States"'
[0]
