# What a crontab meets in ten years.

$ cp -r corpus news && archive-index build --quiet --skip-ok --db idx news
2> archive-index: failed: news/broken/feed.jsonl: line 2: not valid JSON at column 138
2>                        news/broken/half-a-year.zip: 1896/01/05/bones.txt: damaged (ZIP decompression failed (-3))
[0]

# A disk that is not mounted is an empty directory.

$ mkdir mounted && mv news/* mounted/ && archive-index build --db idx
2> archive-index: the files of 134 of 134 articles are no longer there; nothing was changed
2>   is a disk not mounted?  If they are to leave the index: archive-index build --allow-vanish
[69]

$ archive-index build --fresh --quiet --db idx
2> archive-index: the files of 134 of 134 articles are no longer there; nothing was changed
2>   is a disk not mounted?  If they are to leave the index: archive-index build --allow-vanish
[69]

$ archive-query --db idx --count '*'
134
[0]

$ mv mounted/* news/ && archive-index build --summary --skip-ok --db idx | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 84 files (0 indexed, 77 unchanged, 5 skipped, 2 failed) in S s, generation 1
[0]

# Half of it may leave; more is asked for.

$ rm -r news/wire news/2021 && archive-index build --summary --skip-ok --db idx | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 23 articles (0 new, 0 changed, 23 removed) from 77 files (0 indexed, 70 unchanged, 5 skipped, 2 failed) in S s, generation 3
[0]

$ rm -r news/* && archive-index build --allow-vanish --summary --db idx | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 111 articles (0 new, 0 changed, 111 removed) from 0 files (0 indexed, 0 unchanged, 0 skipped, 0 failed) in S s, generation 5
[0]

# Two runs at once: the second changes nothing, or waits.

$ flock idx/lock archive-index build --db idx
2> archive-index: another run is writing to this index
2>   nothing was changed; archive-index build --wait 600 waits for its end
[75]

$ mkfifo held free; (flock idx/lock sh -c 'echo > held; sleep 1' &); read _ < held; archive-index build --quiet --db idx --wait 60
[0]

$ (flock idx/lock sh -c 'echo > held; read _ < free' &); read _ < held; archive-index build --quiet --db idx --wait 0.1; status=$?; echo > free; (exit $status)
2> archive-index: another run is writing to this index
2>   nothing was changed; archive-index build --wait 600 waits for its end
[75]

$ archive-index build --wait soon --db idx
2> archive-index: --wait: soon is no number of seconds
2>   archive-index -h shows what there is
[2]
