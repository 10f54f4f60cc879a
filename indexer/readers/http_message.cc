#include "indexer/readers/http_message.h"

#include <algorithm>
#include <charconv>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

constexpr std::size_t kMostFields = 1000;

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

// The line at `at`, which is moved behind it.
std::string_view TakeLine(std::string_view bytes, std::size_t& at) {
  const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
  std::string_view line = bytes.substr(at, end - at);
  at = std::min(end + 1, bytes.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string LowerCase(std::string_view text) {
  std::string lower;
  for (const char c : text) lower += Lower(c);
  return lower;
}

}  // namespace

HeaderFields HeaderFields::Read(std::string_view bytes, std::size_t& at) {
  HeaderFields header;
  while (at < bytes.size()) {
    const std::string_view line = TakeLine(bytes, at);
    if (line.empty()) break;
    const bool is_folded = line.front() == ' ' || line.front() == '\t';
    if (is_folded && !header.fields_.empty()) {
      header.fields_.back().second += ' ';
      header.fields_.back().second += Trimmed(line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || header.fields_.size() >= kMostFields)
      continue;
    header.fields_.emplace_back(Trimmed(line.substr(0, colon)),
                                Trimmed(line.substr(colon + 1)));
  }
  return header;
}

std::string_view HeaderFields::Get(std::string_view name) const {
  for (const auto& [field, value] : fields_) {
    if (SameLetters(field, name)) return value;
  }
  return {};
}

HttpResponse ReadHttpResponse(std::string_view bytes) {
  HttpResponse response;
  response.body = bytes;
  if (!bytes.starts_with("HTTP/")) return response;
  std::size_t at = 0;
  const std::string_view line = TakeLine(bytes, at);
  const std::string_view status =
      Trimmed(line.substr(std::min(line.find(' '), line.size())));
  std::from_chars(status.data(), status.data() + status.size(),
                  response.status);
  response.fields = HeaderFields::Read(bytes, at);
  response.body = bytes.substr(at);
  return response;
}

std::string MediaTypeOf(std::string_view content_type) {
  return LowerCase(
      Trimmed(content_type.substr(0, content_type.find_first_of(";,"))));
}

std::string CharsetOf(std::string_view content_type) {
  constexpr std::string_view kName = "charset=";
  const std::string lower = LowerCase(content_type);
  const std::size_t found = lower.find(kName);
  if (found == std::string::npos) return {};
  std::string_view value = content_type.substr(found + kName.size());
  value = Trimmed(value.substr(0, value.find_first_of(";,")));
  if (value.size() > 1 && (value.front() == '"' || value.front() == '\''))
    value = value.substr(1, value.find(value.front(), 1) - 1);
  constexpr std::size_t kLongest = 40;
  return value.size() > kLongest ? std::string() : std::string(value);
}

}  // namespace archive
