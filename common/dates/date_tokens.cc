#include "common/dates/date_tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

constexpr std::size_t kLongestWord = 24;
constexpr std::size_t kMostDigits = 8;

bool IsAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

struct Sign {
  std::string_view text;
  Kind kind;
};

// Signs and characters of more than one byte that are no letters of a word.
constexpr std::array kWideSigns = {
    Sign{"‐", Kind::kDash},           Sign{"‑", Kind::kDash},
    Sign{"‒", Kind::kDash},           Sign{"–", Kind::kDash},
    Sign{"—", Kind::kDash},           Sign{"―", Kind::kDash},
    Sign{"−", Kind::kDash},           Sign{"～", Kind::kDash},
    Sign{"〜", Kind::kDash},          Sign{"年", Kind::kEastYear},
    Sign{"년", Kind::kEastYear},      Sign{"月", Kind::kEastMonth},
    Sign{"월", Kind::kEastMonth},     Sign{"日", Kind::kEastDay},
    Sign{"일", Kind::kEastDay},       Sign{"号", Kind::kEastDay},
    Sign{"代", Kind::kEastAge},       Sign{"대", Kind::kEastAge},
    Sign{"世紀", Kind::kEastCentury}, Sign{"世纪", Kind::kEastCentury},
    Sign{"세기", Kind::kEastCentury},
};

struct EastEra {
  std::string_view name;
  int year_before;
};
constexpr std::array kEastEras = {
    EastEra{"明治", 1867}, EastEra{"大正", 1911}, EastEra{"昭和", 1925},
    EastEra{"平成", 1988}, EastEra{"令和", 2018},
};

// Bytes of the UTF-8 sequence that begins with `lead`.
std::size_t SequenceLength(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xc0) return 1;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

// Punctuation (U+2000 on) and the scripts of East Asia part words; the letters
// of Latin, Greek and Cyrillic make them.
bool IsLetterLead(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte >= 0xc3 && byte < 0xe0;
}

class Cutter {
 public:
  Cutter(std::string_view text, std::vector<DateToken>& tokens)
      : text_(text), tokens_(tokens) {}

  void Run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (IsBlank(c)) {
        TakeBlank(c);
      } else if (IsLetter(c) || IsLetterLead(c)) {
        TakeWord();
      } else if (IsDigit(c)) {
        TakeNumber();
      } else if (IsAscii(c)) {
        TakeSign(c);
      } else {
        TakeWide();
      }
    }
  }

 private:
  void TakeBlank(char c) {
    spaced_ = true;
    if (c == '\n' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n')
      sentence_ended_ = true;
    ++at_;
  }

  DateToken& Push(std::size_t end, Kind kind, int value = 0) {
    DateToken token;
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.value = value;
    token.spaced = spaced_;
    token.starts_sentence =
        tokens_.empty() || (sentence_ended_ && kind != Kind::kClose);
    if (token.starts_sentence) sentence_ended_ = false;
    spaced_ = false;
    tokens_.push_back(token);
    at_ = end;
    return tokens_.back();
  }

  void TakeWord() {
    std::size_t end = at_;
    bool has_digit = false;
    std::array<char, kLongestWord> small;
    std::size_t length = 0;
    while (end < text_.size()) {
      const char c = text_[end];
      if (IsDigit(c)) {
        has_digit = true;
      } else if (!IsLetter(c) && !IsLetterLead(c) &&
                 (IsAscii(c) || static_cast<unsigned char>(c) >= 0xc0)) {
        break;
      }
      if (length < small.size()) small[length] = Lower(c);
      ++length;
      ++end;
    }
    const bool capital =
        (text_[at_] >= 'A' && text_[at_] <= 'Z') || !IsAscii(text_[at_]);
    DateToken& token = Push(end, Kind::kOther);
    token.capital = capital;
    token.is_word = true;
    if (length <= small.size())
      Understand({small.data(), length}, has_digit, token);
  }

  // Not "was", "process", "thus".
  static bool IsPlural(std::string_view word) {
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") &&
           !word.ends_with("us") && !word.ends_with("is");
  }

  static void Understand(std::string_view word, bool has_digit,
                         DateToken& token) {
    if (has_digit) {
      if (word.size() == 2 && word[0] == 'q' && word[1] >= '1' &&
          word[1] <= '4') {
        token.kind = Kind::kQuarterNumber;
        token.value = word[1] - '0';
      }
      return;
    }
    if (word.size() > 4 && word.ends_with("ed")) token.tense = Tense::kPast;
    token.plural = IsPlural(word);
    if (!MayBeDateWord(word)) return;
    const DateWord* known = FindDateWord(word);
    if (known == nullptr) return;
    token.kind = known->kind;
    token.value = known->value;
    token.short_form = known->short_form;
    token.foreign = known->foreign;
    token.tense = known->tense;
  }

  void TakeNumber() {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && IsDigit(text_[end])) {
      if (end - at_ < kMostDigits) value = value * 10 + (text_[end] - '0');
      ++end;
    }
    const std::size_t digits = end - at_;
    if (digits > kMostDigits || ContinuesAsAmount(end)) return TakeAmount(end);
    std::size_t letters = end;
    while (letters < text_.size() && IsLetter(text_[letters])) ++letters;
    Kind kind = Kind::kNumber;
    if (letters != end || IsApostropheS(end)) {
      kind = KindWith(text_.substr(end, letters - end), value, digits, end);
      end = kind == Kind::kYears && letters == end ? end + 2 : letters;
    }
    if (kind == Kind::kNumber && IsApostropheS(end) && letters != end)
      kind = Kind::kOther;
    Push(end, kind, value).digits = static_cast<std::uint8_t>(digits);
  }

  bool IsApostropheS(std::size_t at) const {
    return text_.substr(at, 2) == "'s";
  }

  // "1st", "3d", "1980s", "1980's".
  Kind KindWith(std::string_view letters, int value, std::size_t digits,
                std::size_t end) const {
    const bool decade = value % 10 == 0 && (digits == 4 || digits == 2);
    if (letters.empty())
      return decade && IsApostropheS(end) ? Kind::kYears : Kind::kNumber;
    if (letters == "s") return decade ? Kind::kYears : Kind::kOther;
    constexpr std::array<std::string_view, 7> kOrdinals = {
        "st", "nd", "rd", "th", "d", "er", "º"};
    for (const std::string_view ordinal : kOrdinals) {
      if (letters == ordinal && digits <= 2) return Kind::kOrdinal;
    }
    return Kind::kOther;
  }

  // "1,204", "3.5", "10:30": numbers that are no part of a date.
  bool ContinuesAsAmount(std::size_t end) const {
    if (end + 1 >= text_.size() || !IsDigit(text_[end + 1])) return false;
    if (text_[end] == ':') return true;
    if (text_[end] == ',') {
      std::size_t digits = 0;
      while (end + 1 + digits < text_.size() &&
             IsDigit(text_[end + 1 + digits]))
        ++digits;
      return digits == 3;
    }
    return text_[end] == '.' && !IsDottedDate() && !IsBehindDay();
  }

  // "26.11.2020"
  bool IsDottedDate() const {
    DateScanner scan(text_.substr(at_, 10));
    return scan.TakeNumber(1, 2) && scan.Take('.') && scan.TakeNumber(1, 2) &&
           scan.Take('.') && scan.TakeNumber(4, 4);
  }

  // The "11.2020" of such a date.
  bool IsBehindDay() const {
    if (tokens_.size() < 2 || spaced_) return false;
    const DateToken& point = tokens_.back();
    const DateToken& day = tokens_[tokens_.size() - 2];
    return point.kind == Kind::kPoint && !point.spaced &&
           day.kind == Kind::kNumber && day.digits <= 2;
  }

  void TakeAmount(std::size_t end) {
    while (end < text_.size() &&
           (IsDigit(text_[end]) ||
            ((text_[end] == ',' || text_[end] == '.' || text_[end] == ':') &&
             end + 1 < text_.size() && IsDigit(text_[end + 1]))))
      ++end;
    Push(end, Kind::kOther);
  }

  void TakeSign(char c) {
    Kind kind = Kind::kOther;
    switch (c) {
      case ',':
        kind = Kind::kComma;
        break;
      case '-':
        kind = Kind::kDash;
        break;
      case '/':
        kind = Kind::kSlash;
        break;
      case '(':
      case '[':
        kind = Kind::kOpen;
        break;
      case ')':
      case ']':
        kind = Kind::kClose;
        break;
      case '.':
      case '!':
      case '?':
        kind = Kind::kPoint;
        break;
      case '%':
        kind = Kind::kMeasured;
        break;
      case '$':
      case '#':
        kind = Kind::kNumbered;
        break;
      default:
        break;
    }
    const bool ends = kind == Kind::kPoint && !IsAfterShortForm(c);
    Push(at_ + 1, kind);
    if (ends) sentence_ended_ = true;
  }

  bool IsAfterShortForm(char c) const {
    if (c != '.' || tokens_.empty()) return false;
    const DateToken& before = tokens_.back();
    return before.short_form || (before.capital && before.length() <= 2) ||
           (at_ + 1 < text_.size() && !IsBlank(text_[at_ + 1]) &&
            text_[at_ + 1] != '"');
  }

  void TakeWide() {
    const std::string_view rest = text_.substr(at_);
    for (const Sign& sign : kWideSigns) {
      if (rest.starts_with(sign.text)) {
        Push(at_ + sign.text.size(), sign.kind);
        return;
      }
    }
    for (const EastEra& era : kEastEras) {
      if (rest.starts_with(era.name)) {
        Push(at_ + era.name.size(), Kind::kEastEra, era.year_before);
        return;
      }
    }
    const bool currency =
        rest.starts_with("£") || rest.starts_with("€") || rest.starts_with("¥");
    const std::size_t length = SequenceLength(rest.front());
    Push(std::min(text_.size(), at_ + length),
         currency ? Kind::kNumbered : Kind::kOther);
  }

  std::string_view text_;
  std::vector<DateToken>& tokens_;
  std::size_t at_ = 0;
  bool spaced_ = false;
  bool sentence_ended_ = false;
};

}  // namespace

void CutDateTokens(std::string_view text, std::vector<DateToken>& tokens) {
  tokens.clear();
  Cutter(text, tokens).Run();
}

}  // namespace archive
