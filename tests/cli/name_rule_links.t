# The librarian's files of names where the configuration says.

$ mkdir names; printf 'Mikhail Gorbachev = Gorbachev\n' >names/aliases.txt; printf 'name-rules = "%s/names"\n' "$PWD" >index/archive-index.toml; archive-index build --quiet; readlink index/aliases.txt index/not-entities.txt | sed "s|$PWD/||"; archive-query --facet person 'person:gorbachev'
names/aliases.txt
names/not-entities.txt
3 articles of 134

person           4 of 4 values
  Mikhail Gorbachev  3  ███
  Boris Yeltsin      1  █
  Reagan             1  █
  Ronald Reagan      1  █
narrow it: archive-query 'person:gorbachev person:="Boris Yeltsin"'
[0]

# The commands change them there, also one that was not there yet.

$ archive-index entities stop person Nixon; archive-index entities list person nixon; cat names/not-entities.txt; test -L index/not-entities.txt && ls names
person: Nixon  0 articles
person: Nixon
aliases.txt
names.lock
not-entities.txt
2> no names
[0]

# A second index has the same rules.

$ mkdir other; cp index/archive-index.toml other/; archive-index build --quiet --db other corpus 2>/dev/null; archive-index entities list person nixon --db other
2> no names
[0]

# A file in the index stays, counts, and is told with each run.

$ rm index/aliases.txt; printf 'Fidel Castro = Nixon\n' >index/aliases.txt; archive-index build --quiet 2>&1 | sed "s|$PWD/||g"; cat index/aliases.txt; archive-index build --quiet 2>&1 | wc -l
archive-index: index/aliases.txt counts, not that of name-rules: put what it says into names/aliases.txt and take it away
Fidel Castro = Nixon
1
[0]

# A directory that is not there is told once.

$ printf 'name-rules = "%s/nowhere"\n' "$PWD" >other/archive-index.toml; archive-index build --quiet --db other 2>&1 | sed "s|$PWD/||g"; archive-index build --quiet --db other; archive-index entities stop person Nixon --db other 2>&1 | sed "s|$PWD/||g"
archive-index: name-rules: there is no directory nowhere
archive-index: cannot open nowhere/names.lock: No such file or directory
[0]

$ printf 'name-rules = "names"\n' >other/archive-index.toml; archive-index build --quiet --db other
2> archive-index: other/archive-index.toml: name-rules: takes a whole path, which begins with /
[2]
