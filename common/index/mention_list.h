// The times that an article speaks of, as the columns hold them.
//
//     list    = mention*
//     mention = first:zigzag days:varint part:varint begin:zigzag length:varint
//               how:u8 confidence:u8
//
// `first` counts from the first day of the mention before (the first one from
// 1970-01-01), `days` are the days behind it, `part` counts parts on from the
// mention before and `begin` bytes from where that began in the same part, from
// 0 in another one.  how: bits 0 to 3 the MentionSource, bit 4 set at the end
// of a range that is a mention, too.  Numbers are LEB128, zigzag ones signed.
// Parts: 0 the title, i + 1 the article's block i.
#ifndef ARCHIVE_COMMON_INDEX_MENTION_LIST_H_
#define ARCHIVE_COMMON_INDEX_MENTION_LIST_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/dates/date_mention.h"

namespace archive {

// REQUIRES: parts rise.
std::string EncodeMentions(const std::vector<DateMention>& mentions);

// Reads one mention after the other.  Bytes that make no sense end the list.
class MentionReader {
 public:
  explicit MentionReader(std::string_view bytes) : rest_(bytes) {}

  std::optional<DateMention> Next();

 private:
  std::string_view rest_;
  DateMention last_;
};

std::vector<DateMention> DecodeMentions(std::string_view bytes);

// The words of a mention; empty when it is none of the article's.
std::string_view WordsOf(const DateMention& mention, const Article& article);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_MENTION_LIST_H_
