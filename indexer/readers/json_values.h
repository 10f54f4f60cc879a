// A parsed value of JSON → what an article's part is made of: texts, names,
// paragraphs, moments.  A border to nlohmann-json.
//
// A value is a text, a list of texts, or objects that name themselves
// ({"rendered": "…"}, {"name": "Jane Doe", "id": 7}): publishers write each
// part in any of these ways.  Pure; what a value does not say is empty.
#ifndef ARCHIVE_INDEXER_READERS_JSON_VALUES_H_
#define ARCHIVE_INDEXER_READERS_JSON_VALUES_H_

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "common/article.h"
#include "common/dates/timestamp.h"

namespace archive {

// Every text of a value: itself, its items, or the names of its items.
std::vector<std::string> JsonTexts(const nlohmann::json& value);

// The first of them in one line; with its markup read, as titles have it.
std::string JsonLine(const nlohmann::json& value);
std::string JsonTitle(const nlohmann::json& value);

// A list as an array, or as one string with commas or semicolons.  Numbers are
// somebody's keys and no names, but pages are numbers.
std::vector<std::string> JsonNamesIn(const nlohmann::json& value);
std::vector<std::string> JsonPages(const nlohmann::json& value);

// The names of bylines.
std::vector<std::string> JsonAuthors(const nlohmann::json& value);

// A text of one string, or of an array of its paragraphs.
std::vector<Block> JsonParagraphs(const nlohmann::json& value);

// Captions, each with its credit behind it as a block of its own.
std::vector<Block> JsonCaptions(const nlohmann::json& value);

// A moment, a number of one (seconds or less), or a day as people write it.
std::optional<Timestamp> JsonTimestamp(const nlohmann::json& value);

// A share of 1, or as a percentage.
std::optional<double> JsonShare(const nlohmann::json& value);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_JSON_VALUES_H_
