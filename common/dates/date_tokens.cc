#include "common/dates/date_tokens.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/dates/date_figures.h"
#include "common/dates/date_scanner.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

constexpr std::size_t kLongestWord = 24;
constexpr std::size_t kMostDigits = 8;

bool IsAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

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

// Ideographs and Hangul.
bool IsEastAsianLead(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte >= 0xe4 && byte <= 0xed;
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
    if (token.kind == Kind::kOther) UnderstandRoman(token);
    if (IsShortForWillNot(token)) {
      token.kind = Kind::kOther;
      token.tense = Tense::kFuture;
      token.verb = VerbRole::kWill;
    }
  }

  void UnderstandRoman(DateToken& token) const {
    const int value = RomanNumber(text_.substr(token.begin, token.length()));
    if (value == 0) return;
    token.kind = Kind::kRoman;
    token.value = value;
  }

  // "won't"
  bool IsShortForWillNot(const DateToken& token) const {
    return text_.substr(token.begin, token.length()).ends_with("on") &&
           token.tense == Tense::kPast && IsApostropheAnd('t', token.end);
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
    token.grammar = known->grammar;
    token.tense = Tense::kNone;
    // The month is written with a capital, the verb is not.
    if (known->kind == Kind::kMonth && token.capital) return;
    token.verb = known->verb;
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
    if (text_.substr(end).starts_with("º") && digits <= 2) {
      constexpr std::size_t kSign = std::string_view("º").size();
      Push(end + kSign, Kind::kOrdinal, value).digits =
          static_cast<std::uint8_t>(digits);
      return;
    }
    std::size_t letters = end;
    while (letters < text_.size() && IsLetter(text_[letters])) ++letters;
    Kind kind = Kind::kNumber;
    if (letters != end || IsApostropheS(end)) {
      kind = KindWith(text_.substr(end, letters - end), value, digits, end);
      end = kind == Kind::kYears && letters == end ? BehindS(end) : letters;
    }
    if (kind == Kind::kNumber && IsApostropheS(end) && letters != end)
      kind = Kind::kOther;
    Push(end, kind, value).digits = static_cast<std::uint8_t>(digits);
  }

  bool IsApostropheS(std::size_t at) const { return IsApostropheAnd('s', at); }

  static constexpr std::string_view kCurlyApostrophe = "’";

  std::size_t ApostropheLength(std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with('\'')) return 1;
    return rest.starts_with(kCurlyApostrophe) ? kCurlyApostrophe.size() : 0;
  }

  bool IsApostropheAnd(char letter, std::size_t at) const {
    const std::size_t length = ApostropheLength(at);
    return length != 0 && text_.substr(at + length).starts_with(letter);
  }

  std::size_t BehindS(std::size_t at) const {
    return at + ApostropheLength(at) + 1;
  }

  // "1st", "3d", "1980s", "1980's".
  Kind KindWith(std::string_view letters, int value, std::size_t digits,
                std::size_t end) const {
    const bool decade = value % 10 == 0 && (digits == 4 || digits == 2);
    if (letters.empty())
      return decade && IsApostropheS(end) ? Kind::kYears : Kind::kNumber;
    if (letters == "s") return decade ? Kind::kYears : Kind::kOther;
    if (letters == "er" && decade && digits == 4) return Kind::kYears;
    constexpr std::array<std::string_view, 7> kOrdinals = {
        "st", "nd", "rd", "th", "d", "er", "e"};
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
    const bool ends =
        kind == Kind::kPoint && !IsAfterShortForm(c) && !GoesOnBehindLetters();
    Push(at_ + 1, kind);
    if (ends) sentence_ended_ = true;
  }

  bool IsAfterShortForm(char c) const {
    if (c != '.' || tokens_.empty()) return false;
    const DateToken& before = tokens_.back();
    return before.short_form || (before.capital && before.length() <= 2) ||
           (at_ + 1 < text_.size() && !IsBlank(text_[at_ + 1]) &&
            !ClosesQuote(text_.substr(at_ + 1)));
  }

  // "at 10 a.m. on Monday", "at 6 p.m. Friday": such a point ends nothing.
  bool GoesOnBehindLetters() const {
    if (tokens_.size() < 2) return false;
    const DateToken& letter = tokens_.back();
    if (letter.length() != 1 || !letter.is_word || letter.spaced ||
        tokens_[tokens_.size() - 2].kind != Kind::kPoint)
      return false;
    DateScanner scan(text_.substr(at_ + 1, kLongestWord));
    scan.SkipBlanks();
    if (scan.Peek() < 'A' || scan.Peek() > 'Z') return true;
    std::string word(scan.PeekLetters());
    std::transform(word.begin(), word.end(), word.begin(), Lower);
    const DateWord* known = FindDateWord(word);
    return known != nullptr &&
           (known->kind == Kind::kWeekday || known->kind == Kind::kMonth);
  }

  // "１９８９", "二〇二〇"
  bool TakeForeignFigures() {
    const std::optional<ForeignFigures> figures =
        ReadForeignFigures(text_.substr(at_));
    if (!figures) return false;
    DateToken& token =
        Push(at_ + figures->length, Kind::kNumber, figures->value);
    token.digits = static_cast<std::uint8_t>(figures->digits);
    token.foreign = figures->in_words;
    return true;
  }

  static bool ClosesQuote(std::string_view rest) {
    return rest.starts_with('"') || rest.starts_with(']') ||
           rest.starts_with("”") || rest.starts_with("’ ");
  }

  void TakeWide() {
    if (TakeForeignFigures()) return;
    const std::string_view rest = text_.substr(at_);
    if (const std::optional<WideSign> sign = ReadWideSign(rest)) {
      Push(at_ + sign->length, sign->kind, sign->value);
      return;
    }
    const bool currency =
        rest.starts_with("£") || rest.starts_with("€") || rest.starts_with("¥");
    const std::size_t length = SequenceLength(rest.front());
    const bool is_letter = IsEastAsianLead(rest.front());
    Push(std::min(text_.size(), at_ + length),
         currency ? Kind::kNumbered : Kind::kOther)
        .is_word = is_letter;
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
