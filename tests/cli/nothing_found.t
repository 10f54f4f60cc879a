# Nothing found: why, and what to do next.

$ archive-query 'gorbachov AND perestroyka date:1586'
2> no articles
2>   gorbachov    0   did you mean gorbachev (3)?
2>   perestroyka  0
2>   date:1586    0   the archive spans 15 January 1609 to 27 July 2024
[1]

$ archive-query gorbachov
2> no articles
2>   gorbachov  0   did you mean gorbachev (3)?
[1]

$ archive-query 'hotline armistice wire'
2> no articles have all of these
2>   hotline 5 · armistice 4 · wire 17
2>   without wire: 2 · without armistice: 1 · without hotline: 0
[1]

$ archive-query 'hotline armistice'
2 articles of 134

China and South Korea add two hotlines between their forces
  2 March 2021 (from the path)
  SEOUL/BEIJING, 2 March - China and South Korea are to have five military
  hotlines instead of three. The two defence … It ended in an armistice, and
  that is still in force.
  corpus/2021/03/02/courier-hotline.txt

Kim Jong Un steps over the line at Panmunjom
  27 April 2018 (from the path)
  The armistice of 1953 has never been followed by a peace treaty. … A hotline
  between the offices of the two leaders was switched on a week ago, on 20
  April.
  corpus/2018/04/27/courier-summit.txt
[0]

$ archive-query 'hotline OR nosuchword' date:2031
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

Washington and Moscow agree on a hotline for the worst hour
  21 June 1963 (from the path)
  The hotline will not be a telephone. It is a teleprinter circuit by way of
  London, Copenhagen, Stockholm and Helsinki, with a radio circuit through
  Tangier in reserve. …
  corpus/1963/06/21/courier-hot-line.txt

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
2> archive-query: the shell took the quotes away; if they were meant for the query: archive-query '(hotline OR nosuchword) date:2031'
2> archive-query: AND binds tighter than OR; read as hotline OR (nosuchword AND date:2031)
[0]

$ archive-query '"Eastern hotline"'
2> no articles
2>   "Eastern hotline"  0   1 article has all its words, not so close together
[1]

$ archive-query 'place:ussrr'
2> no articles
2>   place:ussrr  0   did you mean ussr (7)?
[1]

$ archive-query 'date:2031'
2> no articles
2>   date:2031  0   the archive spans 15 January 1609 to 27 July 2024
[1]

$ archive-query -f json nosuchword
{"format_version":1,"query":"nosuchword","read_as":"nosuchword","index":"$INDEX_ID","generation":1,"articles":134,"now":"2021-03-15","tool":"$VERSION","total":0,"exact":true,"notices":[],"hits":[]}
2> no articles
2>   nosuchword  0
[1]

$ archive-query -f csv nosuchword
id,rank,score,title,date,date_source,date_confidence,source,section,byline,language,path,record,bytes,snippet,marks,copies,versions,librarian\r
2> no articles
2>   nosuchword  0
[1]

$ archive-query -f ids nosuchword
2> no articles
2>   nosuchword  0
[1]
