#include "common/text/analyser.h"

#include <array>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

// What a character can be to the cutter.
enum class Kind : std::uint8_t {
  kSpace,
  kMark,  // punctuation, symbols: parts words
  kLetter,
  kDigit,
  kIgnorable,   // soft hyphen, joiners: nothing inside a word
  kIdeograph,   // a word by itself
  kDictionary,  // Thai and its neighbours: cut by ICU's dictionaries
};

struct Character {
  Kind kind = Kind::kMark;
  UScriptCode script = USCRIPT_COMMON;
  UChar32 code = 0;
  std::size_t end = 0;  // the byte behind it
};

bool IsIdeographic(UScriptCode script) {
  return script == USCRIPT_HAN || script == USCRIPT_HANGUL ||
         script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_BOPOMOFO;
}

bool IsCutByDictionary(UScriptCode script) {
  return script == USCRIPT_THAI || script == USCRIPT_LAO ||
         script == USCRIPT_KHMER || script == USCRIPT_MYANMAR;
}

constexpr std::array<Kind, 128> MakeAsciiKinds() {
  std::array<Kind, 128> kinds = {};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    kinds[c] = letter                 ? Kind::kLetter
               : c >= '0' && c <= '9' ? Kind::kDigit
               : c <= ' '             ? Kind::kSpace
                                      : Kind::kMark;
  }
  return kinds;
}
constexpr std::array<Kind, 128> kAsciiKinds = MakeAsciiKinds();

Kind KindOf(UChar32 c, UScriptCode script) {
  const auto type = static_cast<std::uint32_t>(U_MASK(u_charType(c)));
  if ((type & U_GC_Z_MASK) != 0 || type == U_GC_CC_MASK) return Kind::kSpace;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0)
    return Kind::kIgnorable;
  if ((type & U_GC_ND_MASK) != 0) return Kind::kDigit;
  if ((type & (U_GC_L_MASK | U_GC_M_MASK)) == 0 && type != U_GC_NL_MASK)
    return Kind::kMark;
  if (IsIdeographic(script)) return Kind::kIdeograph;
  if (IsCutByDictionary(script)) return Kind::kDictionary;
  return Kind::kLetter;
}

Character CharacterAt(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    const Kind kind = kAsciiKinds[first];
    return {kind, kind == Kind::kLetter ? USCRIPT_LATIN : USCRIPT_COMMON, first,
            at + 1};
  }
  std::size_t end = at;
  const UChar32 c = NextCodePoint(text, end);
  if (c < 0) return {Kind::kMark, USCRIPT_COMMON, 0xfffd, end};
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return {KindOf(c, script), script, c, end};
}

bool IsApostrophe(UChar32 c) {
  return c == '\'' || c == 0x2019 || c == 0x02bc || c == 0xff07;
}

bool ScriptsMeet(UScriptCode a, UScriptCode b) {
  return a != b && a != USCRIPT_COMMON && a != USCRIPT_INHERITED &&
         b != USCRIPT_COMMON && b != USCRIPT_INHERITED;
}

}  // namespace

class Analyser::Impl {
 public:
  void Run(std::string_view text, std::vector<Word>& words) {
    text_ = text;
    words_ = &words;
    words.clear();
    joined_ = false;
    for (at_ = 0; at_ < text_.size();) TakeNext();
  }

 private:
  void TakeNext() {
    const Character c = CharacterAt(text_, at_);
    switch (c.kind) {
      case Kind::kSpace:
        joined_ = false;
        at_ = c.end;
        return;
      case Kind::kMark:
      case Kind::kIgnorable:
        at_ = c.end;
        return;
      case Kind::kIdeograph:
        TakeIdeograph(c.end);
        return;
      case Kind::kDictionary:
        TakeDictionaryRun();
        return;
      case Kind::kDigit:
        TakeNumber();
        return;
      case Kind::kLetter:
        if (!TakeDottedLetters()) TakeLetters(at_, "");
        return;
    }
  }

  // `text` is the word as it is to be folded; the span is where it stands.
  void Push(std::string_view text, Span span) {
    Word& word = words_->emplace_back();
    AppendFolded(text, word.text);
    if (word.text.size() > kMaxWordBytes)
      word.text.resize(CutAtCharacter(word.text, kMaxWordBytes).size());
    word.span = span;
    word.letter_case = LetterCaseOf(text);
    word.joined = joined_;
    if (word.text.empty()) {
      words_->pop_back();
      return;
    }
    joined_ = true;
  }

  void TakeIdeograph(std::size_t end) {
    // Marks and jamo that belong to the character before them.
    while (end < text_.size()) {
      const Character next = CharacterAt(text_, end);
      const auto type =
          static_cast<std::uint32_t>(U_MASK(u_charType(next.code)));
      const bool belongs = (type & U_GC_M_MASK) != 0 ||
                           (next.code >= 0x1160 && next.code <= 0x11ff);
      if (!belongs) break;
      end = next.end;
    }
    const std::size_t begin = std::exchange(at_, end);
    const std::size_t before = words_->size();
    Push(text_.substr(begin, end - begin), {begin, end});
    if (words_->size() > before) words_->back().ideograph = true;
  }

  void TakeDictionaryRun() {
    std::size_t end = at_;
    while (end < text_.size()) {
      const Character next = CharacterAt(text_, end);
      if (next.kind != Kind::kDictionary && next.kind != Kind::kIgnorable)
        break;
      end = next.end;
    }
    const std::size_t begin = std::exchange(at_, end);
    const std::string_view run = text_.substr(begin, end - begin);
    UErrorCode status = U_ZERO_ERROR;
    if (!breaker_) {
      breaker_.reset(icu::BreakIterator::createWordInstance(
          icu::Locale::getRoot(), status));
    }
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, run.data(), static_cast<std::int64_t>(run.size()),
                   &status);
    if (U_FAILURE(status) || !breaker_) {
      Push(run, {begin, end});
      return;
    }
    breaker_->setText(&utext, status);
    auto from = static_cast<std::size_t>(breaker_->first());
    for (std::int32_t to = breaker_->next(); to != icu::BreakIterator::DONE;
         to = breaker_->next()) {
      const auto next = static_cast<std::size_t>(to);
      Push(run.substr(from, next - from), {begin + from, begin + next});
      from = next;
    }
    utext_close(&utext);
  }

  bool IsDigitAt(std::size_t at) const {
    return at < text_.size() && CharacterAt(text_, at).kind == Kind::kDigit;
  }
  std::size_t EndOfDigits(std::size_t at) const {
    while (IsDigitAt(at)) at = CharacterAt(text_, at).end;
    return at;
  }
  bool IsAt(std::size_t at, char c) const {
    return at < text_.size() && text_[at] == c;
  }

  // Appends thousands and fraction to `number`, whose digits end at `at`;
  // returns where they end, 0 when this is no decimal number.
  std::size_t EndOfDecimal(std::size_t at, std::string& number) const {
    const bool after_another =
        at_ >= 2 && (text_[at_ - 1] == '.' || text_[at_ - 1] == ',') &&
        kAsciiKinds[static_cast<unsigned char>(text_[at_ - 2]) & 0x7f] ==
            Kind::kDigit;
    if (after_another) return 0;
    while (IsAt(at, ',') && EndOfDigits(at + 1) == at + 4) {
      number += text_.substr(at + 1, 3);
      at += 4;
    }
    if (IsAt(at, '.') && IsDigitAt(at + 1)) {
      const std::size_t fraction_end = EndOfDigits(at + 1);
      number += text_.substr(at, fraction_end - at);
      at = fraction_end;
    }
    const bool goes_on = (IsAt(at, '.') || IsAt(at, ',')) && IsDigitAt(at + 1);
    return goes_on ? 0 : at;
  }

  // 1,204.5 is one number; 26.11.2020 and 3,5 are several that stand side by
  // side.  Letters behind it belong to the word (`10.5m`, `1950s`).
  void TakeNumber() {
    const std::size_t begin = at_;
    std::size_t end = EndOfDigits(begin);
    std::string number(text_.substr(begin, end - begin));
    if (const std::size_t whole = EndOfDecimal(end, number); whole != 0) {
      end = whole;
    } else {
      number = text_.substr(begin, end - begin);
    }
    at_ = end;
    TakeLetters(begin, number);
  }

  // `U.S.`: single letters with a dot behind each, the last dot optional.
  bool TakeDottedLetters() {
    std::string letters;
    std::size_t at = at_;
    std::size_t end = at_;
    int count = 0;
    for (;;) {
      if (at >= text_.size()) break;
      const Character letter = CharacterAt(text_, at);
      if (letter.kind != Kind::kLetter) break;
      const bool alone =
          letter.end >= text_.size() || !IsWordCharacter(letter.end);
      if (!alone) break;
      if (count > 0) letters += '.';
      letters += text_.substr(at, letter.end - at);
      ++count;
      end = letter.end;
      if (!IsAt(end, '.')) break;
      at = end + 1;
    }
    if (count < 2) return false;
    // `U.S.Steel`: the last letter is the beginning of a word, so are all.
    const std::size_t begin = std::exchange(at_, end);
    const std::size_t before = words_->size();
    Push(letters, {begin, end});
    if (words_->size() > before) words_->back().dotted = true;
    SkipPossessive(IsAt(at_, '.') ? at_ + 1 : at_);
    return true;
  }

  bool IsWordCharacter(std::size_t at) const {
    if (at >= text_.size()) return false;
    const Kind kind = CharacterAt(text_, at).kind;
    return kind == Kind::kLetter || kind == Kind::kDigit;
  }

  // Letters and digits from at_ on, of one script; `head` is what was read of
  // the word before at_.
  void TakeLetters(std::size_t begin, std::string_view head) {
    UScriptCode script = USCRIPT_COMMON;
    std::size_t end = at_;
    const std::size_t body = at_;
    while (end < text_.size()) {
      const Character c = CharacterAt(text_, end);
      if (c.kind == Kind::kMark && JoinsHebrew(script, end, c)) {
        end = c.end;
        continue;
      }
      if (c.kind != Kind::kLetter && c.kind != Kind::kDigit &&
          c.kind != Kind::kIgnorable)
        break;
      if (ScriptsMeet(script, c.script)) break;
      if (c.script != USCRIPT_COMMON && c.script != USCRIPT_INHERITED)
        script = c.script;
      end = c.end;
    }
    at_ = end;
    if (head.empty()) {
      Push(text_.substr(body, end - body), {begin, end});
    } else {
      Push(std::string(head) + std::string(text_.substr(body, end - body)),
           {begin, end});
    }
    SkipPossessive(end);
  }

  bool JoinsHebrew(UScriptCode script, std::size_t at,
                   const Character& c) const {
    if (script != USCRIPT_HEBREW) return false;
    if (c.code != '"' && c.code != 0x05f4 && c.code != 0x201d) return false;
    return at > 0 && c.end < text_.size() &&
           CharacterAt(text_, c.end).script == USCRIPT_HEBREW;
  }

  // An apostrophe and an s that end the token say whose it is and are no word.
  void SkipPossessive(std::size_t at) {
    if (at >= text_.size()) return;
    const Character apostrophe = CharacterAt(text_, at);
    if (!IsApostrophe(apostrophe.code)) return;
    if (!IsAt(apostrophe.end, 's') && !IsAt(apostrophe.end, 'S')) return;
    const std::size_t end = apostrophe.end + 1;
    if (end < text_.size()) {
      const Character next = CharacterAt(text_, end);
      if (next.kind == Kind::kLetter || next.kind == Kind::kDigit ||
          IsApostrophe(next.code))
        return;
    }
    at_ = end;
  }

  std::string_view text_;
  std::vector<Word>* words_ = nullptr;
  std::size_t at_ = 0;
  bool joined_ = false;
  std::unique_ptr<icu::BreakIterator> breaker_;
};

Analyser::Analyser() : impl_(std::make_unique<Impl>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

void Analyser::Words(std::string_view text, std::vector<Word>& words) {
  impl_->Run(text, words);
}

std::vector<Word> Analyser::Words(std::string_view text) {
  std::vector<Word> words;
  Words(text, words);
  return words;
}

}  // namespace archive
