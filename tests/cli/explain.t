# How a query was read.

$ archive-query --explain 'korea AND "military hotlines" -title:navies'
text        korea AND "military hotlines" -title:navies
tokens      korea · AND · "military hotlines" · - · title: · navies
parsed      (and "korea" (phrase "military hotlines") (not (title "navies")))
resolved    (and "korea" (phrase "military hotlines") (not (title "navies")))
cursors     and
              postings of korea in text
              positions of "military hotlines"
                and
                  postings of =military in text
                  postings of =hotlines in text
              not
                postings of navies in title

read as     korea AND "military hotlines" AND NOT title:navies
ranked by   BM25 (k1 1.6, b 0.5); the best 1,000 again: a word of the title counts 2
korea                text              6  korea (6) koreas (1)
"military hotlines"  text              1  hotlines (1) military (1)
title:navies         title             1  navies (2)
all                                    1  of 134 articles in 1 segment
[0]

$ archive-query --explain 'US hotline OR armis* date:last-month' --now 2021-03-15
text        US hotline OR armis* date:last-month
tokens      US · hotline · OR · armis* · date: · last-month
parsed      (or (and "US" "hotline") (and (like "armis*") (date "last-month")))
resolved    (or (and "US" "hotline") (and (like "armis*") (date 2021-02-01..2021-02-28)))
cursors     or
              and
                postings of us in text
                postings of hotline in text
              and
                postings of armis* in text
                column of date:2021-02-01..2021-02-28

read as     (US AND hotline) OR (armis* AND date:2021-02-01..2021-02-28)
            AND binds tighter than OR; read as (US AND hotline) OR (armis* AND date:last-month)
ranked by   BM25 (k1 1.6, b 0.5); the best 1,000 again: a word of the title counts 2
US               text              2  us (2)
hotline          text              5  hotline (4) hotlines (1)
armis*           text              4  armistice (4)
date:last-month  date              0  date:2021-02-01..2021-02-28
all                                0  of 134 articles in 1 segment
[1]

$ archive-query --explain 'navy W/5 (air OR forces) place:usa'
text        navy W/5 (air OR forces) place:usa
tokens      navy · W/5 · ( · air · OR · forces · ) · place: · usa
parsed      (and (near/5 "navy" (or "air" "forces")) (place "usa"))
resolved    (and (near/5 "navy" (or "air" "forces")) (place ="usa"))
cursors     and
              positions of navy W/5 (air OR forces)
                and
                  postings of navy in text
                  or
                    postings of air in text
                    postings of forces in text
              postings of =usa in place

read as     navy W/5 (air OR forces) AND place:usa
ranked by   BM25 (k1 1.6, b 0.5); the best 1,000 again: a word of the title counts 2
navy W/5 (air OR forces)  text              2  air (13) force (9) forces (3) navies (2) airs (1) forca (1) forced (1) forcing (1)
place:usa                 place            11  usa
all                                         0  of 134 articles in 1 segment
[1]
