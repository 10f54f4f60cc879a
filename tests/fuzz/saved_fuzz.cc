// Reads any bytes as two files of saved searches, parted by a byte 0x1e.  What
// must hold for all of them: each is a search or has a fault; one that is
// understood is found by its name as by its text, on one line as on several.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/dates/day.h"
#include "query/language/diagnostics.h"
#include "query/language/query_text.h"
#include "query/language/saved_queries.h"
#include "tests/fuzz/fuzz_text.h"

namespace {

using archive::Require;
using archive::SavedQueries;

// Line breaks in a phrase are kept as they were typed.
std::string Meaning(const archive::ReadQuery& read) {
  return archive::CollapseSpaces(archive::ToString(read.tree));
}

void CheckSearch(const std::string& name,
                 const std::shared_ptr<const SavedQueries>& saved) {
  const archive::ReadContext context = {.today = archive::DayFrom(2021, 3, 31),
                                        .saved = saved};
  const std::string asked = "@" + name;
  const archive::ReadQuery by_name = archive::ReadQueryText(asked, context);
  const std::string screen =
      archive::FormatDiagnostics("archive-query", asked, by_name.errors);
  Require(screen.empty() == by_name.errors.empty(), "a screen is missing");
  const archive::SavedQuery& query = saved->at(name);
  if (!query.fault.empty()) {
    Require(!by_name.errors.empty(), "a search with a fault is understood");
    return;
  }
  if (!by_name.errors.empty()) return;
  const archive::ReadQuery on_one_line =
      archive::ReadQueryText(archive::OnOneLine(query), context);
  Require(on_one_line.errors.empty(), "on one line, it has mistakes");
  Require(Meaning(on_one_line) == Meaning(by_name),
          "on one line, it means something else");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  constexpr char kBetween = '\x1e';
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t first = std::min(bytes.find(kBetween), size);
  const auto saved = std::make_shared<const SavedQueries>(SavedQueries{
      {"a", archive::ReadSavedQuery(bytes.substr(0, first), "a.query")},
      {"b", archive::ReadSavedQuery(bytes.substr(std::min(first + 1, size)),
                                    "b.query")}});
  for (const std::string name : {"a", "b"}) CheckSearch(name, saved);
  return 0;
}
