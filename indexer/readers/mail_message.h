// A message of mail → an Article: what press offices send.  The border to
// gmime.
//
// Subject, sender, date with its offset, Message-ID, and the text: the plain
// one, or that of the HTML where it says more.  RFC 5322, RFC 2045 to 2047.
//
// What it leaves to others: where a message begins in a mailbox
// (reader_mbox.cc).
#ifndef ARCHIVE_INDEXER_READERS_MAIL_MESSAGE_H_
#define ARCHIVE_INDEXER_READERS_MAIL_MESSAGE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/result.h"

namespace archive {

// A longer message is not read.
inline constexpr std::size_t kMaxMessageBytes = std::size_t{64} << 20;

struct MailMessage {
  Article article;
  std::vector<std::string> attachments;  // their names, or types
};

// Whatever the bytes, this ends.  Pure; called from several threads at once.
// Fails (kBadInput): there is neither a subject nor a text.
Result<MailMessage> ReadMailMessage(std::string_view bytes);

// How many of the fields of a mail's header stand at the beginning.
int MailFieldsIn(std::string_view bytes);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_MAIL_MESSAGE_H_
