# Files in archives, and archives in archives.

$ archive-index read corpus/packed/courier-old-years.zip | cut -c1-150
{"id":"corpus/packed/courier-old-years.zip!/1888/09/04/camera.txt","title":"A camera with a hundred pictures in it","byline":[],"source":"","section":
{"id":"corpus/packed/courier-old-years.zip!/1895/12/28/pictures.txt","title":"Paying guests watch pictures that move","byline":["Ada Marlowe"],"source
{"skipped":"hidden","path":"corpus/packed/courier-old-years.zip","where":"__MACOSX/1895/12/28/._pictures.txt"}
{"id":"corpus/packed/courier-old-years.zip!/courrier.tar.gz!/1898/12/26/radium.html","title":"Un corps nouveau, des millions de fois plus actif","byli
[0]

$ archive-index read corpus/broken/half-a-year.zip | cut -c1-150
{"skipped":"damaged (ZIP decompression failed (-3))","path":"corpus/broken/half-a-year.zip","where":"1896/01/05/bones.txt"}
{"id":"corpus/broken/half-a-year.zip!/1896/08/20/fram.txt","title":"Fram is home, and nobody was lost","byline":[],"source":"","section":"","dateline"
[0]

$ archive-index build --quiet --db idx corpus/packed && archive-query --db idx -f ids 'path:"1898/12/26" OR path:courrier.tar.gz' && archive-query --db idx -f line 'path:camera.txt'
packed/courier-old-years.zip!/courrier.tar.gz!/1898/12/26/radium.html
1888-09-04  A camera with a hundred pictures in it  packed/courier-old-years.zip!/1888/09/04/camera.txt
[0]

# What is packed counts as the file it lies in: changed, it is read again whole; gone, its articles leave.

$ cp -r corpus/packed news && archive-index build --summary --db new news | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 4 articles (4 new, 0 changed, 0 removed) from 2 files (2 indexed, 0 unchanged, 0 skipped, 0 failed) in S s, generation 1
[0]

$ touch news/courier-old-years.zip && archive-index build --summary --db new | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 3 articles (0 new, 3 changed, 0 removed) from 2 files (1 indexed, 1 unchanged, 0 skipped, 0 failed) in S s, generation 3
[0]

$ rm news/review-1908.jsonl.xz && archive-index build --summary --db new | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 1 article (0 new, 0 changed, 1 removed) from 1 file (0 indexed, 1 unchanged, 0 skipped, 0 failed) in S s, generation 5
[0]

$ archive-index check --sources --db new
1 file as indexed, 0 changed since, 0 gone since
generation 5: 3 articles in 1 segment, as they were written
[0]

# Names that lead out of an archive are names and nothing else.

$ python3 -c "import zipfile; z = zipfile.ZipFile('news/tricks.zip', 'w'); [z.writestr(n, 'Oats\n\nA text about oats.\n') for n in ('../../up.txt', '/etc/oats.txt', 'a\x1b[2Jb.txt', 'a#1!/b.txt')]" && archive-index build --quiet --db new; archive-query --db new -f ids oats; ls news/.. | tr '\n' ' '
news/tricks.zip!/a%231%21/b.txt
news/tricks.zip!/a%1B[2Jb.txt
news/tricks.zip!/%2Fetc/oats.txt
news/tricks.zip!/%2E%2E/%2E%2E/up.txt
corpus idx index new news \
[0]
