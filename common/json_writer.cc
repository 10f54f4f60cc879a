#include "common/json_writer.h"

#include <fmt/format.h>

#include "common/text/characters.h"

namespace archive {

void JsonWriter::Separate() {
  if (after_key_) {
    after_key_ = false;
  } else if (!has_items_.empty()) {
    if (has_items_.back()) out_ << ',';
    has_items_.back() = true;
  }
}

void JsonWriter::Open(char bracket) {
  Separate();
  out_ << bracket;
  has_items_.push_back(false);
}

void JsonWriter::Close(char bracket) {
  has_items_.pop_back();
  out_ << bracket;
}

JsonWriter& JsonWriter::Key(std::string_view name) {
  Separate();
  Quote(name);
  out_ << ':';
  after_key_ = true;
  return *this;
}

void JsonWriter::String(std::string_view value) {
  Separate();
  Quote(value);
}

void JsonWriter::Int(std::int64_t value) {
  Separate();
  out_ << value;
}

void JsonWriter::Bool(bool value) {
  Separate();
  out_ << (value ? "true" : "false");
}

void JsonWriter::Double(double value) {
  Separate();
  out_ << fmt::format("{:.6g}", value);
}

void JsonWriter::Null() {
  Separate();
  out_ << "null";
}

void JsonWriter::Quote(std::string_view text) {
  out_ << '"';
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    if (c.code == '"' || c.code == '\\') {
      out_ << '\\' << text[at];
    } else if (c.code == '\n') {
      out_ << "\\n";
    } else if (c.code == kBadByte) {
      out_ << "\uFFFD";
    } else if (IsControl(c.code)) {  // none of them is beyond U+FFFF
      out_ << fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c.code));
    } else {
      out_ << text.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  out_ << '"';
}

}  // namespace archive
