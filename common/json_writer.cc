#include "common/json_writer.h"

#include <string>

#include <fmt/format.h>

#include "common/text/characters.h"

namespace archive {
namespace {

constexpr std::size_t kMostKept = std::size_t{64} << 10;

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

// A stream that throws has thrown by now: what an error left is not worth a
// second exception, which would end the program.
JsonWriter::~JsonWriter() {
  if (!text_.empty() && out_.good()) Flush();
}

void JsonWriter::Flush() {
  out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
  text_.clear();
}

void JsonWriter::EndValue() {
  if (has_items_.empty() || text_.size() >= kMostKept) Flush();
}

void JsonWriter::Separate() {
  if (after_key_) {
    after_key_ = false;
  } else if (!has_items_.empty()) {
    if (has_items_.back()) text_ += ',';
    has_items_.back() = true;
  }
}

void JsonWriter::Open(char bracket) {
  Separate();
  text_ += bracket;
  has_items_.push_back(false);
}

void JsonWriter::Close(char bracket) {
  has_items_.pop_back();
  text_ += bracket;
  EndValue();
}

JsonWriter& JsonWriter::Key(std::string_view name) {
  Separate();
  Quote(name);
  text_ += ':';
  after_key_ = true;
  return *this;
}

void JsonWriter::String(std::string_view value) {
  Separate();
  Quote(value);
  EndValue();
}

void JsonWriter::Int(std::int64_t value) {
  Separate();
  text_ += fmt::to_string(value);
  EndValue();
}

void JsonWriter::Bool(bool value) {
  Separate();
  text_ += value ? "true" : "false";
  EndValue();
}

void JsonWriter::Double(double value) {
  Separate();
  text_ += fmt::format("{:.6g}", value);
  EndValue();
}

void JsonWriter::Null() {
  Separate();
  text_ += "null";
  EndValue();
}

void JsonWriter::Quote(std::string_view text) {
  text_ += '"';
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (IsPlain(text[at])) {
      ++at;
      continue;
    }
    const Character c = CharacterAt(text, at);
    if (const std::string escaped = EscapedOf(c.code); !escaped.empty()) {
      text_ += text.substr(written, at - written);
      text_ += escaped;
      written = at + c.bytes;
    }
    at += c.bytes;
  }
  text_ += text.substr(written);
  text_ += '"';
}

}  // namespace archive
