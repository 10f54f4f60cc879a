// A tree, written in the query language itself: for notices, "read as",
// suggestions and --explain.
//
// What is written here parses back to the same tree (a property test holds
// the two together), and it is the reading with brackets wherever a reader
// could wonder.  To add a kind of node: a case here and one in ast.cc.
#ifndef ARCHIVE_QUERY_LANGUAGE_WRITTEN_FORM_H_
#define ARCHIVE_QUERY_LANGUAGE_WRITTEN_FORM_H_

#include <string>
#include <string_view>

#include "query/language/ast.h"

namespace archive {

// `((us AND grain) OR wheat) AND date:2021-02-01..2021-02-28`.  Parsed trees
// parse back to themselves, resolved ones parse and resolve to themselves.
std::string ToQueryText(const Node& node);

// `"terror* attack"`; literal stars are escaped, so that no two patterns are
// written alike.
std::string InQuotes(const Pattern& pattern);

// The operator of a proximity group: "W/5", "PRE/2", "W/S".
std::string OperatorText(const Near& near);

std::string_view KeywordOf(Relation relation);  // ">="
std::string WrittenRange(
    const DateRange& range);  // "2021-02-01..", "~2021-03-02"
std::string WrittenRange(const NumberRange& range);  // "500..", ">0.5"
std::string WrittenDayOfYear(const DayOfYear& day);  // "*-04-13"

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_WRITTEN_FORM_H_
