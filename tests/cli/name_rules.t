# Lines of aliases.txt and not-entities.txt as people write them, and the commands
# that write them.

$ archive-index entities list person -n 3
kind    name               articles   in articles as
person  Mikhail Gorbachev         3   gorbachev 2 · Mikhail Gorbachev 1
person  Nelson Mandela            3   Nelson Mandela 2 · mandela 1
person  Nixon                     3   nixon 2 · Nixon 1
[0]

# Names that lines join are one, however the lines go; a circle is told.

$ printf 'Gorbachev = Nelson Mandela\nNixon = Gorbachev\nFidel Castro = Nixon\nMikhail Gorbachev = Gorbachev\n' >index/aliases.txt; archive-index entities list person -n 2
kind    name               articles   in articles as
person  Mikhail Gorbachev        10   Nelson Mandela 2 · gorbachev 2 · nixon 2 · Fidel Castro 1 · …
person  Alexander Fleming         2
2> archive-index: aliases.txt, lines 3 and 4 give one thing several names; it is "Mikhail Gorbachev", by line 4
[0]

$ printf 'Nelson Mandela = Nixon\nNixon = Fidel Castro\nFidel Castro = Nelson Mandela\n' >index/aliases.txt; archive-index entities list person -n 1
kind    name          articles   in articles as
person  Fidel Castro         7   Nelson Mandela 2 · nixon 2 · Fidel Castro 1 · Nixon 1 · …
2> archive-index: aliases.txt, lines 1, 2 and 3 go in a circle; all of these names are "Fidel Castro", by line 3
[0]

# Who wants the other name says so, and the line before goes.

$ rm index/aliases.txt; archive-index entities merge person Nixon "Nelson Mandela"; archive-index entities merge person "Nelson Mandela" Nixon; cat index/aliases.txt
person: Nixon  6 articles
person: Nelson Mandela  6 articles
person: Nelson Mandela = Nixon
[0]

$ archive-index entities show person "Nelson Mandela" | head -4
Nelson Mandela (person), 6 articles
  Nelson Mandela  2  as the article has it
  nixon  2  person: Nelson Mandela = Nixon (aliases.txt, line 1)
  Nixon  1  person: Nelson Mandela = Nixon (aliases.txt, line 1)
[0]

# Two names are not one, whatever another line says.

$ printf 'Nixon = Nelson Mandela\nNelson Mandela != Nixon\n' >index/aliases.txt; archive-index entities list person nelson
kind    name            articles   in articles as
person  Nelson Mandela         3   Nelson Mandela 2 · mandela 1
2> archive-index: aliases.txt, line 1: "Nelson Mandela" cannot be "Nixon", because line 2 parts names that would be one then; it is left out
[0]

# What people write.

$ printf 'Person: Nixon = “Nelson Mandela”\n#Nixon = Fidel Castro\nfirm: Nixon = A\nNixon => B\nNixon = "C\nNixon = Castro, Fidel\nNixon = D @source: X\n' >index/aliases.txt; printf 'Nixon = E\rMars\r' >index/not-entities.txt; archive-index entities list person nixon
kind    name   articles   in articles as
person  Nixon         6   Nelson Mandela 2 · nixon 2 · Nixon 1 · mandela 1
2> archive-index: aliases.txt, line 3: firm: is no kind of names; there are person:, org: and place:, and a name with a colon stands in quotes; it is left out
2> archive-index: aliases.txt, line 4: => is no mark of these lines; NAME = OTHER NAME; it is left out
2> archive-index: aliases.txt, line 5: a quotation is not closed; it is left out
2> archive-index: not-entities.txt, line 1: here stands one name a line; = belongs into aliases.txt; it is left out
2> archive-index: Nixon = Castro, Fidel (aliases.txt, line 6): no article has this name; = stands between names, and a line of not-entities.txt has one
[0]

$ archive-index entities export
person: Nixon = Nelson Mandela
Nixon = Castro, Fidel
Nixon = D @ source: X
Mars
[0]

# A comment stays with its line.

$ rm index/not-entities.txt; printf 'Nixon = Nelson Mandela = Fidel Castro   # who\r\n' >index/aliases.txt; archive-index entities split person "Fidel Castro"; archive-index entities split "Fidel Castro"; od -c index/aliases.txt | head -4
person: Fidel Castro  2 articles
person: Fidel Castro  2 articles
0000000   N   i   x   o   n       =       N   e   l   s   o   n       M
0000020   a   n   d   e   l   a       #       w   h   o  \r  \n   p   e
0000040   r   s   o   n   :       F   i   d   e   l       C   a   s   t
0000060   r   o       !   =       N   i   x   o   n  \n
[0]

# Many edits at once: each is there.

$ rm index/aliases.txt; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24; do archive-index entities merge person Nixon "Name $i" >/dev/null & done; wait; grep -c '^person: Nixon = Name' index/aliases.txt
24
[0]

# What cannot be understood is refused, and nothing is changed.

$ archive-index entities stop persn Mars
2> archive-index: persn is no kind of names
2>   the kinds are person, org and place; before a name that looks like one of them say of which kind it is
[2]

$ archive-index entities stop "$(printf 'M\374ller')"
2> archive-index: M�ller is no text in UTF-8
2>   nothing was changed
[2]

$ archive-index entities merge person A B --db nowhere
2> archive-index: there is no index in nowhere
2>   build one with: archive-index build DIRECTORY
[66]

# A file may lie elsewhere.

$ mv index/aliases.txt elsewhere.txt; ln -s ../elsewhere.txt index/aliases.txt; archive-index entities merge person Nixon "Name 25"; tail -n 1 elsewhere.txt; test -L index/aliases.txt && echo link
person: Nixon  3 articles
person: Nixon = Name 25
link
[0]
