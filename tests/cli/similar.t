# Articles like one.

$ archive-query --similar corpus/2021/03/02/courier-hotline.txt -n 2
58 articles of 134

A line between two navies, thirteen years on
  5 March 2021 (from the path)
  … of Korea agreed on such lines for their navies and air forces in November
  2008. … Seoul's Ministry of National Defense says that two lines are to be
  added, both … Theater Command, whose coast faces the East China Sea; the
  Northern Theater …
  corpus/2021/03/05/review-navies.txt

Kim Jong Un steps over the line at Panmunjom
  27 April 2018 (from the path)
  … Jong Un walked between two blue huts, shook hands across a low concrete kerb
  … He is the first leader of North Korea to set foot in the South since the
  war. … the demarcation line, a joint liaison office at Kaesong, and, within
  the year, a …
  corpus/2018/04/27/courier-summit.txt

56 more: --offset 2 shows the next, -n all shows all
[0]

$ archive-query --similar corpus/2021/03/02/courier-hotline.txt date:1960s --format line
1963-08-30  WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION  corpus/wire/wire-1.sgm#5
1963-06-21  Washington and Moscow agree on a hotline for the worst hour  corpus/1963/06/21/courier-hot-line.txt
1961-04-12  SOVIET FLIER GAGARIN FIRST MAN IN SPACE, BACK SAFE  corpus/wire/wire-1.sgm#3
1969-07-21  Two men walk on the Moon; a third keeps watch above  corpus/1969/07/21/courier-moon.txt
1967-12-04  CAPE TOWN SURGEONS TRANSPLANT HUMAN HEART  corpus/wire/wire-1.sgm#6
1962-10-28  KHRUSHCHEV SAYS MISSILES IN CUBA TO BE DISMANTLED  corpus/wire/wire-1.sgm#4
[0]

$ archive-query --similar corpus/2021/03/02/courier-hotline.txt --count
58
[0]

$ archive-query --similar corpus/2021/03/02/courier-hotline.txt --timeline decade -f csv | cut -d, -f1-6 | tail -3
2000s,2000-01-01,2009-12-31,4,9,0.444444
2010s,2010-01-01,2019-12-31,6,21,0.285714
2020s,2020-01-01,2029-12-31,8,16,0.5
[0]

$ archive-query --similar corpus/2021/03/02/courier-hotline.txt --facet keyword:3
58 articles of 134

keyword          3 of 47 values (keyword:all shows the rest)
  climate           2  ██
  hotline           2  ██
  korea             2  ██
narrow it: archive-query '((=forces OR =china OR =ministry OR =navies OR =theater OR =korea OR =defense OR =direct OR =lines OR =troops OR =command OR =telephone OR =south OR =national OR =line OR =any OR =area OR =case OR =colonel OR =link OR =reach OR =security OR =senior OR =seoul OR =use OR =between OR =air OR =north OR =their OR =account) AND NOT id:"corpus/2021/03/02/courier-hotline.txt") keyword:"climate"'
[0]

$ archive-query --similar corpus/2021/03/02/courier-hotline.txt -f json -n 1 --fields id
{"format_version":1,"query":"(=forces OR =china OR =ministry OR =navies OR =theater OR =korea OR =defense OR =direct OR =lines OR =troops OR =command OR =telephone OR =south OR =national OR =line OR =any OR =area OR =case OR =colonel OR =link OR =reach OR =security OR =senior OR =seoul OR =use OR =between OR =air OR =north OR =their OR =account) AND NOT id:\"corpus/2021/03/02/courier-hotline.txt\"","read_as":"(=forces OR =china OR =ministry OR =navies OR =theater OR =korea OR =defense OR =direct OR =lines OR =troops OR =command OR =telephone OR =south OR =national OR =line OR =any OR =area OR =case OR =colonel OR =link OR =reach OR =security OR =senior OR =seoul OR =use OR =between OR =air OR =north OR =their OR =account) AND NOT id:\"corpus/2021/03/02/courier-hotline.txt\"","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":58,"exact":true,"notices":[],"hits":[{"id":"corpus/2021/03/05/review-navies.txt"}]}
[0]

$ archive-query --similar corpus/2021/03/02/courier-hotline.txt 'date:1960s AND ('
2> archive-query: the bracket that opens here is never closed
2>   date:1960s AND (
2>                  ^
2> try: date:1960s
[2]

$ archive-query --similar nosuch
2> archive-query: there is no article nosuch
2>   archive-query --format=ids QUERY prints ids
[1]

$ archive-query --similar ''
2> archive-query: --similar is given without a value
2>   leave it out, or say which
[2]

$ archive-query --similar corpus/2021/03/02/courier-hotline.txt --show corpus/2021/03/02/courier-hotline.txt
2> archive-query: --show and --similar contradict each other
2>   leave out one of them
[2]

$ echo hotline | archive-query - --similar corpus/2021/03/02/courier-hotline.txt
2> archive-query: --similar is asked with one query, or none
2>   archive-query --similar ID QUERY
[2]

$ archive-query hotline --timeline --compare ''
2> archive-query: --compare is given without a value
2>   leave it out, or say which
[2]
