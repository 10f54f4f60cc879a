// The frames of text wires: what stands between SOH and EOT on a line or in a
// file of many messages, cut into header, text and trailer.  For IPTC 7901 and
// ANPA 1312, which share the control characters and nothing else.  Pure.
#ifndef ARCHIVE_INDEXER_READERS_WIRE_MESSAGE_H_
#define ARCHIVE_INDEXER_READERS_WIRE_MESSAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/span.h"

namespace archive {

// Views into the file.
struct WireMessage {
  std::string_view header;   // behind SOH, to STX
  std::string_view text;     // behind STX, to ETX
  std::string_view trailer;  // behind ETX, to EOT or the next message
  Span bytes;
};

std::vector<WireMessage> WireMessagesOf(std::string_view bytes);

// A text's lines, clean, in whatever charset they were sent.
std::vector<std::string> WireLines(std::string_view text);

// "BERLIN, 9 Nov (dpa) - It fell": what stands in front of the dash; empty
// where a text does not begin like that.
std::string DatelineOf(std::string_view paragraph);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_WIRE_MESSAGE_H_
