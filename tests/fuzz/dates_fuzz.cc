// Reads any bytes as the paragraphs of an article and looks for the dates that
// they speak of, with and without a day of publication.  What must hold: it
// ends; mentions lie inside their text, in order, and mean days in order; what
// the columns keep of them is read back as it was.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/date_mentions.h"
#include "common/index/mention_list.h"
#include "common/text/utf8.h"
#include "tests/fuzz/fuzz_text.h"

namespace {

using archive::DateMention;
using archive::Day;
using archive::Require;

bool ComeInOrder(const DateMention& a, const DateMention& b) {
  if (a.part != b.part) return a.part < b.part;
  if (a.bytes.begin != b.bytes.begin) return a.bytes.begin < b.bytes.begin;
  return a.bytes.end >= b.bytes.end;
}

void CheckMentions(const std::vector<std::string_view>& texts,
                   std::optional<Day> published) {
  static archive::DateMentionFinder finder;
  const std::vector<DateMention> mentions = finder.Find(texts, published);
  for (const DateMention& mention : mentions) {
    Require(mention.part < texts.size(), "no such part");
    const std::string_view text = texts[mention.part];
    Require(mention.bytes.begin < mention.bytes.end, "an empty mention");
    Require(mention.bytes.end <= text.size(), "outside of its text");
    Require(archive::IsValidUtf8(text.substr(
                mention.bytes.begin, mention.bytes.end - mention.bytes.begin)),
            "cut inside a character");
    Require(mention.days.first <= mention.days.last,
            "it ends before it begins");
    Require(mention.confidence <= 100, "surer than sure");
    Require(published || mention.source != archive::MentionSource::kPublication,
            "counted from a day that nobody knows");
  }
  const auto out_of_order =
      std::adjacent_find(mentions.begin(), mentions.end(),
                         [](const DateMention& a, const DateMention& b) {
                           return !ComeInOrder(a, b);
                         });
  Require(out_of_order == mentions.end(), "mentions are out of order");
  Require(
      archive::DecodeMentions(archive::EncodeMentions(mentions)) == mentions,
      "the columns keep something else");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  // The first two bytes are the day of publication.
  constexpr Day kDays = 65'536;
  Day published = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(size, 2); ++i)
    published = (published * 256 + data[i]) % kDays;
  const std::string text = archive::CleanText(data, size);
  const std::vector<std::string_view> texts = archive::Paragraphs(text);
  CheckMentions(texts, std::nullopt);
  CheckMentions(texts, published);
  return 0;
}
