// Reads any bytes as a file of synonyms.  What must hold for all of them: they
// are synonyms or an error that names the file; and a query with the synonyms
// of a name, written out, reads as itself.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "common/dates/day.h"
#include "query/language/query_text.h"
#include "query/language/synonyms.h"
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
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto synonyms = archive::Synonyms::Parse(text, "/x/synonyms.txt");
  if (!synonyms) {
    Require(synonyms.error().message.starts_with("/x/synonyms.txt: "),
            "the file is not named", synonyms.error().message);
    return 0;
  }
  const archive::ReadContext without = {.today = archive::DayFrom(2021, 3, 31)};
  archive::ReadContext with = without;
  with.synonyms =
      std::make_shared<const archive::Synonyms>(*std::move(synonyms));
  // The file's own first name is a query that may have synonyms.
  const std::string query(text.substr(0, text.find_first_of("=>,\n")));
  const ReadQuery read = archive::ReadQueryText(query, with);
  const std::string written = archive::ToQueryText(read.tree);
  if (!read.errors.empty() || written.size() > 9'000 || query.size() > 200)
    return 0;
  const ReadQuery again = archive::ReadQueryText(written, without);
  Require(again.errors.empty(), "written out, it has mistakes", written);
  Require(archive::ToString(again.tree) == archive::ToString(read.tree),
          "written out, it means something else", written);
  return 0;
}
