// Reads any bytes as a query.  What must hold for all of them: there is a tree
// and a screen, and a query without mistakes, written out, reads as itself.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "common/dates/day.h"
#include "query/language/diagnostics.h"
#include "query/language/query_text.h"
#include "query/language/written_form.h"

namespace {

void Require(bool holds, std::string_view what, std::string_view query) {
  if (holds) return;
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(what.size()),
               what.data(), static_cast<int>(query.size()), query.data());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using archive::ReadQuery;
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  static const auto saved =
      std::make_shared<const archive::SavedQueries>(archive::SavedQueries{
          {"a", {.text = "wheat OR maize"}},
          {"b", {.text = "@a -title:(grain W/5 embargo)"}},
          {"c", {.text = "\"front line\"\ndate:30d.. has:byline"}},
          {"d", {.text = "(wheat", .file = "d.query"}},
          {"e", {.text = "@e", .file = "e.query"}},
          {"f", {.text = "hlead:x*"}}});
  const archive::ReadContext context = {.today = archive::DayFrom(2021, 3, 31),
                                        .saved = saved};
  const ReadQuery read = archive::ReadQueryText(query, context);
  for (const archive::Diagnostic& error : read.errors)
    Require(error.span.begin <= error.span.end && error.span.end <= size,
            "a span lies outside", query);
  const std::string screen =
      archive::FormatDiagnostics("archive-query", query, read.errors);
  Require(screen.empty() == read.errors.empty(), "a screen is missing", query);
  const std::string written = archive::ToQueryText(read.tree);
  // Brackets and escapes make it longer and deeper: the limits may be met.
  if (!read.errors.empty() || written.size() > 9'000 || size > 200) return 0;
  const ReadQuery again = archive::ReadQueryText(written, context);
  Require(again.errors.empty(), "written out, it has mistakes", query);
  Require(archive::ToString(again.tree) == archive::ToString(read.tree),
          "written out, it means something else", query);
  return 0;
}
