# Several indexes, searched as one: an archive built in parts answers as the whole
# does.

$ archive-index build --quiet --db all corpus
2> archive-index: failed: corpus/broken/feed.jsonl: line 2: not valid JSON at column 138
2>                        corpus/broken/half-a-year.zip: 1896/01/05/bones.txt: damaged (ZIP decompression failed (-3))
[3]

$ for part in 1 2 3; do archive-index build --quiet --db part-$part --part $part/3 corpus; done
2> archive-index: failed: corpus/broken/half-a-year.zip: 1896/01/05/bones.txt: damaged (ZIP decompression failed (-3))
2> archive-index: failed: corpus/broken/feed.jsonl: line 2: not valid JSON at column 138
[3]

$ archive-index status --db part-2 | sed -n 2,3p
part         2/3 of the files
articles     30 from 1631-05-30 to 2023-08-26
[0]

$ archive-query --db all -f line -n 4 'armistice OR hotline'
2021-03-02  China and South Korea add two hotlines between their forces  corpus/2021/03/02/courier-hotline.txt
1918-11-11  Armistice signed; guns stop at eleven  corpus/1918/11/11/courier-armistice.txt
2018-04-27  Kim Jong Un steps over the line at Panmunjom  corpus/2018/04/27/courier-summit.txt
1963-08-30  WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION  corpus/wire/wire-1.sgm#5
[0]

$ archive-query --db part-1 --db part-2 --db part-3 -f line -n 4 'armistice OR hotline'
2021-03-02  China and South Korea add two hotlines between their forces  corpus/2021/03/02/courier-hotline.txt
1918-11-11  Armistice signed; guns stop at eleven  corpus/1918/11/11/courier-armistice.txt
2018-04-27  Kim Jong Un steps over the line at Panmunjom  corpus/2018/04/27/courier-summit.txt
1963-08-30  WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION  corpus/wire/wire-1.sgm#5
[0]

$ parts="--db part-1 --db part-2 --db part-3"; for ask in '--count' '--facet source:all -f csv' '--timeline=year -f csv' '--sort source -n all -f ids' '--kwic -n all -f csv'; do archive-query $parts $ask korea > parts.txt; archive-query --db all $ask korea > all.txt; cmp parts.txt all.txt && echo "the same $(wc -l < all.txt) lines: $ask"; done
the same 1 lines: --count
the same 2 lines: --facet source:all -f csv
the same 73 lines: --timeline=year -f csv
the same 6 lines: --sort source -n all -f ids
the same 12 lines: --kwic -n all -f csv
[0]

$ archive-query --db part-1 --db part-2 --facet lang:1 '*'
88 articles of 88

lang             1 of 11 values (lang:all shows the rest)
  en                65  ██████████████████████████████
narrow it: archive-query --db part-1 --db part-2 'lang:"en"'
[0]

$ archive-query --db part-1 --db part-2 -f json -n 0 '*' | sed 's/[0-9a-f]\{32\}/ID/g' | grep -o '"indexes":.*\]' | head -1
"indexes":[{"index":"ID","generation":1},{"index":"ID","generation":1}],"articles":88,"now":"2021-03-15","tool":"$VERSION","total":88,"exact":true,"notices":[],"hits":[]
[0]

# The next run takes the same part; another one would take its files out.

$ archive-index build --summary --db part-2 | sed 's/ seconds=.*//'
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 22 files (0 indexed, 18 unchanged, 3 skipped, 1 failed) in 0 s, generation 1
[0]

$ archive-index build --db part-2 --part 1/3 corpus
2> archive-index: part-2 holds part 2/3, not part 1/3
2>   name another index with --db, or build this one anew with --fresh
[2]

$ cp -r part-1 changed && archive-index build --quiet --fresh --db changed --part 2/3 corpus; archive-index status --db changed | sed -n 2p
part         2/3 of the files
2> archive-index: failed: corpus/broken/half-a-year.zip: 1896/01/05/bones.txt: damaged (ZIP decompression failed (-3))
[0]

$ archive-index build --db part-9 --part 4/3 corpus
2> archive-index: --part: 4/3 is no part such as 2/8
2>   archive-index -h shows what there is
[2]

$ archive-query --db all --db ./all korea
2> archive-query: --db ./all is named twice
2>   each index counts once
[2]

$ archive-query --db all --db '' korea
2> archive-query: --db is given without a value
2>   leave it out, or say which
[2]
