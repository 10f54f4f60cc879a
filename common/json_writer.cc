#include "common/json_writer.h"

#include <string>

#include <fmt/format.h>

#include "common/text/characters.h"

namespace archive {
namespace {

// Most of any text: written as it is, many at a time.
bool IsPlain(char c) {
  return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

// Empty: it is written as it is.
std::string EscapedOf(char32_t code) {
  if (code == '"') return "\\\"";
  if (code == '\\') return "\\\\";
  if (code == '\n') return "\\n";
  if (code == kBadByte) return "\uFFFD";
  // None of them is beyond U+FFFF.
  if (IsControl(code))
    return fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code));
  return {};
}

}  // namespace

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
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (IsPlain(text[at])) {
      ++at;
      continue;
    }
    const Character c = CharacterAt(text, at);
    if (const std::string escaped = EscapedOf(c.code); !escaped.empty()) {
      out_ << text.substr(written, at - written) << escaped;
      written = at + c.bytes;
    }
    at += c.bytes;
  }
  out_ << text.substr(written) << '"';
}

}  // namespace archive
