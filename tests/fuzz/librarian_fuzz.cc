// Reads any bytes as withhold.txt and corrections.tsv.  What must hold for all
// of them: a mistake lies in its line; what a line says, written out, reads as
// itself; the caret can be shown.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/index/withhold_list.h"
#include "indexer/analysis/corrections.h"

namespace {

void Require(bool holds, std::string_view what, std::string_view line) {
  if (holds) return;
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(what.size()),
               what.data(), static_cast<int>(line.size()), line.data());
  std::abort();
}

void ReadBack(archive::Withheld entry) {
  // A half line holds, but cannot be written as a whole one.
  if (entry.who.empty() || entry.when.day == 0) return;
  const std::string line = archive::WrittenLine(entry);
  const archive::WithholdLine read = archive::ReadWithholdLine(line);
  Require(read.faults.empty() && read.entries.size() == 1,
          "written out, it names nothing", line);
  const archive::Withheld& again = read.entries.front();
  Require(again.NamesAs(entry) && again.who == entry.who &&
              again.when == entry.when && again.why == entry.why,
          "written out, it is another", line);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto withheld = archive::WithholdList::Parse(text);
  for (const archive::Withheld& entry : withheld.entries()) ReadBack(entry);
  const auto corrections = archive::CorrectionList::Parse(text);
  for (const auto& [id, of_article] : corrections.all()) {
    for (const archive::Correction& correction : of_article) {
      const std::string line = archive::WrittenLine(id, correction);
      const archive::CorrectionLine read = archive::ReadCorrectionLine(line);
      Require(read.id == id && read.correction == correction,
              "written out, it is another correction", line);
    }
  }
  for (const auto* faults : {&withheld.faults(), &corrections.faults()}) {
    for (const archive::LineFault& fault : *faults) {
      Require(fault.column <= fault.text.size(), "a caret behind the line",
              fault.text);
      archive::TextOf(fault, "file");
    }
  }
  return 0;
}
