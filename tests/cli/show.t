# One article, whole.

$ archive-query --show corpus/2021/03/02/courier-hotline.txt
China and South Korea add two hotlines between their forces
2 March 2021 (path, likely) · English · 198 words
By Mara Lindqvist

SEOUL/BEIJING, 2 March - China and South Korea are to have five military
hotlines instead of three. The two defence ministries today announced that they
had revised a memorandum of November 2008 on direct telephone lines between
their navies and their air forces.

Senior Colonel Tan Kefei, spokesperson of China's Ministry of National Defense,
called the line set up under the old text the first direct telephone link that
front-line troops of China's armed forces have had with those of another
country. It helps, in his account, to avoid misunderstandings and to keep a
crisis in hand.

    [picture] The Joint Security Area at Panmunjom, seen from the north, in a
    picture of 2018.

    [credit] PHOTO: CORPUS WIRE/POOL

According to South Korea's Ministry of National Defense, the two new lines, one
for the navies and one for the air forces, will reach China's Eastern Theater
Command. The three hotlines in use so far are linked with the Northern Theater
Command. The paper had to be rewritten in any case: China has reorganised its
forces since 2008, and the military regions named in those days are no more.

The neighbours once fought each other. In the Korean War of 1950-1953 Chinese
troops stood on the North's side. It ended in an armistice, and that is still in
force.

people         Tan Kefei
organisations  Ministry of National Defense · Joint Security Area · Northern
               Theater Command
places         China · South Korea
keywords       south · korea · china · hotline · navy
mentions       2 March 2021 ("2 March") · November 2008 (text) · 2018 (text) ·
               2008 (text) · 1950 to 1953 (text)
file           corpus/2021/03/02/courier-hotline.txt, record 1, bytes 0 to
               1,369, read by plain
path           $TMP/corpus/2021/03/02/courier-hotline.txt
index          generation 1 of 2021-03-15 10:00
[0]

$ archive-query --show corpus/wire/wire-1.sgm#5
WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION
30 August 1963, 18:05 (metadata, sure) · English · 108 words
WASHINGTON, Aug 30

The direct communications link between Washington and Moscow was declared open
today, the Defense Department said. Popular speech has named it the hotline.

It was agreed at Geneva on June 20. Messages go by teleprinter over a cable
route through London, Copenhagen, Stockholm and Helsinki, with a radio route by
Tangier as a spare. The American end is in the Pentagon, and not on the
President's desk.

Each government supplied the other with machines for its alphabet. The operators
test the line around the clock by sending passages of literature and other texts
that can offend nobody.

There is no red telephone, officials said when asked. Corpus Wire

organisations  Department of Defense
places         United States · Soviet Union
topics         defence
mentions       30 August 1963 ("today") · 20 June 1963 ("June 20")
uid            900005
id             corpus/wire/wire-1.sgm#5
file           corpus/wire/wire-1.sgm, record 5, bytes 5,972 to 7,180, read by
               reuters
path           $TMP/corpus/wire/wire-1.sgm
index          generation 1 of 2021-03-15 10:00
[0]

$ archive-query --show corpus/2021/03/02/courier-hotline.txt -f json
{"kind":"article","format_version":1,"index":"$INDEX_ID","generation":1,"tool":"$VERSION","id":"corpus/2021/03/02/courier-hotline.txt","title":"China and South Korea add two hotlines between their forces","date":"2021-03-02","date_source":"path","date_confidence":0.8,"source":null,"section":null,"byline":["Mara Lindqvist"],"language":"en","path":"$TMP/corpus/2021/03/02/courier-hotline.txt","record":1,"bytes":[0,1369],"offset":0,"published":"2021-03-02","modified":null,"dateline":null,"topics":[],"keywords":["south","korea","china","hotline","navy"],"exchanges":[],"people":["Tan Kefei"],"organisations":["Ministry of National Defense","Joint Security Area","Northern Theater Command"],"places":["China","South Korea"],"url":null,"uid":null,"words":198,"format":"plain","body":"SEOUL/BEIJING, 2 March - China and South Korea are to have five military hotlines instead of three. The two defence ministries today announced that they had revised a memorandum of November 2008 on direct telephone lines between their navies and their air forces.\n\nSenior Colonel Tan Kefei, spokesperson of China's Ministry of National Defense, called the line set up under the old text the first direct telephone link that front-line troops of China's armed forces have had with those of another country. It helps, in his account, to avoid misunderstandings and to keep a crisis in hand.\n\nAccording to South Korea's Ministry of National Defense, the two new lines, one for the navies and one for the air forces, will reach China's Eastern Theater Command. The three hotlines in use so far are linked with the Northern Theater Command. The paper had to be rewritten in any case: China has reorganised its forces since 2008, and the military regions named in those days are no more.\n\nThe neighbours once fought each other. In the Korean War of 1950-1953 Chinese troops stood on the North's side. It ended in an armistice, and that is still in force.","captions":["The Joint Security Area at Panmunjom, seen from the north, in a picture of 2018."],"agency":null,"pages":[],"edition":null,"status":"usable","version":null,"urgency":null,"embargoed_until":null,"replaces":null,"ocr":null,"copies":0,"versions":0,"librarian":[],"mentions":[{"from":"2021-03-02","to":"2021-03-02","text":"2 March","read":"publication","confidence":0.99},{"from":"2021-03-02","to":"2021-03-02","text":"today","read":"publication","confidence":0.75},{"from":"2008-11-01","to":"2008-11-30","text":"November 2008","read":"text","confidence":0.95},{"from":"2018-01-01","to":"2018-12-31","text":"2018","read":"text","confidence":0.95},{"from":"2008-01-01","to":"2008-12-31","text":"2008","read":"text","confidence":0.95},{"from":"1950-01-01","to":"1953-12-31","text":"1950-1953","read":"text","confidence":0.95},{"from":"1950-01-01","to":"1950-12-31","text":"1950","read":"text","confidence":0.95},{"from":"1953-01-01","to":"1953-12-31","text":"1953","read":"text","confidence":0.95}],"hidden":null,"credits":["PHOTO: CORPUS WIRE/POOL"]}
[0]

$ archive-query --show courier-hotline.txt
2> archive-query: there is no article courier-hotline.txt
2>   try: archive-query --show 'corpus/2021/03/02/courier-hotline.txt'
[1]

$ archive-query --show corpus/2021/03/02/courier-hotlime.txt
2> archive-query: there is no article corpus/2021/03/02/courier-hotlime.txt
2>   try: archive-query --show 'corpus/2021/03/02/courier-hotline.txt'
[1]

$ archive-query --show nothing/like/it
2> archive-query: there is no article nothing/like/it
2>   archive-query --format=ids QUERY prints ids
[1]

$ archive-query --show corpus/2021/03/02/courier-hotline.txt -f csv
2> archive-query: --show prints no csv
2>   --format=json, or archive-query --format=csv 'id:"…"'
[2]

Names are marked on a terminal:

$ archive-query --color=always --show corpus/2021/03/02/courier-hotline.txt | head -n 12
\e[1m\e[1;4mChina\e[0m\e[1m and \e[1;4mSouth Korea\e[0m\e[1m add two hotlines between their forces\e[0m
2 March 2021 (path, likely) · English · 198 words
By Mara Lindqvist

SEOUL/BEIJING, 2 March - \e[1mChina\e[0m and \e[1mSouth Korea\e[0m are to have five military
hotlines instead of three. The two defence ministries today announced that they
had revised a memorandum of November 2008 on direct telephone lines between
their navies and their air forces.

Senior Colonel \e[1mTan Kefei\e[0m, spokesperson of \e[1mChina\e[0m's \e[1mMinistry of National Defense\e[0m,
called the line set up under the old text the first direct telephone link that
front-line troops of \e[1mChina\e[0m's armed forces have had with those of another
[0]
