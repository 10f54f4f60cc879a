#include "indexer/readers/json_spans.h"

#include <algorithm>
#include <cstddef>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool AtEnd() const { return at_ >= text_.size(); }
  char Peek() const { return AtEnd() ? '\0' : text_[at_]; }
  void Skip() { ++at_; }

  // Blanks, and one kind of mark between values.
  void SkipBetween(char mark) {
    while (!AtEnd() && (IsBlank(Peek()) || Peek() == mark)) ++at_;
  }

  std::string_view TakeValue() {
    const std::size_t begin = at_;
    if (Peek() == '"')
      SkipString();
    else if (Peek() == '{' || Peek() == '[')
      SkipNested();
    else
      SkipPlain();
    return text_.substr(begin, at_ - begin);
  }

 private:
  void SkipString() {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '"') {
        ++at_;
        return;
      }
    }
    at_ = text_.size();
  }

  void SkipNested() {
    std::size_t depth = 0;
    while (!AtEnd()) {
      const char c = Peek();
      if (c == '"') {
        SkipString();
        continue;
      }
      ++at_;
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && --depth == 0) return;
    }
  }

  // A number, a word, or what should be none.
  void SkipPlain() {
    const std::size_t end = text_.find_first_of(",{}[]\":\n", at_);
    at_ = std::max(at_ + 1, std::min(end, text_.size()));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::string_view WithoutQuotes(std::string_view key) {
  if (key.starts_with('"')) key.remove_prefix(1);
  if (key.ends_with('"')) key.remove_suffix(1);
  return key;
}

}  // namespace

std::vector<JsonMember> MembersOf(std::string_view object) {
  std::vector<JsonMember> members;
  Scanner scan(object);
  scan.SkipBetween(' ');
  if (scan.Peek() != '{') return members;
  scan.Skip();
  constexpr std::size_t kMost = 100'000;
  while (members.size() < kMost) {
    scan.SkipBetween(',');
    if (scan.Peek() != '"') return members;
    const std::string_view key = WithoutQuotes(scan.TakeValue());
    scan.SkipBetween(':');
    if (scan.AtEnd()) return members;
    members.push_back({key, scan.TakeValue()});
  }
  return members;
}

void ForEachJsonItem(std::string_view text,
                     const std::function<bool(std::string_view)>& item) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
  Scanner scan(text);
  scan.SkipBetween(',');
  if (scan.Peek() == '[') scan.Skip();
  for (scan.SkipBetween(','); !scan.AtEnd() && scan.Peek() != ']';
       scan.SkipBetween(',')) {
    if (!item(scan.TakeValue())) return;
  }
}

}  // namespace archive
