#include "indexer/readers/hyphenation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

struct Hyphen {
  std::string_view bytes;
  bool is_certain;  // nobody writes it inside a whole word
};
constexpr auto kHyphens = std::to_array<Hyphen>({{"-", false},
                                                 {"\xE2\x80\x90", false},
                                                 {"\xC2\xAD", true},
                                                 {"\xC2\xAC", true},
                                                 {"\xE2\xB8\x97", true}});

constexpr auto kJoiningWords = std::to_array<std::string_view>(
    {"and", "or", "to", "und", "oder", "bis", "sowie", "bzw", "et", "ou", "y",
     "o", "e", "en", "of", "och", "og", "eller"});

// English, for the most part: what a compound begins with.
constexpr auto kKeptBehind = std::to_array<std::string_view>(
    {"self",  "co",    "ex",    "non",     "half",   "well",   "ill",
     "all",   "vice",  "anti",  "semi",    "pro",    "quasi",  "so",
     "mid",   "near",  "cross", "two",     "three",  "four",   "five",
     "six",   "seven", "eight", "nine",    "ten",    "twenty", "thirty",
     "forty", "fifty", "sixty", "seventy", "eighty", "ninety"});

template <std::size_t kSize>
bool Holds(const std::array<std::string_view, kSize>& words,
           std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Letters beyond ASCII are taken for such by their bytes.
bool IsWordByte(char c) {
  return IsLetter(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string Lowered(std::string_view word) {
  std::string lowered;
  for (const char c : word) lowered += Lower(c);
  return lowered;
}

std::string_view WordAtEnd(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && IsWordByte(text[begin - 1])) --begin;
  return text.substr(begin);
}

std::string_view WordAtBegin(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && IsWordByte(text[end])) ++end;
  return text.substr(0, end);
}

// Every run of letters, and of letters with hyphens in it, but for those at a
// line's end.
std::unordered_set<std::string> WordsOf(std::string_view text) {
  std::unordered_set<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!IsWordByte(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (IsWordByte(text[end]) ||
                                 (text[end] == '-' && end + 1 < text.size() &&
                                  IsWordByte(text[end + 1]))))
      ++end;
    // What is cut is no word.
    if (text.substr(end, 2) != "-\n")
      words.insert(Lowered(text.substr(at, end - at)));
    at = end;
  }
  return words;
}

class CutWords {
 public:
  explicit CutWords(std::string_view text) : text_(text) {}

  std::string Join() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      at = TakeLine(at, end);
    }
    return std::move(out_);
  }

 private:
  static const Hyphen* HyphenAtEnd(std::string_view line) {
    const auto* const found = std::find_if(
        kHyphens.begin(), kHyphens.end(), [line](const Hyphen& hyphen) {
          return line.size() > hyphen.bytes.size() &&
                 line.ends_with(hyphen.bytes);
        });
    return found == kHyphens.end() ? nullptr : found;
  }

  // Appends the line at `at`, completed by the next where it is cut; returns
  // where the rest begins.
  std::size_t TakeLine(std::size_t at, std::size_t end) {
    std::string_view line = text_.substr(at, end - at);
    while (!line.empty() && IsBlank(line.back())) line.remove_suffix(1);
    const Hyphen* const hyphen = HyphenAtEnd(line);
    const std::size_t next = std::min(
        text_.find_first_not_of(" \t", std::min(end + 1, text_.size())),
        text_.size());
    if (hyphen != nullptr && next < text_.size() && text_[next] != '\n') {
      const std::string_view head =
          line.substr(0, line.size() - hyphen->bytes.size());
      const std::string_view rest = text_.substr(next);
      if (const auto joint = JointOf(head, *hyphen, rest))
        return AppendJoined(head, *joint, end + 1, next);
    }
    out_ += text_.substr(at, end - at);
    if (end < text_.size()) out_ += '\n';
    return end + 1;
  }

  // What stands between the parts of the word; nullopt where they are two.
  std::optional<std::string_view> JointOf(std::string_view head,
                                          const Hyphen& hyphen,
                                          std::string_view rest) {
    const std::string_view first = WordAtEnd(head);
    const std::string_view second = WordAtBegin(rest);
    const bool behind_digit = !head.empty() && IsDigit(head.back());
    if (first.empty() && !behind_digit) return std::nullopt;
    if (IsDigit(rest.front())) return hyphen.bytes;
    if (second.empty() || behind_digit) return std::nullopt;
    if (hyphen.is_certain) return "";
    std::size_t at = 0;
    NextCodePoint(second, at);
    if (HasCapital(second.substr(0, at))) return hyphen.bytes;
    return JointOfSmall(Lowered(first), Lowered(second), hyphen);
  }

  std::optional<std::string_view> JointOfSmall(const std::string& first,
                                               const std::string& second,
                                               const Hyphen& hyphen) {
    if (Holds(kJoiningWords, second)) return std::nullopt;
    if (!words_) words_ = WordsOf(text_);
    if (words_->count(first + second) != 0) return "";
    if (words_->count(first + '-' + second) != 0 || Holds(kKeptBehind, first))
      return hyphen.bytes;
    return "";
  }

  // The whole word ends with white space, so that what stands behind it is a
  // part of it: a full stop, a bracket.
  std::size_t AppendJoined(std::string_view head, std::string_view joint,
                           std::size_t line, std::size_t word) {
    const std::size_t end =
        std::min(text_.find_first_of(" \t\n", word), text_.size());
    const std::size_t line_end = std::min(text_.find('\n', word), text_.size());
    out_ += head;
    out_ += joint;
    out_ += text_.substr(word, end - word);
    out_ += '\n';
    // The next line keeps where it begins.
    if (end < line_end) out_ += text_.substr(line, word - line);
    return end + 1;
  }

  std::string_view text_;
  std::string out_;
  std::optional<std::unordered_set<std::string>> words_;
};

}  // namespace

std::string JoinCutWords(std::string_view text) {
  return CutWords(text).Join();
}

}  // namespace archive
