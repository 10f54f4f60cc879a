#include "query/completion_words.h"

#include <algorithm>

#include "common/dates/relative_date.h"
#include "common/text/fold.h"
#include "common/text/letter_case.h"
#include "query/language/characters.h"
#include "query/language/field_names.h"
#include "query/output/further_query.h"

namespace archive {
namespace {

constexpr std::size_t kMostValues = 200;

// Where the last word begins: behind a space, bracket or sign outside quotes.
std::size_t LastWord(std::string_view text) {
  std::size_t begin = 0;
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\') {
      ++i;
    } else if (c == '"') {
      is_quoted = !is_quoted;
    } else if (!is_quoted && (c == ' ' || c == '\t' || c == '(' || c == ')' ||
                              (c == '-' && i == begin))) {
      begin = i + 1;
    }
  }
  return begin;
}

// What the names of fields begin with, and words for days.
std::vector<std::string> Beginning(const std::vector<std::string_view>& names,
                                   std::string_view start) {
  std::vector<std::string> found;
  for (const std::string_view name : names) {
    if (name.starts_with(start)) found.emplace_back(name);
  }
  return found;
}

std::vector<std::string_view> FieldNames() {
  std::vector<std::string_view> names;
  for (const Field& field : kFields) names.push_back(field.name);
  return names;
}

std::vector<std::string> Prefixes(std::string_view start) {
  std::vector<std::string_view> names = FieldNames();
  for (const DateShorthand& row : kDateShorthands) names.push_back(row.name);
  std::vector<std::string> found = Beginning(names, start);
  for (std::string& name : found) name += ':';
  return found;
}

// A value as it is written in a query: in quotes unless it is one plain word.
std::string Written(std::string_view value) {
  const bool is_plain =
      !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      });
  return is_plain ? std::string(value) : QuotedValue(value);
}

std::vector<std::string> FromIndex(FieldId field, std::string_view start,
                                   const ValuesOfField& values) {
  const Result<std::vector<std::string>> all = values(field);
  if (!all) return {};
  // What is typed may have its quotes open; case and accents do not matter.
  std::string plain;
  std::copy_if(start.begin(), start.end(), std::back_inserter(plain),
               [](char c) { return c != '"' && c != '\\'; });
  const std::string folded = FoldValue(plain);
  std::vector<std::string> found;
  for (const std::string& value : *all) {
    if (found.size() == kMostValues) break;
    if (FoldValue(value).starts_with(folded)) found.push_back(Written(value));
  }
  return found;
}

std::vector<std::string> ValuesOf(std::string_view name, std::string_view start,
                                  const ValuesOfField& values) {
  if (FindDateShorthand(name) != nullptr)
    return Beginning(RelativeDateWords(), start);
  const Field* const field = FindField(name);
  if (field == nullptr) return {};
  if (field->type == FieldType::kPresence)
    return Beginning(FieldNames(), start);
  if (field->type == FieldType::kDay)
    return Beginning(RelativeDateWords(), start);
  return field->facetable ? FromIndex(field->id, start, values)
                          : std::vector<std::string>();
}

}  // namespace

std::vector<std::string> CompleteQuery(std::string_view typed,
                                       const ValuesOfField& values) {
  const std::size_t begin = LastWord(typed);
  const std::string_view word = typed.substr(begin);
  const std::size_t colon = word.find(':');
  std::vector<std::string> found;
  std::string head(typed.substr(0, begin));
  if (word.starts_with('"')) return {};
  if (colon == std::string_view::npos) {
    found = Prefixes(LowerAscii(word));
  } else {
    head += word.substr(0, colon + 1);
    found = ValuesOf(LowerAscii(word.substr(0, colon)), word.substr(colon + 1),
                     values);
  }
  for (std::string& text : found) text.insert(0, head);
  return found;
}

}  // namespace archive
