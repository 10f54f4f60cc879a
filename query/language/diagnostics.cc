#include "query/language/diagnostics.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/text/printable.h"
#include "query/language/characters.h"

namespace archive {
namespace {

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kCut = "…";
// Where a caret that would lie outside the window is put: some context before
// it, more behind.
constexpr std::size_t kContext = 24;

// One entry a character of the query, ready to be printed.
std::vector<std::string> CharactersOf(std::string_view query) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t bytes = CharacterAt(query, at).bytes;
    out.push_back(Printable(query.substr(at, bytes)));
    at += bytes;
  }
  return out;
}

// The characters [first, last) of a query that are shown.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

Window WindowAround(std::size_t caret, std::size_t size) {
  const std::size_t room = kDiagnosticColumns - kIndent.size();
  if (size <= room) return {0, size};
  if (caret + kContext < room) return {0, room - 1};
  if (caret + room - kContext > size) return {size - (room - 1), size};
  const std::size_t first = caret - kContext;
  return {first, first + room - 2};
}

std::string FormatOne(std::string_view program, std::string_view query,
                      const Diagnostic& diagnostic) {
  const std::vector<std::string> all = CharactersOf(query);
  const std::size_t begin = CountCharacters(
      query.substr(0, std::min(diagnostic.span.begin, query.size())));
  const std::size_t end = CountCharacters(
      query.substr(0, std::min(diagnostic.span.end, query.size())));
  const Window window = WindowAround(begin, all.size());

  std::string shown = window.first > 0 ? std::string(kCut) : "";
  for (std::size_t i = window.first; i < window.last; ++i) shown += all[i];
  if (window.last < all.size()) shown += kCut;

  const std::size_t column = begin - window.first + (window.first > 0 ? 1 : 0);
  const std::size_t marked =
      std::max(std::min(end, window.last), begin + 1) - begin;
  std::string out =
      fmt::format("{}: {}\n{}{}\n{}{}^{}\n", program,
                  Printable(MessageOf(diagnostic)), kIndent, shown, kIndent,
                  std::string(column, ' '), std::string(marked - 1, '~'));
  if (const std::string offers = ToText(diagnostic.offers); !offers.empty())
    out += fmt::format("try: {}\n", Printable(offers));
  else if (!diagnostic.advice.empty())
    out += fmt::format("{}{}\n", kIndent, Printable(diagnostic.advice));
  return out;
}

}  // namespace

std::vector<Diagnostic> InOrder(std::vector<Diagnostic> diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return a.span.begin < b.span.begin;
                   });
  std::vector<Diagnostic> out;
  for (Diagnostic& diagnostic : diagnostics) {
    if (!out.empty() && out.back().span.begin == diagnostic.span.begin)
      out.pop_back();
    out.push_back(std::move(diagnostic));
  }
  return out;
}

std::string MessageOf(const Diagnostic& diagnostic) {
  if (diagnostic.place.empty()) return diagnostic.message;
  return fmt::format("{}: {}", diagnostic.place, diagnostic.message);
}

std::string ToText(const Offers& offers) {
  std::string text;
  for (const Offer& offer : offers.all) {
    if (!text.empty()) text += " or ";
    text += offer.query;
    if (!offer.note.empty()) text += fmt::format(" ({})", offer.note);
  }
  return text;
}

std::string FormatDiagnostics(std::string_view program, std::string_view query,
                              const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  const std::size_t shown = std::min(diagnostics.size(), kMaxDiagnosticsShown);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += '\n';
    out += FormatOne(program, query, diagnostics[i]);
  }
  if (diagnostics.size() > shown)
    out += fmt::format("\nand {} more\n", diagnostics.size() - shown);
  return out;
}

}  // namespace archive
