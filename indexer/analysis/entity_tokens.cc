#include "indexer/analysis/entity_tokens.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace archive {
namespace {

// Longer than one byte: quotes, dashes, dots.  They stand alone.
constexpr std::array<std::string_view, 12> kMarks = {
    "\u201c", "\u201d", "\u2018", "\u00ab", "\u00bb", "\u2013",
    "\u2014", "\u2026", "\u2022", "\u00b7", "``",     "--"};
constexpr std::string_view kRightQuote = "\u2019";
constexpr std::string_view kNoBreakSpace = "\u00a0";
constexpr std::string_view kPunctuation = "()[]{}\"<>,;:!?%*|=+~^";
// Words whose dot ends no sentence, without it, in small letters.
constexpr std::array<std::string_view, 68> kAbbreviations = {
    "mr",  "mrs",  "ms",   "dr",   "prof",  "sen",  "rep",  "gov",  "gen",
    "lt",  "col",  "maj",  "capt", "sgt",   "cpl",  "adm",  "cmdr", "rev",
    "hon", "pres", "st",   "mt",   "ft",    "jr",   "sr",   "inc",  "corp",
    "co",  "ltd",  "bros", "cie",  "vs",    "etc",  "jan",  "feb",  "mar",
    "apr", "jun",  "jul",  "aug",  "sep",   "sept", "oct",  "nov",  "dec",
    "no",  "ala",  "ariz", "ark",  "calif", "colo", "conn", "del",  "fla",
    "ill", "ind",  "kan",  "ky",   "la",    "mass", "mich", "minn", "miss",
    "mo",  "mont", "neb",  "nev",  "okla"};

constexpr bool IsSpace(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
constexpr bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<signed char>(c) < 0;
}
constexpr bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsAbbreviation(std::string_view word) {  // without its last dot
  if (word.size() == 1) return IsLetter(word[0]);
  if (word.find('.') != std::string_view::npos) return true;  // U.S
  std::array<char, 8> small = {};
  if (word.size() > small.size()) return false;
  std::transform(word.begin(), word.end(), small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return std::find(kAbbreviations.begin(), kAbbreviations.end(),
                   std::string_view(small.data(), word.size())) !=
         kAbbreviations.end();
}

// Cuts one paragraph.
class Cutter {
 public:
  Cutter(std::string_view text, EntityTokens& tokens)
      : text_(text), tokens_(tokens), first_(tokens.texts.size()) {}

  void Run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      if (const std::size_t space = SpaceAt(at)) {
        at += space;
        continue;
      }
      std::size_t end = at + 1;
      while (end < text_.size() && SpaceAt(end) == 0) ++end;
      if (sentence_may_end_ && !IsSmall(at)) EndSentence();
      sentence_may_end_ = false;
      CutChunk(at, end);
      at = end;
    }
    EndSentence();
  }

 private:
  // Bytes of the white space that begins at `at`.
  std::size_t SpaceAt(std::size_t at) const {
    if (IsSpace(text_[at])) return 1;
    return text_.substr(at).starts_with(kNoBreakSpace) ? kNoBreakSpace.size()
                                                       : 0;
  }
  bool IsSmall(std::size_t at) const {
    return text_[at] >= 'a' && text_[at] <= 'z';
  }

  void Add(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    tokens_.texts.push_back(text_.substr(begin, end - begin));
    tokens_.spans.push_back({begin, end});
  }

  void EndSentence() {
    const std::size_t last =
        tokens_.sentence_ends.empty() ? 0 : tokens_.sentence_ends.back();
    if (tokens_.texts.size() > std::max(last, first_))
      tokens_.sentence_ends.push_back(tokens_.texts.size());
  }

  // Bytes of the mark that stands alone at `at`; 0: there is none.  A slash
  // stands alone between letters, as in AFP/Getty.
  std::size_t MarkAt(std::size_t at, std::size_t end) const {
    const char c = text_[at];
    if (kPunctuation.find(c) != std::string_view::npos) {
      const bool is_in_number = (c == ',' || c == ':') && at > 0 &&
                                IsDigit(text_[at - 1]) && at + 1 < end &&
                                IsDigit(text_[at + 1]);
      return is_in_number ? 0 : 1;
    }
    if (c == '/') return at + 1 < end && IsLetter(text_[at + 1]) ? 1 : 0;
    if (c != '`' && c != '-' && static_cast<signed char>(c) >= 0) return 0;
    for (const std::string_view mark : kMarks) {
      if (text_.substr(at, end - at).starts_with(mark)) return mark.size();
    }
    return 0;
  }

  // What stands between white space: words with marks between them.
  void CutChunk(std::size_t begin, std::size_t end) {
    std::size_t word = begin;
    std::size_t at = begin;
    while (at < end) {
      const std::size_t mark = MarkAt(at, end);
      if (mark == 0) {
        ++at;
        continue;
      }
      CutWord(word, at, at);
      Add(at, at + mark);
      NoteMark(text_[at]);
      at += mark;
      word = at;
    }
    CutWord(word, end, end);
  }

  void NoteMark(char mark) {
    if (mark == '!' || mark == '?') sentence_may_end_ = true;
  }

  // A word with quotes around it, 's and dots behind it.  `chunk_end`: where
  // nothing but a mark follows.
  void CutWord(std::size_t begin, std::size_t end, std::size_t chunk_end) {
    while (begin < end && (text_[begin] == '\'' || text_[begin] == '$') &&
           end - begin > 1 && !Possessive(begin, end)) {
      Add(begin, begin + 1);
      ++begin;
    }
    if (begin >= end) return;
    std::size_t dots = end;
    while (dots > begin && text_[dots - 1] == '.') --dots;
    const bool has_dot = dots < end;
    if (has_dot && end - dots == 1 &&
        IsAbbreviation(text_.substr(begin, dots - begin)) && end == chunk_end) {
      Add(begin, end);
      return;
    }
    CutEnding(begin, dots);
    if (has_dot) {
      Add(dots, end);
      sentence_may_end_ = true;
    }
  }

  // Bytes of the apostrophe at the beginning of 's, when [begin, end) is it.
  bool Possessive(std::size_t begin, std::size_t end) const {
    return end - begin == 2 && (text_[end - 1] == 's' || text_[end - 1] == 'S');
  }

  void CutEnding(std::size_t begin, std::size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    for (const std::string_view quote : {std::string_view("'"), kRightQuote}) {
      if (word.size() > quote.size() && word.ends_with(quote)) {
        Add(begin, end - quote.size());
        Add(end - quote.size(), end);
        return;
      }
      const std::size_t ending = quote.size() + 1;
      if (word.size() > ending && (word.back() == 's' || word.back() == 'S') &&
          word.substr(word.size() - ending).starts_with(quote)) {
        Add(begin, end - ending);
        Add(end - ending, end);
        return;
      }
    }
    Add(begin, end);
  }

  std::string_view text_;
  EntityTokens& tokens_;
  std::size_t first_;
  bool sentence_may_end_ = false;
};

}  // namespace

void EntityTokens::Clear() {
  texts.clear();
  spans.clear();
  sentence_ends.clear();
}

void CutEntityTokens(std::string_view text, EntityTokens& tokens) {
  Cutter(text, tokens).Run();
}

}  // namespace archive
