# Help.

$ archive-query -h
archive-query asks an archive that archive-index has indexed.

  archive-query hotline
  archive-query '"front-line troops" date:2020-11..2021-03'
  archive-query armistice --facet source,place:5
  archive-query --count --query-file names.txt

What to ask
  QUERY                words, joined by AND; put the whole in single quotes
  --query-file FILE    a query a line; - reads standard input
  --saved NAME         a query that --save NAME saved; @NAME stands for it
  --show ID            one article, whole
  --similar ID         articles like one
  --db DIR             the index directory
What to show
  --count              the number of articles alone
  --facet FIELD[:N]    count articles by place, person, source, topic …
  --timeline [SIZE]    count them by year, month, week or day
  --kwic               every hit in its line
  --coverage           articles by source and month, and the gaps
  --distinctive FIELD  what they have more of than the archive
  --explain            how the query was read, and what each part finds
  -n, --limit N        so many articles, or all        (10)
  --sort ORDER         relevance, newest, oldest       (relevance)
How to show it
  -f, --format FORMAT  text, line, json, jsonl, csv, tsv, ids, paths, trec, ris,
                       bibtex, csl-json, svg
  -v                   people, organisations and places, too
  --plain              matches in «brackets», no colours
More
  --help-syntax        the query language on two screens
  --list-fields        every field of a query; --list-operators
  --help               every option
Ends with 0 when something is found, 1 when nothing is, 2 for a mistake in a
query or option, 66 when there is no index.
[0]

$ archive-query --help
Searches an archive that archive-index has indexed.
Usage: archive-query [OPTIONS] [QUERY...]

Positionals:
  QUERY ...                   The query; its words are joined by spaces.  One that begins with - goes after --

What to ask:
  --query-file FILE           Ask each line of FILE (-: standard input); lines that are blank or begin with '# ' are left out
  --show ID                   Print the article with this id whole
  --history ID                List every version of the article with this id, and what each of them changed
  --db DIR ...                The index directory (default: $ARCHIVE_INDEX_DB, else ~/.local/share/archive-index/default), or xapian://host:port of one that another machine serves; several are searched as one
  --timeout SECONDS=10        Wait so many seconds for an answer of another machine; then go on without it, and say so
  --remote-limit N=10000      Fetch so many articles at most of an index on another machine; a query that needs more is refused
  --now DATE                  The day that words such as yesterday count from
  --any                       A space is OR, for questions in natural language
  --lenient                   Search for what cannot be understood as plain words, and say so
  --within FILE               Find only articles whose ids stand in FILE, one a line
  --without FILE              Find none of the articles whose ids stand in FILE
  --syntax DIALECT=own        own, or nexis
  --synonyms                  Find the synonyms of words and phrases, too, as synonyms.txt in the index directory names them
  --strict                    Refuse a query that mixes AND and OR without brackets


Saved searches:
  --save NAME                 Save the query as NAME, if it makes sense; @NAME in a query stands for it then
  --saved NAME                Ask the query saved as NAME; another QUERY narrows it
  --since-last NAME           Ask the query saved as NAME of what has come to the index since this was asked last
  --alerts                    Print what is new for each saved search, or for those named, since it was told last
  --exec COMMAND              Of --alerts: hand what is new to this command, as lines of JSON, instead of printing it
  --list-saved                Print names and queries of the saved searches and exit


What to show:
  --count                     Print the number of articles alone
  --facet FIELD[:N] ...       Count the articles by FIELD: place, source:5, person:all; articles are shown beside with -n
  --explain                   Print how the query was read, and what each part finds
  -n,--limit N=10             So many articles, or all (without it: 10; all of a --query-file in a format for programs)
  --offset N                  Leave out the first N
  --sort ORDER=relevance      relevance, newest or oldest first; added: what the index got last, first; source: by its name
  --group-duplicates LEVEL=off
                              Show one of near-copies, the earliest found, with the number of the others; high: nearly the same text, moderate: half of it
  --rank HOW=auto             How relevance is told: plain, title, feedback; auto is feedback with --any, else title


What to see of all that is found:
  --timeline [SIZE]           Count the articles by the time of their publication, in bars of a decade, year, month, week or day (default: what fits); mentions, or mentions.SIZE: by the times that texts name
  --relative                  With --timeline: bars as long as the share of all articles of the time
  --occurrences               With --timeline: count words, not articles, for each million words of the time
  --kwic                      Every hit in its line, below each other; --sort left or right goes by the words beside it
  --coverage                  Count the articles by source and month, and tell the gaps
  --distinctive FIELD         What the articles have more of than the archive: person, org, place, topic, another field of --facet, or word
  --similar ID                Articles like the one with this id; a query narrows them
  --compare QUERY             With --timeline or --facet: a second query beside the first
  --facet-filter TEXT         With --facet: only values that have TEXT in their name


How to show it:
  -f,--format FORMAT=text     text, line, json, jsonl, csv, tsv, ids, paths, trec, ris, bibtex, csl-json, svg
  --format-version N          End with an error unless this version of json or jsonl can be written
  --fields NAMES ...          Which fields of an article json, jsonl, csv and tsv give, comma-separated
  -0,--null                   End paths and ids with a NUL instead of a line feed
  -v,--verbose                People, organisations and places under each article
  --color WHEN=auto           auto, always or never
  --plain                     Matches in «brackets», no colours, no pager
  --no-pager                  Print straight to the terminal, not through $ARCHIVE_PAGER, $PAGER or less


Help:
  --help                      Print every option and exit
  --version                   Print the version and exit
  -h                          Print the short help and exit
  --help-syntax               Print the query language on two screens and exit
  --list-fields               Print the fields of a query and exit
  --list-operators            Print the operators of a query and exit
  --generate WHAT             Print a manual page or the completion of a shell and exit: man, man-syntax, complete-bash, complete-zsh, complete-fish

[0]

$ archive-query --help-syntax
WORDS
  hotline              any inflected form, any case, with or without accents
  =hotline             exactly this form
  "military hotline"   side by side, in this order
  "military hotline"~3 any order, with at most 3 other words among them
  terror* wom?n        wildcards: * any letters, ? exactly one
  gorbachov~           one letter wrong; ~2 two
  *                    every article
  @hotlines            the query that was saved as hotlines
OPERATORS, the loosest first; brackets group
  a OR b               either
  a AND b, a b         both; a space is AND
  NOT a, -a            articles without it
  a W/5 b              at most 5 words apart, in either order; 1 is adjacent
  a NEAR/5 b           the same as W/5; NEAR alone is NEAR/10
  a PRE/5 b            at most 5 words apart, in this order
  a ADJ/5 b            the same as PRE/5; ADJ alone is ADJ/1
  a W/S b              in the same sentence
  a W/P b              in the same paragraph
  atleast5(a)          the word or phrase occurs at least 5 times in the article
  caps(a)              the word, written there with a capital first letter
  allcaps(a)           the word, written there in capitals only
FIELDS, before a colon: title:harbour, title:(harbour OR quay)
  text                 title, body and captions; what a word without a field means
  title                the headline
  lead                 the first paragraph of the body
  hlead                headline or lead
  body                 the running text, lead included
  caption              the text under pictures
  credit               who made the pictures
  byline               who wrote it
  source               the newspaper, agency or site
  section              the part of the paper
  dateline             place and day printed before the text
  topic                a subject code or heading given by the source
  keyword              a keyword given by the source
  exchange             a stock exchange given by the source
  person               a person named
  org                  an organisation or firm named
  place                a place named
  entity               a person, organisation or place named
  date                 the day of publication
  modified             the day of the last change, as the source says it
  added                the day (UTC) on which the article came into the index
  lang                 the language of the text, as a code
  format               the format of the file, see `archive-index formats`
  path                 words of the file's path
  id                   the article's identifier in this index
  uid                  the source's own identifier
  url                  the article's address on the web
  words                how many words the body has
  date-source          how the day of publication was found
  date-confidence      how sure the day of publication is, 0 to 1
  entity-source        where the names come from: source or found
  has                  articles that have the field
  missing              articles that do not have the field
  agency               the news agency that the text comes from
  page                 the printed page
  edition              the edition of the paper
  status               usable, corrected, canceled or withheld, as the source says; any
  ocr                  how sure the reading of a scanned page is, 0 to 1
  copies-of            near-copies of the article with this id
  mentions             a time that the text speaks of, whenever published
  mentions-year        the year of such a time
  place-country        the country that a place named lies in, as of today
  place-region         the state or province that a place named lies in
DATES
  date:2021-03-02  date:2021-03  date:2021  date:1960s  date:"2 March 2021"
  date:2020-11..2021-03  date:..1953  date:>=2020  date:(2019 OR 2021-03)
  date:yesterday  date:last-week  date:30d..  date:*-04-13 (in any year)
  since:2020  until:1953  after:2020-03  before:2020-03
[0]

$ archive-query --list-operators
  a OR b         either                                               wheat OR maize
  a AND b, a b   both; a space is AND                                 wheat AND exports
  NOT a, -a      articles without it                                  wheat NOT futures
  a W/5 b        at most 5 words apart, in either order; 1 is adjacent grain W/5 embargo
  a NEAR/5 b     the same as W/5; NEAR alone is NEAR/10               grain NEAR embargo
  a PRE/5 b      at most 5 words apart, in this order                 prime PRE/2 minister
  a ADJ/5 b      the same as PRE/5; ADJ alone is ADJ/1                prime ADJ minister
  a W/S b        in the same sentence                                 seoul W/S beijing
  a W/P b        in the same paragraph                                seoul W/P beijing
  atleast5(a)    the word or phrase occurs at least 5 times in the article atleast5(hotline)
  caps(a)        the word, written there with a capital first letter  caps(polish)
  allcaps(a)     the word, written there in capitals only             allcaps(who)
[0]

$ archive-query --list-fields | head -12
text             text              title, body and captions; what a word without a field means
                 text:hotline
title            text              the headline
                 also: headline hl
                 title:"military hotlines"
lead             text              the first paragraph of the body
                 lead:armistice
hlead            text              headline or lead
                 hlead:armistice
body             text              the running text, lead included
                 body:armistice
caption          words of a value  the text under pictures
[0]

$ archive-query --version
archive-query $VERSION
[0]

$ archive-query -h | wc -l
35
[0]
