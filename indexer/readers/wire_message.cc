#include "indexer/readers/wire_message.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/readers/paragraphs.h"

namespace archive {
namespace {

constexpr char kStartOfHeader = '\x01';
constexpr char kStartOfText = '\x02';
constexpr char kEndOfText = '\x03';

std::size_t FindOr(std::string_view text, char c, std::size_t from,
                   std::size_t otherwise) {
  return std::min(text.find(c, from), otherwise);
}

}  // namespace

std::vector<WireMessage> WireMessagesOf(std::string_view bytes) {
  std::vector<WireMessage> messages;
  for (std::size_t begin = bytes.find(kStartOfHeader);
       begin != std::string_view::npos;) {
    const std::size_t next =
        FindOr(bytes, kStartOfHeader, begin + 1, bytes.size());
    const std::size_t text = FindOr(bytes, kStartOfText, begin, next);
    const std::size_t end = FindOr(bytes, kEndOfText, text, next);
    WireMessage& message = messages.emplace_back();
    message.bytes = {begin, next};
    message.header = bytes.substr(begin + 1, text - begin - 1);
    if (text < next) message.text = bytes.substr(text + 1, end - text - 1);
    if (end < next) message.trailer = bytes.substr(end + 1, next - end - 1);
    begin = next < bytes.size() ? next : std::string_view::npos;
  }
  return messages;
}

std::vector<std::string> WireLines(std::string_view text) {
  const std::string clean = DecodeText(text).text;
  std::vector<std::string> lines;
  for (const std::string_view line : LinesOf(clean)) lines.emplace_back(line);
  return lines;
}

std::string DatelineOf(std::string_view paragraph) {
  constexpr std::size_t kLongest = 80;
  constexpr std::string_view kDash = "–";
  for (const std::string_view dash :
       {std::string_view(" _ "), std::string_view(" -- "),
        std::string_view(" - "), kDash}) {
    const std::size_t at = paragraph.substr(0, kLongest).find(dash);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string dateline = CollapseSpaces(paragraph.substr(0, at));
    // A place, and who sent it or when.
    const bool is_dateline =
        HasCapital(CutAtCharacter(dateline, 4)) &&
        (dateline.ends_with(')') || dateline.find(',') != std::string::npos);
    return is_dateline ? dateline : std::string();
  }
  return {};
}

}  // namespace archive
