#include "indexer/readers/xml_mending.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "indexer/readers/xml_entities.h"

namespace archive {
namespace {

bool BeginsName(char c) {
  return IsLetter(c) || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool IsNameByte(char c) {
  return BeginsName(c) || IsDigit(c) || c == '-' || c == '.';
}

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) {
    out_.xml.reserve(text.size() + text.size() / 8);
  }

  MendedXml Mend() {
    while (at_ < text_.size() && out_.broken_limit.empty()) {
      const std::size_t open = std::min(text_.find('<', at_), text_.size());
      entities_.AppendText(text_.substr(at_, open - at_), out_.xml);
      at_ = open;
      if (at_ < text_.size()) ReadMarkup();
    }
    while (!open_.empty()) CloseTop(text_.size());
    return std::move(out_);
  }

 private:
  struct Open {
    std::string name;
    std::size_t element;
  };

  void ReadMarkup() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return SkipBehind("-->", 4);
    if (rest.starts_with("<![CDATA[")) return ReadCdata();
    if (rest.starts_with("<?")) return SkipBehind("?>", 2);
    if (rest.starts_with("<!")) return SkipDeclaration();
    if (rest.starts_with("</")) return ReadEndTag();
    if (rest.size() > 1 && BeginsName(rest[1])) return ReadStartTag();
    out_.xml += "&lt;";
    ++at_;
  }

  void SkipBehind(std::string_view mark, std::size_t from) {
    const std::size_t found = text_.find(mark, at_ + from);
    at_ = found == std::string_view::npos ? text_.size() : found + mark.size();
  }

  void ReadCdata() {
    at_ += std::string_view("<![CDATA[").size();
    const std::size_t end = std::min(text_.find("]]>", at_), text_.size());
    AppendEscaped(text_.substr(at_, end - at_), out_.xml);
    at_ = std::min(end + 3, text_.size());
  }

  // <!DOCTYPE … [ … ]>, with its quoted parts.
  void SkipDeclaration() {
    int brackets = 0;
    for (std::size_t i = at_ + 2; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '"' || c == '\'') {
        const std::size_t end = text_.find(c, i + 1);
        if (end == std::string_view::npos) break;
        i = end;
      } else if (c == '[') {
        ++brackets;
      } else if (c == ']') {
        --brackets;
      } else if (c == '>' && brackets <= 0) {
        at_ = i + 1;
        return;
      }
    }
    SkipBehind(">", 2);
  }

  std::string TakeName() {
    std::string name;
    while (at_ < text_.size() && IsNameByte(text_[at_]))
      name += Lower(text_[at_++]);
    return name;
  }

  void SkipBlanks() {
    while (at_ < text_.size() && IsBlank(text_[at_])) ++at_;
  }

  void ReadEndTag() {
    at_ += 2;
    const std::string name = TakeName();
    SkipBehind(">", 0);
    const auto count = counts_.find(name);
    if (count == counts_.end() || count->second == 0) return;
    while (open_.back().name != name) CloseTop(at_);
    CloseTop(at_);
  }

  void CloseTop(std::size_t end) {
    out_.xml += "</" + open_.back().name + '>';
    out_.elements[open_.back().element].end = end;
    --counts_[open_.back().name];
    open_.pop_back();
  }

  void ReadStartTag() {
    const std::size_t begin = at_;
    const std::size_t written = out_.xml.size();
    ++at_;
    std::string name = TakeName();
    out_.xml += '<' + name;
    const bool is_empty = ReadAttributes();
    if (at_ >= text_.size()) {  // the file is cut inside of it
      out_.xml.resize(written);
      return;
    }
    ++at_;
    if (out_.elements.size() >= kMaxXmlElements)
      out_.broken_limit = fmt::format("more than {} elements", kMaxXmlElements);
    if (open_.size() >= kMaxXmlNesting)
      out_.broken_limit =
          fmt::format("nested deeper than {} elements", kMaxXmlNesting);
    out_.xml += '>';
    ++counts_[name];
    open_.push_back({std::move(name), out_.elements.size()});
    out_.elements.push_back({begin, at_});
    if (is_empty || !out_.broken_limit.empty()) CloseTop(at_);
  }

  // To the '>'; whether a '/' stands in front of it.
  bool ReadAttributes() {
    std::size_t count = 0;
    bool is_empty = false;
    for (SkipBlanks(); at_ < text_.size() && text_[at_] != '>'; SkipBlanks()) {
      is_empty = text_[at_] == '/';
      if (!BeginsName(text_[at_])) {
        ++at_;
        continue;
      }
      if (++count > kMaxXmlAttributes)
        out_.broken_limit =
            fmt::format("a tag has more than {} attributes", kMaxXmlAttributes);
      ReadAttribute();
    }
    return is_empty;
  }

  void ReadAttribute() {
    const std::string name = TakeName();
    SkipBlanks();
    std::string_view value;
    if (at_ < text_.size() && text_[at_] == '=') {
      ++at_;
      value = TakeValue();
    }
    if (!out_.broken_limit.empty()) return;
    out_.xml += ' ' + name + "=\"";
    entities_.AppendText(value, out_.xml);
    out_.xml += '"';
  }

  // A value whose quote is not closed before the tag's end ends there.
  std::string_view TakeValue() {
    SkipBlanks();
    if (at_ >= text_.size()) return {};
    const char quote = text_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = at_ + 1;
      const char stops[] = {quote, '<', '\0'};
      const std::size_t end = text_.find_first_of(stops, begin);
      if (end != std::string_view::npos && text_[end] == quote) {
        at_ = end + 1;
        return text_.substr(begin, end - begin);
      }
      ++at_;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && !IsBlank(text_[at_]) && text_[at_] != '>' &&
           text_[at_] != '<')
      ++at_;
    std::string_view value = text_.substr(begin, at_ - begin);
    if (value.ends_with('/') && at_ < text_.size() && text_[at_] == '>') {
      value.remove_suffix(1);
      --at_;
    }
    if (at_ == begin && at_ < text_.size() && text_[at_] == '<') ++at_;
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  MendedXml out_;
  std::vector<Open> open_;
  std::unordered_map<std::string, std::size_t> counts_;  // of open names
  XmlEntities entities_;
};

}  // namespace

MendedXml MendXml(std::string_view text) {
  return Mender(text).Mend();
}

}  // namespace archive
