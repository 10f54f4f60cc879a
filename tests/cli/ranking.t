# How results are ranked, and by which words.

$ archive-query --any 'What is the hotline between the navies?' -n 3 --format=tsv --fields=rank,title
rank	title
1	China and South Korea add two hotlines between their forces
2	A line between two navies, thirteen years on
3	WASHINGTON-MOSCOW HOTLINE NOW IN OPERATION
[0]

$ archive-query --any --rank plain 'What is the hotline between the navies?' -n 3 --format=tsv --fields=rank,title
rank	title
1	A line between two navies, thirteen years on
2	China and South Korea add two hotlines between their forces
3	Kim Jong Un steps over the line at Panmunjom
[0]

$ archive-query --any --count 'What is the hotline between the navies?'
102
[0]

$ archive-query --any --count --rank plain 'What is the hotline between the navies?'
102
[0]

$ archive-query --explain --any 'hotlines of navies?'
text        hotlines of navies?
tokens      hotlines · of · navies?
parsed      (or "hotlines" "of" "navies")
resolved    (or "hotlines" "of" "navies")
cursors     or
              postings of hotlines in text
              postings of of in text
              postings of navies in text

read as     hotlines OR of OR navies
ranked by   BM25 (k1 1.6, b 0.5); the best 1,000 again: a word of the title counts 2; and 30 words of the best 10 articles
            hotline navies theater ministry china korea line telephone defense
            command seoul forces memorandum eastern between northern front
            national link their air direct announced troops can november
            teleprinter south ask end
hotlines    text              5  hotline (4) hotlines (1)
of          text             97  of (97)
navies      text              2  navies (2)
all                          97  of 134 articles in 1 segment
[0]

$ archive-query --explain --rank plain hotline --sort newest
text        hotline
tokens      hotline
parsed      "hotline"
resolved    "hotline"
cursors     postings of hotline in text

read as     hotline
hotline     text              5  hotline (4) hotlines (1)
all                           5  of 134 articles in 1 segment
[0]

$ archive-query --rank best hotline
2> archive-query: --rank: best is none of auto, plain, title, feedback
2>   archive-query -h
[2]

$ archive-query --any 'Hotlines: the story (or "what is known)' -n 2 --format=tsv --fields=rank,title
rank	title
1	A line between two navies, thirteen years on
2	China and South Korea add two hotlines between their forces
[0]
