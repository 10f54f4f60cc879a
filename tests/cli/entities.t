# The librarian's word on names: junk in a facet is stopped, names are made one,
# facets change at once, and all of it is undone.  No article is read again.

$ archive-query --facet place:4 '*'
134 articles of 134

place            4 of 191 values (place:all shows the rest)
  United States     25  █████████████████████████
  Paris             12  ████████████
  China             11  ███████████
  London            11  ███████████
narrow it: archive-query 'place:="United States"'
[0]

$ archive-index entities list place -n 4
kind    name           articles   in articles as
place   United States        25   usa 10 · United States 9 · Estados Unidos 2 · America 1 · …
place   Paris                12
place   China                11   China 7 · 中国 2 · china 1 · 중국 1
place   London               11   London 10 · Londres 1
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
place: Soviet Union  14 articles
[0]

$ archive-query --facet place:4 '*'
134 articles of 134

place            4 of 189 values (place:all shows the rest)
  United States     25  █████████████████████████
  Soviet Union      14  ██████████████
  Paris             12  ████████████
  China             11  ███████████
narrow it: archive-query 'place:="United States"'
[0]

$ archive-query --count 'place:="Soviet Union"'
14
[0]

$ archive-query --count 'place:"moscow"'
14
[0]

$ archive-query --count 'place:soviet'
14
[0]

$ cat index/aliases.txt index/not-entities.txt
place: Soviet Union = Moscow
place: Soviet Union = Kremlin
place: Mars
[0]

# What makes a name so is shown, with the words.

$ archive-index entities show place "soviet union" | head -12
Soviet Union (place), 14 articles
  ussr  7  a known name of it
  Moscow  4  place: Soviet Union = Moscow (aliases.txt, line 1)
  Soviet Union  2  as the article has it
  Moskau  1  place: Soviet Union = Moscow (aliases.txt, line 1)
  Unión Soviética  1  a known name of it

  1945-06-27  Cincuenta países firman en San Francisco la Carta de las Naciones Unidas
              corpus/1945/06/27/correo-carta.txt
              Unión Soviética: … miembros. Cinco de ellos, los Estados Unidos, la Unión Soviética, el Reino Unido, Francia y China, serán permanentes …

  1963-06-21  Washington and Moscow agree on a hotline for the worst hour
[0]

# A name that the program itself takes for another one is split, in one section.

$ archive-index entities split place America --section World
place: America  0 articles
[0]

$ archive-index entities split place America
place: America  1 article
[0]

$ archive-query --count 'place:="United States"'
24
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
place: Moscow  5 articles
place: Kremlin  0 articles
[0]

$ archive-index entities stop --undo place Mars
place: Mars  4 articles
[0]

$ archive-query --facet place:4 '*'
134 articles of 134

place            4 of 192 values (place:all shows the rest)
  United States     24  ████████████████████████
  Paris             12  ████████████
  China             11  ███████████
  London            11  ███████████
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
{"format_version":1,"index":"$TMP/index","entities":[{"kind":"person","name":"Mikhail Gorbachev","articles":3,"forms":[{"text":"gorbachev","articles":2},{"text":"Mikhail Gorbachev","articles":1}]},{"kind":"person","name":"Nelson Mandela","articles":3,"forms":[{"text":"Nelson Mandela","articles":2},{"text":"mandela","articles":1}]}]}
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
place: Deimos  4 articles
2> archive-index: aliases.txt, line 1: there is no = in this line; it is left out
2> archive-index: aliases.txt, lines 2 and 3 give one thing several names; it is "Deimos", by line 3
[0]

$ archive-index entities split person Zaphod
2> archive-index: aliases.txt, line 1: there is no = in this line; it is left out
2> archive-index: aliases.txt, lines 2 and 3 give one thing several names; it is "Deimos", by line 3
2> archive-index: nothing makes Zaphod another name
2>   archive-index entities show Zaphod says what it counts as
[2]

$ archive-index entities show person Zaphod
2> archive-index: aliases.txt, line 1: there is no = in this line; it is left out
2> archive-index: aliases.txt, lines 2 and 3 give one thing several names; it is "Deimos", by line 3
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

place            2 of 30 values (place:all shows the rest)
  United States     11  ███████████
  Soviet Union       7  ███████
narrow it: archive-query --db two 'place:="United States"'
[0]

$ archive-index compact --db two >/dev/null; archive-query --db two --facet place:2 '*'
26 articles of 26

place            2 of 30 values (place:all shows the rest)
  United States     11  ███████████
  Soviet Union       7  ███████
narrow it: archive-query --db two 'place:="United States"'
[0]
