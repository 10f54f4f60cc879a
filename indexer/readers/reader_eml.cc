// A message of mail as a file of its own: a press release.
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/mail_message.h"

namespace archive {

int SniffEml(std::string_view path, std::string_view bytes) {
  constexpr int kFewestFields = 3;
  const int fields = MailFieldsIn(bytes);
  if (fields >= kFewestFields) return 75;
  return fields > 0 && ExtensionOf(path) == ".eml" ? 75 : 0;
}

Status ReadEml(const RawFile& file, const ReaderOptions& /*options*/,
               const ArticleSink& sink) {
  if (file.bytes.size() > kMaxMessageBytes) {
    sink.rejection(
        {"", fmt::format("longer than {} MiB", kMaxMessageBytes >> 20)});
    return Ok();
  }
  Result<MailMessage> mail = ReadMailMessage(file.bytes);
  if (!mail) {
    sink.rejection({"", std::move(mail).error().message});
    return Ok();
  }
  mail->article.bytes = {0, file.bytes.size()};
  sink.article(std::move(mail->article));
  for (const std::string& name : mail->attachments)
    sink.rejection({name, "an attachment", RejectionKind::kNoArticle});
  return Ok();
}

}  // namespace archive
