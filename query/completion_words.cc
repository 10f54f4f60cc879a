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
  bool is_minus = false;  // before the word: a second one is no sign
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\') {
      ++i;
    } else if (c == '"') {
      is_quoted = !is_quoted;
    } else if (!is_quoted && (c == ' ' || c == '\t' || c == '(' || c == ')' ||
                              (c == '-' && i == begin && !is_minus))) {
      is_minus = c == '-';
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

// Whether a value can stand in a query without quotes.
bool IsPlain(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
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
    if (FoldValue(value).starts_with(folded)) found.push_back(value);
  }
  // All in quotes or none: shells put in what their beginnings share.
  if (!start.starts_with('"') &&
      std::all_of(found.begin(), found.end(), IsPlain))
    return found;
  for (std::string& value : found) value = QuotedValue(value);
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

void AddWithHead(std::string_view head, const std::vector<std::string>& tails,
                 std::vector<std::string>& found) {
  for (const std::string& tail : tails)
    found.push_back(std::string(head) + tail);
}

// What the last word can become.
void CompleteWord(std::string_view typed, const KnownNames& known,
                  std::vector<std::string>& found) {
  const std::size_t begin = LastWord(typed);
  const std::string_view word = typed.substr(begin);
  if (word.starts_with('"')) return;
  if (word.starts_with('@'))
    return AddWithHead(
        typed.substr(0, begin + 1),
        Beginning({known.saved.begin(), known.saved.end()}, word.substr(1)),
        found);
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos)
    return AddWithHead(typed.substr(0, begin), Prefixes(LowerAscii(word)),
                       found);
  AddWithHead(typed.substr(0, begin + colon + 1),
              ValuesOf(LowerAscii(word.substr(0, colon)),
                       word.substr(colon + 1), known.values),
              found);
}

// `source:the corpus c`, a name of several words: its quotes are put on.
void CompleteName(std::string_view typed, const ValuesOfField& values,
                  std::vector<std::string>& found) {
  const std::size_t colon = typed.rfind(':', LastWord(typed));
  if (colon == std::string_view::npos) return;
  const std::string_view tail = typed.substr(colon + 1);
  if (tail.find(' ') == std::string_view::npos ||
      tail.find_first_of("\"()") != std::string_view::npos)
    return;
  const std::size_t begin = LastWord(typed.substr(0, colon));
  const Field* const field =
      FindField(LowerAscii(typed.substr(begin, colon - begin)));
  if (field == nullptr || !field->facetable) return;
  AddWithHead(typed.substr(0, colon + 1), FromIndex(field->id, tail, values),
              found);
}

}  // namespace

std::vector<std::string> CompleteQuery(std::string_view typed,
                                       const KnownNames& known) {
  std::vector<std::string> found;
  CompleteName(typed, known.values, found);
  if (found.empty()) CompleteWord(typed, known, found);
  return found;
}

}  // namespace archive
