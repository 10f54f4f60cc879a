// TOML → fields: a reader of its own, since a page whose head is wrong in one
// line has a title in the others.  What it does not understand is passed over
// to the end of the line.
#include <algorithm>
#include <utility>

#include "common/dates/date_scanner.h"
#include "indexer/readers/front_matter.h"

namespace archive {
namespace {

constexpr int kDeepest = 32;

bool IsNameOfObject(std::string_view key) {
  return key == "name" || key == "title" || key == "display_name";
}

char Unescaped(char c) {
  return c == 'n' || c == 't' || c == 'r' || c == 'b' || c == 'f' ? ' ' : c;
}

// The bytes of a character of the first plane.
std::string Utf8Of(unsigned point) {
  std::string bytes;
  if (point < 0x80) {
    bytes += static_cast<char>(point);
  } else if (point < 0x800) {
    bytes += static_cast<char>(0xC0U | point >> 6U);
    bytes += static_cast<char>(0x80U | (point & 0x3FU));
  } else {
    bytes += static_cast<char>(0xE0U | point >> 12U);
    bytes += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
    bytes += static_cast<char>(0x80U | (point & 0x3FU));
  }
  return bytes;
}

class TomlReader {
 public:
  explicit TomlReader(std::string_view text) : text_(text) {}

  FrontFields Read() {
    for (SkipBlankLines(); !AtEnd(); SkipBlankLines()) {
      if (Peek() == '[')
        ReadTableHead();
      else
        ReadPair(table_, 0);
      SkipLine();
    }
    return std::move(fields_);
  }

 private:
  // Where a value belongs: to the page, or to an object in a field of it.
  struct Place {
    std::string field;  // empty: of the page
    bool is_known = true;
  };

  bool AtEnd() const { return at_ >= text_.size(); }
  char Peek() const { return AtEnd() ? '\0' : text_[at_]; }
  bool Take(std::string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }
  void SkipSpaces() {
    while (Peek() == ' ' || Peek() == '\t') ++at_;
  }
  void SkipLine() { at_ = std::min(text_.find('\n', at_), text_.size()); }
  void SkipBlankLines() {
    while (!AtEnd() && (IsBlank(Peek()) || Peek() == '#')) {
      if (Peek() == '#')
        SkipLine();
      else
        ++at_;
    }
  }

  static Place Inside(const Place& place, std::string_view key) {
    if (!place.is_known || !place.field.empty()) return {"", false};
    if (HoldsFrontFields(key)) return place;
    return {std::string(key)};
  }

  // "[taxonomies]", "[[authors]]".
  void ReadTableHead() {
    while (Take("[")) {
    }
    table_ = {};
    for (SkipSpaces(); !AtEnd();) {
      table_ = Inside(table_, TakeKey());
      SkipSpaces();
      if (!Take(".")) return;
      SkipSpaces();
    }
  }

  std::string TakeKey() {
    if (Peek() == '"' || Peek() == '\'') return TakeText();
    const std::size_t begin = at_;
    while (IsLetter(Peek()) || IsDigit(Peek()) || Peek() == '_' ||
           Peek() == '-')
      ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  // "a.b = value"
  void ReadPair(Place place, int depth) {
    std::string key = TakeKey();
    for (SkipSpaces(); Take("."); SkipSpaces()) {
      place = Inside(place, key);
      SkipSpaces();
      key = TakeKey();
    }
    if (!Take("=")) return;
    SkipSpaces();
    ReadValue(place, key, depth);
  }

  void ReadValue(const Place& place, const std::string& key, int depth) {
    if (depth >= kDeepest) return;
    if (Take("[")) return ReadItems(place, key, depth);
    if (Take("{")) return ReadObject(Inside(place, key), depth);
    std::string text =
        Peek() == '"' || Peek() == '\'' ? TakeText() : TakeBareValue();
    if (!place.is_known) return;
    if (place.field.empty())
      AddFrontValue(key, std::move(text), fields_);
    else if (IsNameOfObject(key))
      AddFrontValue(place.field, std::move(text), fields_);
  }

  void ReadItems(const Place& place, const std::string& key, int depth) {
    for (SkipBlankLines(); !AtEnd() && !Take("]"); SkipBlankLines()) {
      const std::size_t before = at_;
      ReadValue(place, key, depth + 1);
      SkipBlankLines();
      if (!Take(",") && at_ == before) ++at_;
    }
  }

  void ReadObject(const Place& place, int depth) {
    for (SkipBlankLines(); !AtEnd() && !Take("}"); SkipBlankLines()) {
      const std::size_t before = at_;
      ReadPair(place, depth + 1);
      SkipBlankLines();
      if (!Take(",") && at_ == before) ++at_;
    }
  }

  std::string TakeBareValue() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(",]}#\n", at_), text_.size());
    std::string_view value = text_.substr(begin, at_ - begin);
    while (!value.empty() && IsBlank(value.back())) value.remove_suffix(1);
    return std::string(value);
  }

  // REQUIRES: a quote comes next.
  std::string TakeText() {
    const char quote = Peek();
    const std::string three(3, quote);
    const bool is_long = Take(three);
    if (!is_long) ++at_;
    const std::string_view end =
        std::string_view(three).substr(is_long ? 0 : 2);
    std::string value;
    while (!AtEnd() && !Take(end)) {
      if (end.size() == 1 && Peek() == '\n') break;
      if (quote == '"' && Take("\\"))
        value += TakeEscaped();
      else
        value += text_[at_++];
    }
    return value;
  }

  std::string TakeEscaped() {
    if (AtEnd()) return {};
    const char c = text_[at_++];
    if (c != 'u') return {Unescaped(c)};
    constexpr std::size_t kDigits = 4;
    unsigned point = 0;
    for (const char digit : text_.substr(at_, kDigits)) {
      const std::size_t value =
          std::string_view("0123456789abcdef").find(Lower(digit));
      if (value == std::string_view::npos) return {};
      point = point << 4U | static_cast<unsigned>(value);
    }
    at_ += std::min(kDigits, text_.size() - at_);
    return Utf8Of(point);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Place table_;
  FrontFields fields_;
};

}  // namespace

FrontFields TomlFields(std::string_view toml) {
  return TomlReader(toml).Read();
}

}  // namespace archive
