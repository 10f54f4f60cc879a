# The first answer, and others that people meet on their first day.

$ archive-query "hotline AND Eastern"
2 articles of 134

China and South Korea add two hotlines between their forces
  2 March 2021 (from the path)
  … one for the air forces, will reach China's Eastern Theater Command. The
  three hotlines in use so far are linked with the Northern Theater Command. The
  paper had to be rewritten in any case: China has reorganised its forces since
  2008, and …
  corpus/2021/03/02/courier-hotline.txt

A line between two navies, thirteen years on
  5 March 2021 (from the path)
  Is it lost, or is it a test? He can guess, or he can ask. A hotline is a way
  to ask. … to be added, both to the Eastern Theater Command, whose coast faces
  the East China Sea; the Northern Theater Command, …
  corpus/2021/03/05/review-navies.txt
[0]

$ archive-query hotline AND Eastern
2 articles of 134

China and South Korea add two hotlines between their forces
  2 March 2021 (from the path)
  … one for the air forces, will reach China's Eastern Theater Command. The
  three hotlines in use so far are linked with the Northern Theater Command. The
  paper had to be rewritten in any case: China has reorganised its forces since
  2008, and …
  corpus/2021/03/02/courier-hotline.txt

A line between two navies, thirteen years on
  5 March 2021 (from the path)
  Is it lost, or is it a test? He can guess, or he can ask. A hotline is a way
  to ask. … to be added, both to the Eastern Theater Command, whose coast faces
  the East China Sea; the Northern Theater Command, …
  corpus/2021/03/05/review-navies.txt
[0]

$ archive-query '"first direct telephone link"'
1 article of 134

China and South Korea add two hotlines between their forces
  2 March 2021 (from the path)
  Senior Colonel Tan Kefei, spokesperson of China's Ministry of National
  Defense, called the line set up under the old text the first direct telephone
  link that front-line troops of China's armed forces have had with those of
  another country. …
  corpus/2021/03/02/courier-hotline.txt
[0]

$ archive-query '"front-line troops" date:2021-03'
1 article of 134

China and South Korea add two hotlines between their forces
  2 March 2021 (from the path)
  … old text the first direct telephone link that front-line troops of China's
  armed forces have had with those of another country. It helps, in his account,
  to avoid misunderstandings and to keep a crisis in hand.
  corpus/2021/03/02/courier-hotline.txt
[0]

# what is marked, and what is not: the words of a phrase that stands

$ archive-query --plain '"front-line troops" date:2021-03'
1 article of 134

China and South Korea add two hotlines between their forces
  2 March 2021 (from the path)
  … old text the first direct telephone link that «front-line troops» of China's
  armed forces have had with those of another country. It helps, in his account,
  to avoid misunderstandings and to keep a crisis in hand.
  corpus/2021/03/02/courier-hotline.txt
[0]

$ archive-query --plain 'navies W/5 forces'
2 articles of 134

China and South Korea add two hotlines between their forces
  2 March 2021 (from the path)
  The two defence ministries today announced that they had revised a memorandum
  of November 2008 on direct telephone lines between their «navies» and their air
  «forces».
  corpus/2021/03/02/courier-hotline.txt

A line between two navies, thirteen years on
  5 March 2021 (from the path)
  China and the Republic of Korea agreed on such lines for their «navies» and air
  «forces» in November 2008. On Tuesday they announced a new version of that
  memorandum. Seoul's Ministry of National Defense says that two lines are to be
  added, …
  corpus/2021/03/05/review-navies.txt
[0]

$ archive-query --plain title:hotlines -n 1
3 articles of 134

WASHINGTON-MOSCOW «HOTLINE» NOW IN OPERATION
  30 August 1963
  The direct communications link between Washington and Moscow was declared open
  today, the Defense Department said. Popular speech has named it the hotline.
  corpus/wire/wire-1.sgm#5

2 more: --offset 1 shows the next, -n all shows all
[0]

$ archive-query --plain 'caption:panmunjom' -n 2
3 articles of 134

Kim Jong Un steps over the line at Panmunjom
  27 April 2018 (from the path)
  The Joint Security Area at «Panmunjom», seen from the south, in a picture of
  2018.
  corpus/2018/04/27/courier-summit.txt

Korean armistice signed at Panmunjom in ten silent minutes
  28 July 1953 (from the path)
  The hall at «Panmunjom», put up by North Korean workmen for the signing, in a
  picture of 1953.
  corpus/1953/07/28/courier-panmunjom.txt

1 more: --offset 2 shows the next, -n all shows all
[0]

$ archive-query --color=always 'hotline' -n 1
5 articles of 134

\e[1mWASHINGTON-MOSCOW \e[1;4mHOTLINE\e[0m\e[1m NOW IN OPERATION\e[0m
  30 August 1963
  The direct communications link between Washington and Moscow was declared open
  today, the Defense Department said. Popular speech has named it the \e[1mhotline\e[0m.
  corpus/wire/wire-1.sgm#5

4 more: --offset 1 shows the next, -n all shows all
[0]

$ NO_COLOR=1 archive-query hotline -n 1 | head -3
5 articles of 134

WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION
[0]

$ FORCE_COLOR=1 archive-query hotline -n 1 | head -3
5 articles of 134

\e[1mWASHINGTON-MOSCOW \e[1;4mHOTLINE\e[0m\e[1m NOW IN OPERATION\e[0m
[0]

$ archive-query --plain '직통전화'
1 article of 134

한중 해·공군 «직통전화» 두 개 늘린다
  3 March 2021 · 코퍼스 신문 · 국방
  한국과 중국의 해군과 공군을 잇는 «직통전화»(핫라인)가 두 개 더 생긴다. 국방부는
  2일 양국 국방당국이 2008년 11월에 맺은 «직통전화» 양해각서를 개정했다고 밝혔다.
  corpus/feeds/world.jsonl#1
[0]

$ archive-query 'missing:date' -n 2
5 articles of 134

The mountain that cancelled a summer
  undated
  When Mount Tambora on the island of Sumbawa exploded in April 1815, its noise
  was taken for gunfire. On Java, far to the west, soldiers were marched out to
  look for an enemy, and boats were sent along the coast to find ships in
  distress. …
  corpus/undated/review-tambora.txt

The copyist who bought a printing press
  undated
  Johann Carolus of Strasbourg sold news before he printed it. He collected
  letters from correspondents in other cities, had them copied by hand and sent
  the copies each week to subscribers who could pay for them. Copying was slow.
  …
  corpus/undated/review-relation.txt

3 more: --offset 2 shows the next, -n all shows all
[0]

$ archive-query hotline -n 1
5 articles of 134

WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION
  30 August 1963
  The direct communications link between Washington and Moscow was declared open
  today, the Defense Department said. Popular speech has named it the hotline.
  corpus/wire/wire-1.sgm#5

4 more: --offset 1 shows the next, -n all shows all
[0]

$ archive-query hotline -n 2 --offset 3
5 articles of 134

A line between two navies, thirteen years on
  5 March 2021 (from the path)
  Is it lost, or is it a test? He can guess, or he can ask. A hotline is a way
  to ask.
  corpus/2021/03/05/review-navies.txt

Kim Jong Un steps over the line at Panmunjom
  27 April 2018 (from the path)
  A hotline between the offices of the two leaders was switched on a week ago,
  on 20 April.
  corpus/2018/04/27/courier-summit.txt
[0]

$ archive-query hotline --offset 50
5 articles of 134
2> archive-query: --offset 50 is behind the last of 5 articles
[0]

$ archive-query -v 'place:usa' -n 1
11 articles of 134

Galileo sees ice that has moved on Europa.
  14 August 1996 · Agency of the Corpus
  Pictures from the Galileo probe suggest that floes of ice on Jupiter's moon
  Europa once floated on slush or water.
  places: United States
  corpus/agency/galileo.rcv1.xml

10 more: --offset 1 shows the next, -n all shows all
[0]

# quotes that the shell took away

$ archive-query "front-line troops" date:2021-03
1 article of 134

China and South Korea add two hotlines between their forces
  2 March 2021 (from the path)
  … old text the first direct telephone link that front-line troops of China's
  armed forces have had with those of another country. It helps, in his account,
  to avoid misunderstandings and to keep a crisis in hand.
  corpus/2021/03/02/courier-hotline.txt
2> archive-query: the shell took the quotes away; if they were meant for the query: archive-query '"front-line troops" date:2021-03'
[0]

# AND and OR in one query

$ archive-query 'hotline Eastern OR navies' -n 0
2 articles of 134
2> archive-query: AND binds tighter than OR; read as (hotline AND Eastern) OR navies
[0]

$ archive-query --strict 'hotline Eastern OR navies'
2> archive-query: AND and OR are mixed without brackets
2>   hotline Eastern OR navies
2>   ^~~~~~~~~~~~~~~
2> try: (hotline AND Eastern) OR navies
[2]

$ COLUMNS=40 archive-query 'hotline Eastern' -n 1
2 articles of 134

China and South Korea add two hotlines
between their forces
  2 March 2021 (from the path)
  … one for the air forces, will reach
  China's Eastern Theater Command. The
  three hotlines in use so far are
  linked with the Northern Theater
  Command. The paper had to be rewritten
  in any case: China has reorganised its
  forces since 2008, and …
  corpus/2021/03/02/courier-hotline.txt

1 more: --offset 1 shows the next, -n
all shows all
[0]

$ archive-query hotline | head -1
5 articles of 134
[0]
