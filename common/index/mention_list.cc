#include "common/index/mention_list.h"

#include <cstdint>
#include <limits>

namespace archive {
namespace {

constexpr unsigned kMoreBit = 0x80;
constexpr unsigned kLowBits = 0x7f;
constexpr int kBitsPerByte = 7;
constexpr unsigned kSourceBits = 0x0f;
constexpr unsigned kInRangeBit = 0x10;

void AppendNumber(std::uint64_t number, std::string& bytes) {
  while (number > kLowBits) {
    bytes += static_cast<char>((number & kLowBits) | kMoreBit);
    number >>= kBitsPerByte;
  }
  bytes += static_cast<char>(number);
}

void AppendSigned(std::int64_t number, std::string& bytes) {
  const auto twice = static_cast<std::uint64_t>(number) << 1U;
  AppendNumber(number < 0 ? ~twice : twice, bytes);
}

std::optional<std::uint64_t> TakeNumber(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (int shift = 0; shift < 64 && !bytes.empty(); shift += kBitsPerByte) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & kLowBits} << static_cast<unsigned>(shift);
    if ((byte & kMoreBit) == 0) return number;
  }
  return std::nullopt;
}

std::int64_t SignedFrom(std::uint64_t number) {
  const auto half = static_cast<std::int64_t>(number >> 1U);
  return (number & 1U) != 0 ? ~half : half;
}

// Sums of what a damaged list says may be anything; nothing overflows here.
std::optional<Day> DayAt(std::int64_t base, std::int64_t delta) {
  const Day first = DayFrom(kMinYear, 1, 1);
  const Day last = DayFrom(kMaxYear, 12, 31);
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  if (delta > kMost || delta < -kMost) return std::nullopt;
  const std::int64_t day = base + delta;
  if (day < first || day > last) return std::nullopt;
  return static_cast<Day>(day);
}

}  // namespace

std::string EncodeMentions(const std::vector<DateMention>& mentions) {
  std::string bytes;
  DateMention last;
  for (const DateMention& mention : mentions) {
    AppendSigned(std::int64_t{mention.days.first} - last.days.first, bytes);
    AppendNumber(
        static_cast<std::uint64_t>(mention.days.last - mention.days.first),
        bytes);
    AppendNumber(mention.part - last.part, bytes);
    const std::size_t from = mention.part == last.part ? last.bytes.begin : 0;
    AppendSigned(static_cast<std::int64_t>(mention.bytes.begin) -
                     static_cast<std::int64_t>(from),
                 bytes);
    AppendNumber(mention.bytes.end - mention.bytes.begin, bytes);
    bytes += static_cast<char>(static_cast<unsigned>(mention.source) |
                               (mention.in_range ? kInRangeBit : 0U));
    bytes += static_cast<char>(mention.confidence);
    last = mention;
  }
  return bytes;
}

std::optional<DateMention> MentionReader::Next() {
  const auto first = TakeNumber(rest_);
  const auto days = TakeNumber(rest_);
  const auto part = TakeNumber(rest_);
  const auto begin = TakeNumber(rest_);
  const auto length = TakeNumber(rest_);
  if (!first || !days || !part || !begin || !length || rest_.size() < 2)
    return std::nullopt;
  const auto first_day = DayAt(last_.days.first, SignedFrom(*first));
  if (!first_day) return std::nullopt;
  const auto last_day = DayAt(*first_day, static_cast<std::int64_t>(*days));
  const auto how = static_cast<unsigned char>(rest_[0]);
  if (!last_day || *last_day < *first_day ||
      (how & kSourceBits) >= kMentionSourceCount)
    return std::nullopt;
  const std::size_t from = *part == 0 ? last_.bytes.begin : 0;
  last_.days = {*first_day, *last_day};
  last_.part += *part;
  last_.bytes.begin = from + static_cast<std::size_t>(SignedFrom(*begin));
  last_.bytes.end = last_.bytes.begin + *length;
  last_.source = static_cast<MentionSource>(how & kSourceBits);
  last_.in_range = (how & kInRangeBit) != 0;
  last_.confidence = static_cast<unsigned char>(rest_[1]);
  rest_.remove_prefix(2);
  return last_;
}

std::vector<DateMention> DecodeMentions(std::string_view bytes) {
  std::vector<DateMention> mentions;
  MentionReader reader(bytes);
  while (const auto mention = reader.Next()) mentions.push_back(*mention);
  return mentions;
}

std::string_view WordsOf(const DateMention& mention, const Article& article) {
  const auto [begin, end] = mention.bytes;
  if (mention.part > article.blocks.size()) return {};
  const std::string_view text = mention.part == 0
                                    ? std::string_view(article.title)
                                    : article.blocks[mention.part - 1].text;
  if (begin > end || end > text.size()) return {};
  return text.substr(begin, end - begin);
}

}  // namespace archive
