// A run file, as the programs read that score rankings (trec_eval and its kin):
//
//     query-id Q0 document-id rank score tag
//
// The query's id is the number of its line in the file of queries, 1 for a
// query alone.  Fields are parted by white space, so that of an id is written
// in the percent codes that ids have for control characters: a code that the
// path itself holds begins with %25 there, and no two ids become one.
#include <cstddef>

#include <fmt/format.h>

#include "common/text/characters.h"
#include "query/language/characters.h"
#include "query/output/renderers.h"

namespace archive {
namespace {

constexpr std::string_view kTag = "archive-query";

std::string WithoutSpaces(std::string_view id) {
  std::string out;
  for (std::size_t at = 0; at < id.size();) {
    const Character c = CharacterAt(id, at);
    for (const char byte : id.substr(at, c.bytes)) {
      if (IsSpace(c.code)) {
        out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
      } else {
        out += byte;
      }
    }
    at += c.bytes;
  }
  return out;
}

}  // namespace

Status RenderTrec(const ResultPage& page, const RenderStyle& /*style*/,
                  std::ostream& out) {
  const std::size_t query = page.batch ? page.batch->line : 1;
  const auto write = [query](const Hit& hit, std::ostream& to) {
    // As many digits as the ranking goes by: it compares floats.
    to << fmt::format("{} Q0 {} {} {} {}\n", query, WithoutSpaces(hit.id),
                      hit.rank, static_cast<float>(hit.score), kTag);
  };
  return page.write_hits(HitDetail::kId, write, out);
}

}  // namespace archive
