# Only articles already in hand, and none that were read already.

$ archive-query -f ids 'hotline' -n all > $TMP/hotline.ids; wc -l < $TMP/hotline.ids
5
[0]

$ archive-query --count --within $TMP/hotline.ids 'line OR lines'
5
[0]

$ archive-query --count 'hotline (line OR lines)'
5
[0]

$ archive-query --count --without $TMP/hotline.ids 'line OR lines'
6
[0]

$ archive-query --count 'line OR lines'
11
[0]

$ archive-query -f ids -0 hotline -n all | archive-query --count --within - '*'
5
[0]

# An id that is not there is told, and the rest counts.
$ printf 'gone#1\r\n\n' >> $TMP/hotline.ids; archive-query --count --within $TMP/hotline.ids hotline
5
2> archive-query: 1 id in $TMP/hotline.ids is not in this index
[0]

$ archive-query --within $TMP/no.such.file hotline
2> archive-query: the file of ids cannot be read: $TMP/no.such.file
[66]

# What is pasted into a web box, a question, and a habit of Nexis.
$ archive-query --lenient --count 'hotline AND (Eastern titel:oil'
0
2> archive-query: the bracket that opens here is never closed
2> archive-query: there is no field "titel"
2> archive-query: read as hotline AND (Eastern AND (titel AND oil))
[0]

$ archive-query --any -n 1 -f ids 'what was the first hotline of the navies?'
corpus/2021/03/02/courier-hotline.txt
[0]

$ archive-query --syntax nexis --count 'hotline and headline(navy or navies) and date aft 2020'
1
[0]

$ archive-query --syntax nexis --explain 'hot! w/5 line or wire and not date bef 1960'
text        hot! w/5 line or wire and not date bef 1960
tokens      hot! · w/5 · line · or · wire · and · not · date · bef · 1960
parsed      (and (near/5 (like "hot*") (or "line" "wire")) (not (date (< "1960"))))
resolved    (and (near/5 (like "hot*") (or "line" "wire")) (not (date ..1959-12-31)))
cursors     and
              positions of hot* W/5 (line OR wire)
                and
                  postings of hot* in text
                  or
                    postings of line in text
                    postings of wire in text
              not
                column of date:..1959-12-31

read as     hot* W/5 (line OR wire) AND NOT date:..1959-12-31
ranked by   BM25 (k1 1.6, b 0.5); the best 1,000 again: a word of the title counts 2
hot! w/5 line or wire  text              0  wire (17) line (10) hotline (4) lines (3) hot (1) hotel (1) hotes (1) hotlines (1)
date bef 1960          date             49  date:..1959-12-31
all                                      0  of 134 articles in 1 segment
[1]

# Standard input is read once.

$ printf 'hotline\n' | archive-query --query-file - --within - --count
2> archive-query: --query-file - and --within - cannot both read standard input
2>   write one of them to a file first
[2]

$ printf 'hotline\n' | archive-query --count --without - -
2> archive-query: the query - and --without - cannot both read standard input
2>   write one of them to a file first
[2]

$ printf 'hotline\n' | archive-query --within - --without - hotline
2> archive-query: --within - and --without - cannot both read standard input
2>   write one of them to a file first
[2]
