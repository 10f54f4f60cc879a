#include "query/language/repairs.h"

#include <algorithm>
#include <utility>

#include "query/language/characters.h"

namespace archive {
namespace {

std::string WithSingleSpaces(std::string_view text) {
  std::string out;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    const bool after_gap =
        out.empty() || out.back() == ' ' || out.back() == '(';
    if (!quoted && c == ' ' && after_gap) continue;
    if (!quoted && c == ')' && !out.empty() && out.back() == ' ')
      out.pop_back();
    out += c;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::size_t EndBefore(std::string_view query, std::size_t at) {
  while (at > 0 && query[at - 1] == ' ') --at;
  return at;
}

}  // namespace

Repair Replacing(Span span, std::string text) {
  return {span.begin, span.end - span.begin, std::move(text)};
}

Repair Removing(Span span) {
  return Replacing(span, "");
}

std::string Repaired(std::string_view query, std::vector<Repair> repairs) {
  // From the end, so that the places of those still to come stay right; of
  // two at one place the first goes before: a quote closes before its bracket.
  std::reverse(repairs.begin(), repairs.end());
  std::stable_sort(
      repairs.begin(), repairs.end(),
      [](const Repair& a, const Repair& b) { return a.at > b.at; });
  std::string text(query);
  std::size_t limit = text.size();  // overlapping ones are made once
  for (const Repair& repair : repairs) {
    if (repair.at + repair.removed > limit) continue;
    text.replace(repair.at, repair.removed, repair.inserted);
    limit = repair.at;
  }
  return WithSingleSpaces(text);
}

std::size_t PlaceOfClose(std::string_view query,
                         const std::vector<QueryToken>& tokens,
                         std::size_t open) {
  if (tokens[open].kind == TokenKind::kCall && open + 2 < tokens.size())
    return tokens[open + 1].span.end;
  int depth = 0;
  for (std::size_t i = open + 1; i < tokens.size(); ++i) {
    const QueryToken& token = tokens[i];
    if (token.kind == TokenKind::kOpen || token.kind == TokenKind::kCall)
      ++depth;
    if (token.kind == TokenKind::kClose) --depth;
    if (token.kind != TokenKind::kField || depth > 0 || i < open + 3) continue;
    const bool minus = tokens[i - 1].kind == TokenKind::kMinus;
    const QueryToken& before = tokens[minus ? i - 2 : i - 1];
    if (ReadOperator(before)) continue;
    return EndBefore(query,
                     minus ? tokens[i - 1].span.begin : token.span.begin);
  }
  return EndBefore(query, query.size());
}

std::string CloserOf(std::string_view query, const QueryToken& quoted) {
  switch (QuoteClosers(CharacterAt(query, quoted.span.begin).code).front()) {
    case U'\u201C':
      return "\u201C";
    case U'\u201D':
      return "\u201D";
    case U'\u00AB':
      return "\u00AB";
    case U'\u00BB':
      return "\u00BB";
    default:
      return "\"";
  }
}

}  // namespace archive
