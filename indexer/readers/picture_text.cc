#include "indexer/readers/picture_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"

namespace archive {
namespace {

constexpr std::size_t kLongestCaption = 1500;
constexpr std::size_t kLongestCredit = 160;
// "PHOTO: X" behind a caption that does not end like a sentence.
constexpr std::size_t kLongestAnnounced = 80;

// Agencies and libraries that pictures come from.
constexpr std::array<std::string_view, 30> kPictureSources = {
    "getty images", "getty",
    "afp",          "ap",
    "reuters",      "epa",
    "epa-efe",      "efe",
    "dpa",          "upi",
    "xinhua",       "yonhap",
    "kyodo",        "tass",
    "ansa",         "bloomberg",
    "shutterstock", "istock",
    "alamy",        "corbis",
    "magnum",       "zuma press",
    "sipa",         "sipa usa",
    "pool",         "wire",
    "handout",      "anadolu agency",
    "ap photo",     "associated press"};

// Those that deal in nothing but pictures, or say so.
constexpr std::array<std::string_view, 16> kPictureLibraries = {
    "getty images", "getty",    "shutterstock",   "istock",
    "alamy",        "corbis",   "magnum",         "zuma press",
    "sipa",         "sipa usa", "pool",           "handout",
    "ap photo",     "epa-efe",  "anadolu agency", "istockphoto"};

// Words before a credit; the longer ones first.
constexpr std::array<std::string_view, 17> kCreditWords = {
    "photo credit",  "photo by",   "photo courtesy of",
    "photograph by", "picture by", "image credit",
    "crédit photo",  "photograph", "photo",
    "picture",       "image",      "foto",
    "bild",          "credit",     "photos",
    "fotos",         "file photo"};

template <std::size_t n>
bool IsOneOf(std::string_view word,
             const std::array<std::string_view, n>& words) {
  return std::any_of(
      words.begin(), words.end(),
      [word](std::string_view other) { return SameLetters(word, other); });
}

std::string_view Trimmed(std::string_view text, std::string_view edges) {
  const std::size_t first = text.find_first_not_of(edges);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(edges) - first + 1);
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(Trimmed(text.substr(at, end - at), " "));
    at = end + 1;
  }
  return parts;
}

std::size_t WordsIn(std::string_view text) {
  return text.empty() ? 0
                      : 1 + static_cast<std::size_t>(
                                std::count(text.begin(), text.end(), ' '));
}

// "J." in "J. Doe/AFP" ends no sentence.
bool EndsWithInitial(std::string_view text) {
  return text.size() >= 2 && text.ends_with('.') &&
         HasCapital(text.substr(text.size() - 2, 1)) &&
         (text.size() == 2 || text[text.size() - 3] == ' ');
}

// Whether the text goes on behind a full stop that ends a sentence.
bool HasTwoSentences(std::string_view text) {
  for (std::size_t stop = text.find(". "); stop != std::string_view::npos;
       stop = text.find(". ", stop + 1)) {
    if (!EndsWithInitial(text.substr(0, stop + 1))) return true;
  }
  return false;
}

bool IsNameLike(std::string_view part) {
  return !part.empty() && WordsIn(part) <= 5 && HasCapital(part) &&
         !HasTwoSentences(part) &&
         part.find_first_of("?!,;:\"") == std::string_view::npos;
}

// "KIM MIN-HEE/Pool/AFP/Getty Images", "Reuters/Kim Kyung-Hoon".
bool IsSourceChain(std::string_view text) {
  const std::vector<std::string_view> parts = Split(text, '/');
  if (parts.size() < 2 || parts.size() > 6) return false;
  bool source = false;
  bool picture = false;
  bool person = false;
  for (const std::string_view part : parts) {
    const bool known = IsOneOf(part, kPictureSources);
    if (!known && !IsNameLike(part)) return false;
    source = source || known;
    person = person || !known;
    picture = picture || IsOneOf(part, kPictureLibraries);
  }
  // "Reuters/AFP" alone signs texts too.
  return source && (picture || person);
}

// Whether `text` says of itself that it is a credit: "Photo: X", "PHOTO BY X",
// "Foto: X", "© X".
bool IsNamedCredit(std::string_view text) {
  if (text.starts_with("©") || text.starts_with("(c)")) return true;
  for (const std::string_view word : kCreditWords) {
    if (!SameLetters(text.substr(0, word.size()), word)) continue;
    if (!HasCapital(text.substr(0, 1)) && !word.starts_with("cr")) continue;
    const std::string_view rest = text.substr(word.size());
    if (rest.starts_with(':') || rest.starts_with(" :")) return true;
    const bool by = word.ends_with(" by") || word.ends_with(" of");
    if (by && rest.starts_with(' ') && HasCapital(rest.substr(1, 4)))
      return true;
    if (rest.starts_with('/')) return true;  // "Photo/Xinhua"
  }
  return false;
}

bool IsCredit(std::string_view text) {
  text = Trimmed(text, " .");
  if (text.empty() || text.size() > kLongestCredit) return false;
  if (IsNamedCredit(text) || IsSourceChain(text)) return true;
  // "AP Photo/NAME", also without a slash behind a caption.
  return SameLetters(text, "getty images") || SameLetters(text, "file photo");
}

// Where the bracket that closes at the end opens; npos when none does.
std::size_t OpeningBracket(std::string_view text) {
  const char close = text.empty() ? '\0' : text.back();
  if (close != ')' && close != ']') return std::string_view::npos;
  return text.rfind(close == ')' ? '(' : '[');
}

PictureText SplitAt(std::string_view text, std::size_t at,
                    std::string_view credit) {
  return {std::string(Trimmed(text.substr(0, at), " |-")),
          std::string(Trimmed(credit, " "))};
}

// "(Photo by Jane Doe/Getty Images)", "[Photo/Xinhua]", "(Reuters)".
std::optional<PictureText> SplitBracketed(std::string_view text) {
  const std::string_view trimmed = Trimmed(text, " .");
  const std::size_t open = OpeningBracket(trimmed);
  if (open == std::string_view::npos) return std::nullopt;
  const std::string_view inside =
      trimmed.substr(open + 1, trimmed.size() - open - 2);
  if (!IsCredit(inside)) return std::nullopt;
  return SplitAt(trimmed, open, inside);
}

// Whether a sentence ends before the space at `space`: where a credit may
// begin.
bool IsSentenceBound(std::string_view text, std::size_t space) {
  std::string_view before = text.substr(0, space);
  if (EndsWithInitial(before)) return false;
  while (before.ends_with('"') || before.ends_with(')') ||
         before.ends_with("”") || before.ends_with('\'')) {
    before.remove_suffix(before.ends_with("”") ? std::string_view("”").size()
                                               : 1);
  }
  return before.ends_with('.') || before.ends_with('!') ||
         before.ends_with('?') || before.ends_with('|') ||
         before.ends_with("—") || before.ends_with("–");
}

// A credit behind the caption's last sentence; "PHOTO:" needs no sentence.
std::optional<PictureText> SplitTrailing(std::string_view text) {
  for (std::size_t space = text.rfind(' '); space != std::string_view::npos;
       space = space == 0 ? std::string_view::npos
                          : text.rfind(' ', space - 1)) {
    const std::string_view credit = text.substr(space + 1);
    if (credit.size() > kLongestCredit) return std::nullopt;
    const bool bound = IsSentenceBound(text, space);
    const bool announced = credit.size() <= kLongestAnnounced &&
                           credit.find(':') < credit.find('.') &&
                           IsNamedCredit(credit);
    if (announced || (bound && IsCredit(credit)))
      return SplitAt(text, space, credit);
  }
  return std::nullopt;
}

}  // namespace

std::optional<PictureText> SplitPictureText(std::string_view text) {
  if (text.empty() || text.size() > kLongestCaption) return std::nullopt;
  if (std::optional<PictureText> split = SplitBracketed(text)) return split;
  if (IsCredit(text)) return PictureText{{}, std::string(text)};
  return SplitTrailing(text);
}

bool IsKeywordLine(std::string_view line) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kLongestLine = 400;
  constexpr std::size_t kLongestKeyword = 40;
  constexpr std::size_t kMostWords = 4;
  line = Trimmed(line, " ,");
  if (line.size() > kLongestLine || HasCapital(line)) return false;
  if (line.find_first_of("?!:;\"()") != std::string_view::npos) return false;
  if (line.ends_with('.') || line.find(". ") != std::string_view::npos)
    return false;
  const std::vector<std::string_view> items = Split(line, ',');
  if (items.size() < kFewest) return false;
  const auto is_keyword = [](std::string_view item) {
    const bool conjunction = item.starts_with("and ") ||
                             item.starts_with("or ") ||
                             item.starts_with("but ");
    return !item.empty() && item.size() <= kLongestKeyword &&
           WordsIn(item) <= kMostWords && !conjunction;
  };
  const auto has_letters = [](std::string_view item) {
    return std::any_of(item.begin(), item.end(), [](char c) {
      return IsLetter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
  };
  // Years are keywords too; a row of numbers is a table.
  const auto words = static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), has_letters));
  return words * 2 > items.size() &&
         std::all_of(items.begin(), items.end(), is_keyword);
}

}  // namespace archive
