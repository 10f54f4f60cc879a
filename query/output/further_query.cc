#include "query/output/further_query.h"

#include "common/index/schema.h"
#include "common/text/printable.h"
#include "common/text/shell_words.h"
#include "query/language/written_form.h"

namespace archive {

std::string QuotedValue(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\' || c == '*' || c == '?' || c == '~') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string ClauseForValue(std::string_view field, std::string_view value) {
  const Field* const row = FindField(field);
  // Without the sign these are asked for a phrase of the value, or for a name
  // in any of its forms.
  const bool asks_for_more =
      row != nullptr &&
      (row->type == FieldType::kPhrase || row->type == FieldType::kEntity);
  return std::string(field) + (asks_for_more ? ":=" : ":") + QuotedValue(value);
}

std::string QueryForCopies(std::string_view id) {
  return std::string(FieldFor(FieldId::kCopiesOf).name) + ':' +
         InQuotes(PlainPattern(id));
}

std::string FurtherQuery(const Envelope& envelope, std::string_view clause) {
  if (envelope.own == "*") return std::string(clause);
  // What is joined by OR needs its brackets; the reading has them inside.
  const bool mixes = envelope.read_as.find(" OR ") != std::string::npos;
  const std::string query = mixes ? '(' + envelope.own + ')' : envelope.own;
  return query + ' ' + std::string(clause);
}

std::string CommandFor(const Envelope& envelope, std::string_view query) {
  return Printable(envelope.command + (query.starts_with('-') ? " -- " : " ") +
                   ShellQuoted(query));
}

}  // namespace archive
