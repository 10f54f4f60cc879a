// A mailbox: messages of mail, one after the other, each behind a line "From
// …" (RFC 4155).  Of any length: one message is in memory at a time.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/mail_message.h"

namespace archive {
namespace {

// "From press@a.example Tue Mar  2 09:00:00 2021": with a time of day.
// With a day of the week, as asctime(3) writes it: "From 9:15 on" is a text.
bool NamesWeekday(std::string_view line) {
  constexpr auto kDays = std::to_array<std::string_view>(
      {" Mon ", " Tue ", " Wed ", " Thu ", " Fri ", " Sat ", " Sun "});
  return std::any_of(kDays.begin(), kDays.end(), [line](std::string_view day) {
    return line.find(day) != std::string_view::npos;
  });
}

bool IsSeparator(std::string_view line) {
  if (!line.starts_with("From ") || !NamesWeekday(line)) return false;
  const std::size_t colon = line.find(':', 5);
  return colon != std::string_view::npos && IsDigit(line[colon - 1]) &&
         colon + 1 < line.size() && IsDigit(line[colon + 1]);
}

// Mailboxes put a '>' before "From " in a text.
std::string_view Unquoted(std::string_view line) {
  const std::size_t text = line.find_first_not_of('>');
  const bool is_quoted = text != std::string_view::npos && text > 0 &&
                         line.substr(text).starts_with("From ");
  return is_quoted ? line.substr(1) : line;
}

void ReadMessage(const std::string& message, const std::string& where,
                 Span place, const ArticleSink& sink) {
  Result<MailMessage> mail = ReadMailMessage(message);
  if (!mail) return sink.rejection({where, std::move(mail).error().message});
  mail->article.bytes = place;
  sink.article(std::move(mail->article));
  for (const std::string& name : mail->attachments)
    sink.rejection(
        {where + ": " + name, "an attachment", RejectionKind::kNoArticle});
}

class Mailbox {
 public:
  explicit Mailbox(const ArticleSink& sink) : sink_(sink) {}

  void TakeLine(const TakenLine& line, std::uint64_t begin) {
    if (was_blank_ && IsSeparator(line.text)) {
      Finish(begin);
      ++number_;
      begin_ = begin;
    } else if (line.is_cut || message_.size() > kMaxMessageBytes) {
      is_too_long_ = true;
      message_.clear();
    } else if (!is_too_long_ && number_ > 0) {
      message_ += Unquoted(line.text);
      message_ += '\n';
    }
    was_blank_ = line.text.empty() || line.text == "\r";
  }

  void Finish(std::uint64_t end) {
    std::string message = std::exchange(message_, {});
    const bool is_too_long = std::exchange(is_too_long_, false);
    if (number_ == 0) return;
    const std::string where = fmt::format("message {}", number_);
    if (is_too_long)
      return sink_.rejection(
          {where, fmt::format("longer than {} MiB", kMaxMessageBytes >> 20)});
    const Span place = {static_cast<std::size_t>(begin_),
                        static_cast<std::size_t>(end)};
    if (!sink_.later) return ReadMessage(message, where, place, sink_);
    const std::uint64_t bytes = message.size();
    sink_.later({bytes, [message = std::move(message), where,
                         place](const ArticleSink& sink) {
                   ReadMessage(message, where, place, sink);
                 }});
  }

 private:
  const ArticleSink& sink_;
  std::string message_;
  std::size_t number_ = 0;
  std::uint64_t begin_ = 0;
  bool is_too_long_ = false;
  bool was_blank_ = true;
};

}  // namespace

int SniffMbox(std::string_view /*path*/, std::string_view bytes) {
  const std::size_t line = bytes.find('\n');
  if (line == std::string_view::npos || !IsSeparator(bytes.substr(0, line)))
    return 0;
  return MailFieldsIn(bytes.substr(line + 1)) > 0 ? 95 : 0;
}

Status StreamMbox(const StreamedFile& file, const ReaderOptions& /*options*/,
                  const ArticleSink& sink) {
  Mailbox mailbox(sink);
  for (;;) {
    const std::uint64_t begin = file.bytes.offset();
    const std::optional<TakenLine> line = file.bytes.TakeLine(kMaxMessageBytes);
    if (!line) break;
    mailbox.TakeLine(*line, begin);
  }
  mailbox.Finish(file.bytes.offset());
  return Ok();
}

Status ReadMbox(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink) {
  MemorySource source(file.bytes);
  BufferedBytes bytes(source);
  return StreamMbox({file.path, bytes}, options, sink);
}

}  // namespace archive
