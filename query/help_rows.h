// What help and manual say that stands in no other table: forms of words and
// dates, examples, the environment, files.
//
// To add one: a row; -h, --help-syntax and the manual pages print it.
#ifndef ARCHIVE_QUERY_HELP_ROWS_H_
#define ARCHIVE_QUERY_HELP_ROWS_H_

#include <array>
#include <string_view>

namespace archive {

struct HelpRow {
  std::string_view usage;  // as it is typed
  std::string_view help;
  std::string_view note = {};  // behind the usage where help has no room
};

inline constexpr std::array<HelpRow, 4> kExamples = {{
    {"archive-query hotline", "every form of a word"},
    {"archive-query '\"front-line troops\" date:2020-11..2021-03'",
     "a phrase, and when it was published"},
    {"archive-query armistice --facet source,place:5",
     "where the articles come from, and what they name most"},
    {"archive-query --count --query-file names.txt",
     "the number of articles for each line of a file"},
}};

inline constexpr std::array<HelpRow, 8> kWordForms = {{
    {"hotline", "any inflected form, any case, with or without accents"},
    {"=hotline", "exactly this form"},
    {"\"military hotline\"", "side by side, in this order"},
    {"\"military hotline\"~3",
     "any order, with at most 3 other words among them"},
    {"terror* wom?n", "wildcards: * any letters, ? exactly one"},
    {"gorbachov~", "one letter wrong; ~2 two"},
    {"*", "every article"},
    {"@hotlines", "the query that was saved as hotlines"},
}};

// --help-syntax prints usage and note alone.
inline constexpr std::array<HelpRow, 13> kDateForms = {{
    {"date:2021-03-02", "that day"},
    {"date:2021-03", "that month"},
    {"date:2021", "that year"},
    {"date:1960s", "that decade"},
    {"date:\"2 March 2021\"", "written dates, in English"},
    {"date:2020-11..2021-03",
     "from the first day of the start to the last day of the end"},
    {"date:..1953", "open at one end"},
    {"date:>=2020", "the same; also >, < and <="},
    {"date:(2019 OR 2021-03)", "one or the other"},
    {"date:yesterday", "relative to today"},
    {"date:last-week", "weeks begin on Monday"},
    {"date:30d..", "since so long ago"},
    {"date:*-04-13", "that day in any year", "(in any year)"},
}};

inline constexpr std::array<HelpRow, 10> kEnvironment = {{
    {"ARCHIVE_INDEX_DB", "the index, when --db is not given"},
    {"XDG_DATA_HOME", "where the usual index lies: see FILES"},
    {"XDG_CONFIG_HOME", "where saved searches lie: see FILES"},
    {"XDG_STATE_HOME", "where is noted what was told: see FILES"},
    {"ARCHIVE_PAGER",
     "the pager, else $PAGER, else less; empty or cat: no pager"},
    {"ARCHIVE_INDEX_NOW",
     "seconds since 1970 that stand for the time of day, for tests"},
    {"COLUMNS", "the width of the page, instead of the terminal's own"},
    {"NO_COLOR", "when not empty: no colours"},
    {"FORCE_COLOR", "when not empty: colours in a pipe, too"},
    {"TERM", "dumb: no colours, no pager"},
}};

inline constexpr std::array<HelpRow, 4> kFiles = {{
    {"~/.local/share/archive-index/default",
     "the index, when neither --db nor $ARCHIVE_INDEX_DB names one; "
     "$XDG_DATA_HOME stands for ~/.local/share"},
    {"~/.config/archive-index/searches/NAME.query",
     "a saved search; $XDG_CONFIG_HOME stands for ~/.config"},
    {"~/.local/state/archive-index/alerts.tsv",
     "up to where --alerts and --since-last have told each saved search; "
     "$XDG_STATE_HOME stands for ~/.local/state"},
    {"synonyms.txt", "in the index directory: what --synonyms finds, too"},
}};

}  // namespace archive

#endif  // ARCHIVE_QUERY_HELP_ROWS_H_
