// Reads any bytes as an article's paragraphs and as tagged lines, with the
// model that is shipped.  What must hold: it ends, and mentions lie inside
// their text, in order; there are as many lines as before.
#include <algorithm>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/analysis/entity_finder.h"
#include "indexer/analysis/entity_model.h"
#include "indexer/command_tag.h"
#include "tests/fuzz/fuzz_text.h"

namespace {

using archive::EntityFinder;
using archive::EntityModel;
using archive::FoundNames;
using archive::NameMention;
using archive::Require;

const EntityModel& Model() {
  static const auto model = EntityModel::Open(ARCHIVE_FUZZ_MODEL);
  Require(static_cast<bool>(model), "no model");
  return *model;
}

void CheckMentions(const std::vector<std::string_view>& texts) {
  static EntityFinder finder(Model());
  const FoundNames found = finder.Find(texts);
  std::size_t part = 0;
  std::size_t end = 0;
  for (const NameMention& mention : found.mentions) {
    Require(mention.part >= part && mention.part < texts.size(),
            "no such part");
    if (mention.part > part) end = 0;
    part = mention.part;
    Require(mention.bytes.begin >= end, "mentions overlap");
    Require(mention.bytes.begin < mention.bytes.end, "an empty mention");
    Require(mention.bytes.end <= texts[part].size(), "outside of its text");
    Require(archive::IsValidUtf8(mention.text), "cut inside a character");
    end = mention.bytes.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string text = archive::CleanText(data, size);
  const std::vector<std::string_view> texts = archive::Paragraphs(text);
  CheckMentions(texts);
  std::ostringstream tagged;
  archive::PrintTags(text, Model(), tagged);
  const std::string lines = tagged.str();
  Require(static_cast<std::size_t>(
              std::count(lines.begin(), lines.end(), '\n')) == texts.size(),
          "lines are lost");
  return 0;
}
