# Names are counted as their own article knows them, however articles are divided.

$ mkdir news; printf 'Reserve\n\nWASHINGTON, March 3 - Paul Volcker, chairman of the Federal Reserve, spoke on Tuesday. Volcker said rates would stay.\n' >news/full.txt; printf 'Bank\n\nWASHINGTON, March 4 - Chairman Volcker told Congress that the Fed would wait. Volcker gave no date.\n' >news/short.txt; printf 'Code\n\nReagan met Volcker in the White House. President Ronald Reagan left for California.\n' >news/reagan.txt; printf 'Other\n\nNancy Reagan opened a school in the United States. Reagan said the U.S. needs more of them.\n' >news/nancy.txt; for i in 1 2 3; do archive-index build --quiet --db part$i --part $i/3 news corpus 2>/dev/null; done; archive-index build --quiet --db one news corpus 2>/dev/null; archive-query --db one --facet person:4 'volcker OR reagan' | head -8
6 articles of 138

person           4 of 5 values (person:all shows the rest)
  Mikhail Gorbachev  2  ██
  Ronald Reagan      2  ██
  Nancy Reagan       1  █
  Paul Volcker       1  █
narrow it: archive-query --db one '(volcker OR reagan) person:="Mikhail Gorbachev"'
[0]

$ for field in person org place place.country; do archive-query --db one --format csv --facet $field:all '*' >one.csv; archive-query --db part1 --db part2 --db part3 --format csv --facet $field:all '*' >parts.csv; wc -l <one.csv; cmp one.csv parts.csv; done
165
64
192
55
[0]

# In runs, and merged.

$ archive-index build --quiet --db runs news 2>/dev/null; archive-index build --quiet --db runs news corpus 2>/dev/null; for state in runs compacted; do for field in person org place; do archive-query --db one --format csv --facet $field:all '*' >one.csv; archive-query --db runs --format csv --facet $field:all '*' | cmp one.csv -; done; archive-index status --json --db runs | grep -o '"segments":[0-9]*'; archive-index compact --db runs >/dev/null; done
"segments":2
"segments":1
[0]
