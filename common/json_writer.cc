#include "common/json_writer.h"

#include <fmt/format.h>

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
  constexpr std::string_view kHex = "0123456789abcdef";
  out_ << '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_ << '\\' << c;
    } else if (c == '\n') {
      out_ << "\\n";
    } else if (byte < 0x20 || byte == 0x7f) {
      out_ << "\\u00" << kHex[byte >> 4] << kHex[byte & 15];
    } else {
      out_ << c;
    }
  }
  out_ << '"';
}

}  // namespace archive
