#include "indexer/readers/json_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/date_text.h"
#include "indexer/readers/picture_text.h"

namespace archive {
namespace {

using Json = nlohmann::json;

// What the New York Times calls the name of a keyword: its kind.
constexpr auto kKindsOfKeywords = std::to_array<std::string_view>(
    {"subject", "persons", "organizations", "glocations", "creative_works",
     "Subject", "Person", "Organization", "Location", "Title"});

// Elements of a text that are none of its paragraphs.
constexpr auto kOtherElements = std::to_array<std::string_view>(
    {"image", "picture", "photo", "gallery", "video", "audio",
     "oembed_response", "interstitial_link", "link_list", "reference"});

template <typename Words>
bool IsOneOf(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The text of a string or a whole number; "" for other values.
std::string StringOf(const Json& value) {
  if (const auto* text = value.get_ptr<const Json::string_t*>())
    return CleanUtf8(*text);
  return value.is_number_integer() ? value.dump() : std::string();
}

// "" where there is no such string.
std::string MemberOf(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? StringOf(*found)
                                                     : std::string();
}

// The member of an object that names it, {"name": "Jane Doe", "id": 7}.
std::string NameOf(const Json& object) {
  if (IsOneOf(kKindsOfKeywords, MemberOf(object, "name")) &&
      object.contains("value"))
    return MemberOf(object, "value");
  for (const char* const key :
       {"name", "title", "text", "caption", "label", "rendered", "main",
        "basic", "original", "value", "default", "content"}) {
    if (std::string name = MemberOf(object, key); !name.empty()) return name;
  }
  return {};
}

std::string TextOf(const Json& value) {
  return value.is_object() ? NameOf(value) : StringOf(value);
}

std::vector<std::string> ListOf(const Json& value) {
  std::vector<std::string> list;
  for (const std::string& text : JsonTexts(value)) {
    const std::string_view separators =
        value.is_array() ? std::string_view() : std::string_view(",;");
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end =
          std::min(text.find_first_of(separators, at), text.size());
      std::string item = CollapseSpaces(text.substr(at, end - at));
      if (!item.empty()) list.push_back(std::move(item));
      at = end + 1;
    }
  }
  return list;
}

Json WithoutNumbers(const Json& value) {
  if (value.is_number()) return nullptr;
  if (!value.is_array()) return value;
  Json others = Json::array();
  for (const Json& item : value) {
    if (!item.is_number()) others.push_back(item);
  }
  return others;
}

// A moment, a number of one, or a day as people write it, if it is one.
std::optional<Timestamp> TimestampOfText(const std::string& text) {
  if (const auto when = ParseTimestamp(text)) return when;
  constexpr std::size_t kFewestDigits = 9;
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end)
    return text.size() < kFewestDigits ? std::nullopt
                                       : TimestampFromNumber(number);
  constexpr std::size_t kLongest = 60;
  if (text.size() > kLongest) return std::nullopt;
  const std::vector<DateInText> dates = DatesInText(text, DateOrder::kUnknown);
  if (dates.size() != 1) return std::nullopt;
  return dates.front().when;
}

}  // namespace

std::vector<std::string> JsonTexts(const Json& value) {
  std::vector<std::string> texts;
  const auto append = [&texts](const Json& item) {
    std::string text = TextOf(item);
    if (!CollapseSpaces(text).empty()) texts.push_back(std::move(text));
  };
  if (value.is_array())
    for (const Json& item : value) append(item);
  else
    append(value);
  return texts;
}

std::string JsonLine(const Json& value) {
  const std::vector<std::string> texts = JsonTexts(value);
  return texts.empty() ? std::string() : CollapseSpaces(texts.front());
}

std::string JsonTitle(const Json& value) {
  std::string title;
  for (const Block& block : BlocksOfText(JsonLine(value)))
    title += (title.empty() ? "" : " ") + block.text;
  return title;
}

std::vector<std::string> JsonNamesIn(const Json& value) {
  return ListOf(WithoutNumbers(value));
}

std::vector<std::string> JsonPages(const Json& value) {
  return ListOf(value);
}

std::vector<std::string> JsonAuthors(const Json& value) {
  std::vector<std::string> authors;
  for (const std::string& text : JsonTexts(WithoutNumbers(value))) {
    for (std::string& name : NamesOfByline(CollapseSpaces(text)))
      authors.push_back(std::move(name));
  }
  return authors;
}

std::vector<Block> JsonParagraphs(const Json& value) {
  std::vector<Block> blocks;
  const auto append = [&blocks](const Json& element) {
    if (element.is_object() &&
        IsOneOf(kOtherElements, MemberOf(element, "type")))
      return;
    for (Block& block : BlocksOfText(TextOf(element)))
      blocks.push_back(std::move(block));
  };
  if (value.is_array())
    for (const Json& element : value) append(element);
  else
    append(value);
  return blocks;
}

std::vector<Block> JsonCaptions(const Json& value) {
  std::vector<Block> blocks;
  for (const std::string& text : JsonTexts(value)) {
    std::string caption = CollapseSpaces(text);
    std::optional<PictureText> picture = SplitPictureText(caption);
    if (picture) caption = std::move(picture->caption);
    if (!caption.empty())
      blocks.push_back({BlockKind::kCaption, std::move(caption)});
    if (picture)
      blocks.push_back({BlockKind::kCredit, std::move(picture->credit)});
  }
  return blocks;
}

std::optional<Timestamp> JsonTimestamp(const Json& value) {
  if (value.is_number_integer()) {
    if (value.is_number_unsigned() &&
        value.get<std::uint64_t>() > std::uint64_t{1} << 62)
      return std::nullopt;
    return TimestampFromNumber(value.get<std::int64_t>());
  }
  if (value.is_number_float()) {
    const double number = value.get<double>();
    if (!(number > -1e15 && number < 1e15)) return std::nullopt;
    return TimestampFromNumber(static_cast<std::int64_t>(number));
  }
  // MongoDB's exports: {"$date": "2021-03-02T09:00:00Z"}.
  if (value.is_object()) {
    const auto date = value.find("$date");
    return date == value.end() || date->is_object() ? std::nullopt
                                                    : JsonTimestamp(*date);
  }
  return TimestampOfText(JsonLine(value));
}

std::optional<double> JsonShare(const Json& value) {
  if (!value.is_number()) return std::nullopt;
  const auto number = value.get<double>();
  if (number >= 0 && number <= 1) return number;
  if (number > 1 && number <= 100) return number / 100;
  return std::nullopt;
}

}  // namespace archive
