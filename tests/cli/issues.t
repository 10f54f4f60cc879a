# A scanned issue is several files: METS lists the articles, ALTO has the text.
# Pages are told with their issue, and whatever of it changes, it is read again.

$ mkdir -p news/other && cp -r corpus/scans/1872-07-03-courier news/issue && cp corpus/scans/1908-06-30-review-0003.xml news/other/ && archive-index build --db idx --summary news | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 3 articles (3 new, 0 changed, 0 removed) from 4 files (2 indexed, 0 unchanged, 2 skipped, 0 failed) in S s, generation 1
[0]

$ archive-index build --db idx --summary | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 4 files (0 indexed, 2 unchanged, 2 skipped, 0 failed) in S s, generation 1
[0]

$ archive-query --db idx --format csv --fields id,title,source,pages,published 'format:mets'
id,title,source,pages,published\r
news/issue/mets.xml#2,ROUND THE WORLD,The Corpus Courier,1,1872-07-03\r
news/issue/mets.xml#1,Dr. Livingstone is alive,The Corpus Courier,1; 2,1872-07-03\r
[0]

$ archive-query --db idx --count 'sources AND Nile'
1
[0]

# A page has changed: its issue is read with it.

$ sed -i 's/"Nile"/"Congo"/' news/issue/alto/0002.xml && archive-index build --db idx --summary | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 2 articles (0 new, 2 changed, 0 removed) from 4 files (1 indexed, 1 unchanged, 2 skipped, 0 failed) in S s, generation 3
[0]

$ archive-query --db idx --count 'sources AND Congo'
1
[0]

# A page is missing: the articles keep what the others hold, and it is named.

$ mv news/issue/alto/0002.xml kept.xml && archive-index build --db idx
2> archive-index: failed: news/issue/mets.xml: alto/0002.xml: there is no such file
[3]

$ archive-query --db idx --count 'Livingstone' && archive-query --db idx --count Congo
1
0
[0]

$ mv kept.xml news/issue/alto/0002.xml && archive-index build --db idx --summary | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 2 articles (0 new, 2 changed, 0 removed) from 4 files (1 indexed, 1 unchanged, 2 skipped, 0 failed) in S s, generation 7
[0]

# Without METS a page is a page; with it, it is a part of its issue again.

$ mv news/issue/mets.xml kept.xml && archive-index build --db idx --allow-vanish && archive-query --db idx --format csv --fields id,pages '*'
id,pages\r
news/other/1908-06-30-review-0003.xml#1,3\r
news/issue/alto/0002.xml#1,2\r
news/issue/alto/0001.xml#1,1\r
[0]

$ mv kept.xml news/issue/mets.xml && archive-index build --db idx && archive-query --db idx --format csv --fields id,pages '*'
id,pages\r
news/other/1908-06-30-review-0003.xml#1,3\r
news/issue/mets.xml#2,1\r
news/issue/mets.xml#1,1; 2\r
[0]

$ archive-index check --db idx --sources
2 files as indexed, 0 changed since, 0 gone since
generation 11: 3 articles in 2 segments, as they were written
[0]

# In an archive METS cannot reach its pages.

$ (cd news && tar -cf issue.tar issue && rm -r issue) && archive-index build --db idx --allow-vanish && archive-query --db idx --format csv --fields id,pages '*'
id,pages\r
news/other/1908-06-30-review-0003.xml#1,3\r
news/issue.tar!/issue/alto/0002.xml#1,2\r
news/issue.tar!/issue/alto/0001.xml#1,1\r
[0]

# A link does not lead the reader out of what it was given.

$ mkdir -p secret small/alto && cp corpus/scans/1872-07-03-courier/mets.xml small/ && cp corpus/scans/1872-07-03-courier/alto/* secret/ && ln -s ../../secret/0001.xml small/alto/0001.xml && cp secret/0002.xml small/alto/ && archive-index read small | grep -o '"\(failed\|skipped\)":.*\|"lead":"[^"]*"'
"skipped":"a link that leaves the directory","path":"small/alto/0001.xml"}
"skipped":"a page of an issue","path":"small/alto/0002.xml"}
"lead":"He would not come home. In March he parted from his visitor at Unyanyembe, and means to look for the sources of the Nile before he sees England again."
"skipped":"its text is not in the pages","path":"small/mets.xml","where":"DIVL2"}
"skipped":"it lies outside of the directory","path":"small/mets.xml","where":"alto/0001.xml"}
[0]
