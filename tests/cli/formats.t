# Every output format, and every order.

$ archive-query hotline -n 2 -f text
5 articles of 134

WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION
  30 August 1963
  The direct communications link between Washington and Moscow was declared open
  today, the Defense Department said. Popular speech has named it the hotline.
  corpus/wire/wire-1.sgm#5

China and South Korea add two hotlines between their forces
  2 March 2021 (from the path)
  SEOUL/BEIJING, 2 March - China and South Korea are to have five military
  hotlines instead of three. The two defence ministries today announced that
  they had revised a memorandum of November 2008 on direct telephone lines
  between their …
  corpus/2021/03/02/courier-hotline.txt

3 more: --offset 2 shows the next, -n all shows all
[0]

$ archive-query hotline -f line
1963-08-30  WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION  corpus/wire/wire-1.sgm#5
2021-03-02  China and South Korea add two hotlines between their forces  corpus/2021/03/02/courier-hotline.txt
1963-06-21  Washington and Moscow agree on a hotline for the worst hour  corpus/1963/06/21/courier-hot-line.txt
2021-03-05  A line between two navies, thirteen years on  corpus/2021/03/05/review-navies.txt
2018-04-27  Kim Jong Un steps over the line at Panmunjom  corpus/2018/04/27/courier-summit.txt
[0]

$ archive-query hotline -n 2 -f json
{"format_version":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[],"hits":[{"id":"corpus/wire/wire-1.sgm#5","rank":1,"score":5.49644,"title":"WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION","date":"1963-08-30","date_source":"metadata","date_confidence":1,"source":null,"section":null,"byline":[],"language":"en","path":"$TMP/corpus/wire/wire-1.sgm","record":5,"bytes":[5972,7180],"snippet":"The direct communications link between Washington and Moscow was declared open today, the Defense Department said. Popular speech has named it the hotline.","marks":[[147,154]],"copies":0,"versions":0,"librarian":[]},{"id":"corpus/2021/03/02/courier-hotline.txt","rank":2,"score":5.35436,"title":"China and South Korea add two hotlines between their forces","date":"2021-03-02","date_source":"path","date_confidence":0.8,"source":null,"section":null,"byline":["Mara Lindqvist"],"language":"en","path":"$TMP/corpus/2021/03/02/courier-hotline.txt","record":1,"bytes":[0,1369],"snippet":"SEOUL/BEIJING, 2 March - China and South Korea are to have five military hotlines instead of three. The two defence ministries today announced that they had revised a memorandum of November 2008 on direct telephone lines between their …","marks":[[73,81]],"copies":0,"versions":0,"librarian":[]}]}
[0]

$ archive-query hotline -n 2 -f jsonl
{"kind":"answer","format_version":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[]}
{"kind":"hit","id":"corpus/wire/wire-1.sgm#5","rank":1,"score":5.49644,"title":"WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION","date":"1963-08-30","date_source":"metadata","date_confidence":1,"source":null,"section":null,"byline":[],"language":"en","path":"$TMP/corpus/wire/wire-1.sgm","record":5,"bytes":[5972,7180],"snippet":"The direct communications link between Washington and Moscow was declared open today, the Defense Department said. Popular speech has named it the hotline.","marks":[[147,154]],"copies":0,"versions":0,"librarian":[]}
{"kind":"hit","id":"corpus/2021/03/02/courier-hotline.txt","rank":2,"score":5.35436,"title":"China and South Korea add two hotlines between their forces","date":"2021-03-02","date_source":"path","date_confidence":0.8,"source":null,"section":null,"byline":["Mara Lindqvist"],"language":"en","path":"$TMP/corpus/2021/03/02/courier-hotline.txt","record":1,"bytes":[0,1369],"snippet":"SEOUL/BEIJING, 2 March - China and South Korea are to have five military hotlines instead of three. The two defence ministries today announced that they had revised a memorandum of November 2008 on direct telephone lines between their …","marks":[[73,81]],"copies":0,"versions":0,"librarian":[]}
[0]

$ archive-query hotline -n 2 -f csv
id,rank,score,title,date,date_source,date_confidence,source,section,byline,language,path,record,bytes,snippet,marks,copies,versions,librarian\r
corpus/wire/wire-1.sgm#5,1,5.49644,WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION,1963-08-30,metadata,1,,,,en,$TMP/corpus/wire/wire-1.sgm,5,5972-7180,"The direct communications link between Washington and Moscow was declared open today, the Defense Department said. Popular speech has named it the hotline.",147-154,0,0,\r
corpus/2021/03/02/courier-hotline.txt,2,5.35436,China and South Korea add two hotlines between their forces,2021-03-02,path,0.8,,,Mara Lindqvist,en,$TMP/corpus/2021/03/02/courier-hotline.txt,1,0-1369,"SEOUL/BEIJING, 2 March - China and South Korea are to have five military hotlines instead of three. The two defence ministries today announced that they had revised a memorandum of November 2008 on direct telephone lines between their …",73-81,0,0,\r
[0]

$ archive-query hotline -n 2 -f tsv
id	rank	score	title	date	date_source	date_confidence	source	section	byline	language	path	record	bytes	snippet	marks	copies	versions	librarian
corpus/wire/wire-1.sgm#5	1	5.49644	WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION	1963-08-30	metadata	1				en	$TMP/corpus/wire/wire-1.sgm	5	5972-7180	The direct communications link between Washington and Moscow was declared open today, the Defense Department said. Popular speech has named it the hotline.	147-154	0	0	
corpus/2021/03/02/courier-hotline.txt	2	5.35436	China and South Korea add two hotlines between their forces	2021-03-02	path	0.8			Mara Lindqvist	en	$TMP/corpus/2021/03/02/courier-hotline.txt	1	0-1369	SEOUL/BEIJING, 2 March - China and South Korea are to have five military hotlines instead of three. The two defence ministries today announced that they had revised a memorandum of November 2008 on direct telephone lines between their …	73-81	0	0	
[0]

$ archive-query hotline -f ids
corpus/wire/wire-1.sgm#5
corpus/2021/03/02/courier-hotline.txt
corpus/1963/06/21/courier-hot-line.txt
corpus/2021/03/05/review-navies.txt
corpus/2018/04/27/courier-summit.txt
[0]

$ archive-query hotline -f paths
$TMP/corpus/wire/wire-1.sgm
$TMP/corpus/2021/03/02/courier-hotline.txt
$TMP/corpus/1963/06/21/courier-hot-line.txt
$TMP/corpus/2021/03/05/review-navies.txt
$TMP/corpus/2018/04/27/courier-summit.txt
[0]

$ archive-query hotline -n 2 -f paths -0
$TMP/corpus/wire/wire-1.sgm\0$TMP/corpus/2021/03/02/courier-hotline.txt\0\
[0]

$ archive-query hotline -n 1 -f json --fields id,words,places,people,published
{"format_version":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[],"hits":[{"id":"corpus/wire/wire-1.sgm#5","words":108,"places":["United States","Soviet Union"],"people":[],"published":"1963-08-30T18:05:33"}]}
[0]

# sort, page and format never change the total

$ archive-query hotline --sort newest -f ids
corpus/2021/03/05/review-navies.txt
corpus/2021/03/02/courier-hotline.txt
corpus/2018/04/27/courier-summit.txt
corpus/wire/wire-1.sgm#5
corpus/1963/06/21/courier-hot-line.txt
[0]

$ archive-query hotline --sort oldest -f ids
corpus/1963/06/21/courier-hot-line.txt
corpus/wire/wire-1.sgm#5
corpus/2018/04/27/courier-summit.txt
corpus/2021/03/02/courier-hotline.txt
corpus/2021/03/05/review-navies.txt
[0]

$ archive-query hotline --sort oldest -f ids --offset 3
corpus/2021/03/02/courier-hotline.txt
corpus/2021/03/05/review-navies.txt
[0]

$ archive-query 'telegraph OR cable OR wire' --sort oldest -f line
1844-05-24  Words sent forty miles by wire in a moment · The Corpus Courier  corpus/tables/courier-before-1860.csv#1
1858-08-17  A queen's greeting crosses the Atlantic under the sea  corpus/1858/08/17/courier-cable.txt
1866-07-28  The cable that lasts: Great Eastern reaches Heart's Content  corpus/1866/07/28/review-cable-again.txt
1883-08-29  Krakatoa silent after explosions heard across an ocean  corpus/1883/08/29/courier-krakatoa.txt
1922-11-30  Unopened royal tomb found in the Valley of the Kings · The Corpus Courier  corpus/feeds/courier.jsonl#3
1945-08-08  One bomb, one city: what is known of Hiroshima  corpus/1945/08/08/courier-hiroshima.txt
1957-03-25  SIX COUNTRIES SIGN COMMON MARKET TREATY IN ROME  corpus/wire/wire-1.sgm#1
1957-10-05  SOVIET UNION PUTS FIRST SATELLITE INTO ORBIT  corpus/wire/wire-1.sgm#2
1961-04-12  SOVIET FLIER GAGARIN FIRST MAN IN SPACE, BACK SAFE  corpus/wire/wire-1.sgm#3
1962-10-28  KHRUSHCHEV SAYS MISSILES IN CUBA TO BE DISMANTLED  corpus/wire/wire-1.sgm#4
2> archive-query: 10 of 21 articles; -n all gives all
[0]

$ archive-query '*' -n all -f ids | wc -l
134
[0]

$ archive-query 'date:last-week' --now 2021-03-10 -f ids
corpus/2021/03/05/review-navies.txt
corpus/feeds/world.jsonl#1
corpus/feeds/world.jsonl#2
corpus/2021/03/02/courier-hotline.txt
[0]

# A program that was written for a version gets it, or an error.

$ archive-query hotline -n 1 -f json --fields id --format-version 1
{"format_version":1,"query":"hotline","read_as":"hotline","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":5,"exact":true,"notices":[],"hits":[{"id":"corpus/wire/wire-1.sgm#5"}]}
[0]

$ archive-query hotline -f jsonl --format-version 2
2> archive-query: there is no version 2 of --format=jsonl
2>   archive-query $VERSION writes version 1
[65]

$ archive-query hotline -f json --format-version 0
2> archive-query: there is no version 0 of --format=json
2>   archive-query $VERSION writes version 1
[65]

$ archive-query hotline -f json --format-version latest
2> archive-query: --format-version latest is not a number
2>   --format-version 1
[2]

$ archive-query hotline -f csv --format-version 1
2> archive-query: --format=csv has no version
2>   --format-version goes with json and jsonl
[2]

$ archive-query --show corpus/feeds/courier.jsonl#3 -f json --format-version 99999999999
2> archive-query: there is no version 99999999999 of --format=json
2>   archive-query $VERSION writes version 1
[65]
