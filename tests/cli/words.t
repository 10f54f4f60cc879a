# What a word finds that is not written the same way.

$ mkdir -p $TMP/words && cd $TMP/words && printf 'Aid\n\nThe US and the UN sent aid. It told us. Gen. Kim thanked the U.S. Navy.\n' > caps.txt && printf 'Polish\n\nThe Polish army uses polish for its boots. WHO and AIDS are not who.\n' > polish.txt && printf 'QUAKER OATS DIVIDENDS QTLY\n' > short.txt && archive-index --db $TMP/words.db build --quiet $TMP/words
[0]

# Letters with dots find the capitals without, and no small letters.
$ for q in 'U.S.' 'us' 'atleast3(us)' 'atleast2(U.S.)' 'atleast3(U.S.)' 'atleast2("U.S.")' 'atleast2(allcaps(us))' 'u.n.' 'U.S. W/2 navy'; do printf '%s: ' "$q"; archive-query --db $TMP/words.db --count "$q"; done
U.S.: 1
us: 1
atleast3(us): 0
atleast2(U.S.): 1
atleast3(U.S.): 0
atleast2("U.S."): 0
atleast2(allcaps(us)): 0
u.n.: 1
U.S. W/2 navy: 1
[0]

$ for q in 'caps(polish)' 'allcaps(polish)' 'allcaps(who)' 'caps(who)' 'allcaps(aid)' 'atleast2(caps(polish))' 'caps(polish) PRE/1 army' 'title:caps(polish)' 'body:allcaps(polish)'; do printf '%s: ' "$q"; archive-query --db $TMP/words.db --count "$q"; done
caps(polish): 1
allcaps(polish): 0
allcaps(who): 1
caps(who): 1
allcaps(aid): 0
atleast2(caps(polish)): 1
caps(polish) PRE/1 army: 1
title:caps(polish): 1
body:allcaps(polish): 0
[0]

# A shortened title ends no sentence.
$ for q in 'kim W/S navy' 'kim W/S told' 'us W/S aid' 'polish W/S boots' 'boots W/S AIDS'; do printf '%s: ' "$q"; archive-query --db $TMP/words.db --count "$q"; done
kim W/S navy: 1
kim W/S told: 0
us W/S aid: 1
polish W/S boots: 1
boots W/S AIDS: 0
[0]

# A headline alone is too short to tell its language: stemmed as English.
$ archive-query --db $TMP/words.db -f ids 'dividend missing:lang'
words/short.txt
[0]
