#include "indexer/readers/mail_message.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <utility>

#include <gmime/gmime.h>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/paragraphs.h"

namespace archive {
namespace {

constexpr unsigned kDeepest = 30;
constexpr std::size_t kMostAttachments = 100;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

// gmime's own tables, once for all threads.
void StartGmime() {
  static const bool kStarted = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(kStarted);
}

std::string ValueOf(const char* text) {
  return text == nullptr ? std::string() : CleanValue(text);
}

std::string HeaderOf(GMimeMessage* message, const char* name) {
  return ValueOf(g_mime_object_get_header(GMIME_OBJECT(message), name));
}

// What a part holds, its transfer encoding undone.
std::string BytesOf(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> out(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, out.get());
  const GByteArray* const bytes =
      g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
  return bytes == nullptr || bytes->len == 0
             ? std::string()
             : std::string(reinterpret_cast<const char*>(bytes->data),
                           bytes->len);
}

std::string TextOf(GMimePart* part) {
  const char* const charset =
      g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  return DecodeText(BytesOf(part), charset == nullptr ? "" : charset).text;
}

// Without the signature, a few lines behind "-- " (RFC 3676, 4.3): press
// releases part their sections by "--", too.
std::vector<Block> PlainBlocks(const std::string& text) {
  constexpr std::size_t kLongestSignature = 15;  // lines
  std::vector<std::string_view> lines = LinesOf(text);
  while (!lines.empty() && IsBlankLine(lines.back())) lines.pop_back();
  const auto is_mark = [](std::string_view line) {
    return line == "-- " || line == "--";
  };
  const std::size_t before =
      lines.size() - std::min(lines.size(), kLongestSignature + 1);
  const auto from = lines.begin() + static_cast<std::ptrdiff_t>(before);
  const auto last =
      std::find_if(lines.rbegin(), std::reverse_iterator(from), is_mark);
  if (last != std::reverse_iterator(from))
    lines.erase(std::prev(last.base()), lines.end());
  std::vector<Block> blocks;
  for (std::string& paragraph :
       SplitParagraphs(lines, ParagraphStart::kBlankLine))
    blocks.push_back({BlockKind::kParagraph, std::move(paragraph)});
  return blocks;
}

std::size_t SizeOf(const std::vector<Block>& blocks) {
  std::size_t size = 0;
  for (const Block& block : blocks) size += block.text.size();
  return size;
}

// The parts of a message, in their order.
class MailParts {
 public:
  void Take(GMimeObject* object, unsigned depth) {
    if (object == nullptr || depth > kDeepest) return;
    if (GMIME_IS_MULTIPART(object)) {
      TakeMultipart(GMIME_MULTIPART(object), depth);
    } else if (GMIME_IS_PART(object)) {
      TakePart(GMIME_PART(object));
    } else {
      Attach("a forwarded message");
    }
  }

  std::vector<Block> blocks;
  std::vector<std::string> attachments;

 private:
  void Attach(std::string name) {
    if (attachments.size() < kMostAttachments)
      attachments.push_back(std::move(name));
  }

  static bool IsOfType(GMimeObject* object, const char* type,
                       const char* subtype) {
    GMimeContentType* const found = g_mime_object_get_content_type(object);
    return found != nullptr &&
           g_mime_content_type_is_type(found, type, subtype) != 0;
  }

  void TakeMultipart(GMimeMultipart* multipart, unsigned depth) {
    const int count = g_mime_multipart_get_count(multipart);
    if (IsOfType(GMIME_OBJECT(multipart), "multipart", "alternative"))
      return TakeAlternative(multipart, count, depth);
    for (int i = 0; i < count; ++i)
      Take(g_mime_multipart_get_part(multipart, i), depth + 1);
  }

  // The same text in several forms: the first, which is plain, unless another
  // says twice as much.
  void TakeAlternative(GMimeMultipart* multipart, int count, unsigned depth) {
    std::vector<Block> best;
    for (int i = 0; i < count; ++i) {
      MailParts form;
      form.Take(g_mime_multipart_get_part(multipart, i), depth + 1);
      if (SizeOf(form.blocks) > 2 * SizeOf(best)) best = std::move(form.blocks);
      for (std::string& name : form.attachments) Attach(std::move(name));
    }
    std::move(best.begin(), best.end(), std::back_inserter(blocks));
  }

  void TakePart(GMimePart* part) {
    GMimeObject* const object = GMIME_OBJECT(part);
    const char* const name = g_mime_part_get_filename(part);
    const bool is_html = IsOfType(object, "text", "html");
    const bool is_text = is_html || IsOfType(object, "text", "plain");
    if (!is_text || g_mime_part_is_attachment(part) != 0) {
      GMimeContentType* const type = g_mime_object_get_content_type(object);
      const std::unique_ptr<char, decltype(&g_free)> type_name(
          type == nullptr ? nullptr : g_mime_content_type_get_mime_type(type),
          g_free);
      return Attach(name != nullptr ? ValueOf(name) : ValueOf(type_name.get()));
    }
    const std::string text = TextOf(part);
    std::vector<Block> found = is_html ? HtmlToBlocks(text) : PlainBlocks(text);
    std::move(found.begin(), found.end(), std::back_inserter(blocks));
  }
};

std::vector<std::string> SendersOf(GMimeMessage* message) {
  std::vector<std::string> names;
  InternetAddressList* const from = g_mime_message_get_from(message);
  const int count = from == nullptr ? 0 : internet_address_list_length(from);
  for (int i = 0; i < count; ++i) {
    InternetAddress* const address = internet_address_list_get_address(from, i);
    std::string name = ValueOf(internet_address_get_name(address));
    if (name.empty() && INTERNET_ADDRESS_IS_MAILBOX(address))
      name = ValueOf(
          internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

// "Tue, 2 Mar 2021 09:00:00 +0900 (KST)".
std::optional<Publication> SentAt(GMimeMessage* message) {
  std::string date = HeaderOf(message, "Date");
  date.resize(std::min(date.find('('), date.size()));
  const std::optional<Timestamp> when = ParseTimestamp(date);
  constexpr double kConfidence = 0.95;
  if (!when) return std::nullopt;
  return Publication{*when, DateSource::kMetadata, kConfidence};
}

std::string WithoutBrackets(std::string text) {
  if (text.size() > 1 && text.front() == '<' && text.back() == '>')
    text = text.substr(1, text.size() - 2);
  return text;
}

std::vector<std::string> KeywordsOf(const std::string& list) {
  std::vector<std::string> keywords;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    std::string word = CollapseSpaces(list.substr(at, end - at));
    if (!word.empty()) keywords.push_back(std::move(word));
    at = end + 1;
  }
  return keywords;
}

}  // namespace

Result<MailMessage> ReadMailMessage(std::string_view bytes) {
  StartGmime();
  const Owned<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(
      g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr)
    return Error{ErrorCode::kBadInput, "not a message of mail"};
  MailParts parts;
  parts.Take(g_mime_message_get_mime_part(message.get()), 0);
  MailMessage mail;
  Article& article = mail.article;
  article.title = ValueOf(g_mime_message_get_subject(message.get()));
  article.blocks = std::move(parts.blocks);
  if (article.title.empty() && article.blocks.empty())
    return Error{ErrorCode::kBadInput, "neither a subject nor a text"};
  article.byline = SendersOf(message.get());
  article.source = HeaderOf(message.get(), "Organization");
  article.published = SentAt(message.get());
  article.uid = ValueOf(g_mime_message_get_message_id(message.get()));
  article.language = HeaderOf(message.get(), "Content-Language");
  article.keywords = KeywordsOf(HeaderOf(message.get(), "Keywords"));
  article.url = WithoutBrackets(HeaderOf(message.get(), "Archived-At"));
  mail.attachments = std::move(parts.attachments);
  return mail;
}

int MailFieldsIn(std::string_view bytes) {
  static constexpr auto kFields = std::to_array<std::string_view>(
      {"from:", "to:", "date:", "subject:", "message-id:", "mime-version:",
       "received:", "return-path:", "content-type:", "reply-to:",
       "delivered-to:"});
  int found = 0;
  for (const std::string_view line : LinesOf(bytes)) {
    if (line.empty() || line == "\r") break;
    if (line.front() == ' ' || line.front() == '\t') continue;
    if (line.find(':') == std::string_view::npos) return 0;
    found += static_cast<int>(std::count_if(
        kFields.begin(), kFields.end(), [line](std::string_view field) {
          return SameLetters(line.substr(0, field.size()), field);
        }));
  }
  return found;
}

}  // namespace archive
