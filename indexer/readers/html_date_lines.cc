// The lines that a page shows, as far as they hold its dates: a step of
// html_dates.h.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/readers/date_text.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_date_roles.h"
#include "indexer/readers/html_dates.h"

namespace archive {
namespace {

// "Prices will rise from 1 January 2024 on": some words in small letters stand
// before the date, and not only "by" and "on".
bool IsInSentence(std::string_view line, const DateInText& date) {
  int words = 0;
  int long_words = 0;
  for (std::size_t at = 0; at < date.begin;) {
    const std::size_t end = std::min(line.find(' ', at), date.begin);
    const std::string_view word = line.substr(at, end - at);
    at = end + 1;
    if (word.size() < 2 || word.front() < 'a' || word.front() > 'z') continue;
    ++words;
    if (word.size() > 2) ++long_words;
  }
  return words >= 3 || long_words >= 2;
}

class DateLines {
 public:
  DateLines(const HtmlTree& tree, const HtmlPlace& place, DateOrder order)
      : tree_(tree), place_(place), order_(order) {}

  HtmlDates Read() {
    const std::vector<HtmlBlock> blocks = BlocksOf(
        tree_, 0, [this](std::size_t i) { return place_.IsForeign(i); });
    std::size_t title = blocks.size();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (place_.anchor() != 0 && blocks[i].first >= place_.anchor()) {
        title = i;
        break;
      }
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const std::string_view label = i > 0 && blocks[i - 1].words <= 3
                                         ? blocks[i - 1].text
                                         : std::string_view();
      TakeLine(blocks[i], PlaceOf(i, title, blocks.size()), label);
    }
    return std::move(out_);
  }

 private:
  enum class Place : unsigned char { kBefore, kBehind, kElsewhere };

  // Beside the headline, above or below.
  static Place PlaceOf(std::size_t i, std::size_t title, std::size_t all) {
    constexpr std::size_t kBefore = 5;
    constexpr std::size_t kBehind = 10;
    if (i < title && i + 2 >= title && title != all) return Place::kBehind;
    if (title == all || i + kBefore < title || i > title + kBehind)
      return Place::kElsewhere;
    return i < title ? Place::kBefore : Place::kBehind;
  }

  // `label` is a short line above: <dt>Date</dt>.
  void TakeLine(const HtmlBlock& block, Place place, std::string_view label) {
    constexpr std::size_t kLongestLine = 1000;
    constexpr std::size_t kAround = 60;  // bytes that say what a date is
    if (block.text.size() > kLongestLine) return TakeDateline(block, place);
    const std::vector<DateInText> dates = DatesInText(block.text, order_);
    const std::string lowered = SmallLetters(block.text);
    std::size_t from = 0;
    for (const DateInText& date : dates) {
      const std::size_t begin =
          std::max(from, date.begin - std::min(date.begin, kAround));
      std::string before =
          from == 0 ? SmallLetters(label) + ' ' : std::string();
      before += std::string_view(lowered).substr(begin, date.begin - begin);
      from = date.end;
      DateRole role = RoleOfTextBefore(before);
      if (role == DateRole::kOther) continue;
      // "… was published by Jane Doe": the verb comes last in some languages.
      if (role == DateRole::kUnknown && dates.size() == 1)
        role = RoleOfWords(std::string_view(lowered).substr(date.end, kAround));
      TakeDate(block, date, role, place);
    }
  }

  // "LONDON, 2 March 2021 - …": the beginning of the first paragraphs.
  void TakeDateline(const HtmlBlock& block, Place place) {
    constexpr std::size_t kHead = 100;
    constexpr std::size_t kLatest = 45;
    if (place != Place::kBehind) return;
    const auto dates = DatesInText(CutAtCharacter(block.text, kHead), order_);
    if (!dates.empty() && dates.front().begin <= kLatest &&
        !IsInSentence(block.text, dates.front()))
      out_.published.push_back({dates.front().when, ClaimKind::kTextLead});
  }

  void TakeDate(const HtmlBlock& block, const DateInText& date, DateRole role,
                Place place) {
    const std::string words = place_.NamesAround(ElementOf(block, date));
    if (role == DateRole::kUnknown && RoleOfWords(words) == DateRole::kModified)
      role = DateRole::kModified;
    if (role == DateRole::kModified) {
      if (!out_.modified) out_.modified = date.when;
      if (place != Place::kElsewhere || place_.IsInStory(block.element))
        out_.published.push_back({date.when, ClaimKind::kTextChanged});
      return;
    }
    const ClaimKind kind =
        KindOfLine(block, role, place, MarksDates(words), date);
    out_.published.push_back({date.when, kind});
  }

  // The element whose own text holds the date: a <span class=date> in the line.
  std::size_t ElementOf(const HtmlBlock& block, const DateInText& date) const {
    constexpr std::size_t kNodes = 40;
    const std::string_view text =
        std::string_view(block.text).substr(date.begin, date.end - date.begin);
    const std::size_t end =
        std::min<std::size_t>(block.first + kNodes, tree_[block.element].end);
    for (std::size_t i = block.first; i < end; ++i) {
      if (tree_[i].IsText() &&
          CleanValue(tree_[i].text).find(text) != std::string::npos)
        return tree_[i].parent;
    }
    return block.element;
  }

  ClaimKind KindOfLine(const HtmlBlock& block, DateRole role, Place place,
                       bool is_marked, const DateInText& date) const {
    constexpr std::size_t kMostWords = 14;
    constexpr std::size_t kMostWordsOfFooter = 60;
    constexpr std::size_t kLatest = 45;
    const bool is_near = place != Place::kElsewhere;
    const bool is_line = block.words <= kMostWords;
    const bool is_signed = is_marked && place_.IsInBody(block.element);
    const bool is_told =
        date.begin <= kLatest && block.words <= kMostWordsOfFooter;
    if (role == DateRole::kPublished &&
        (is_line || is_near || is_signed || is_told))
      return ClaimKind::kTextPublished;
    if (is_marked && is_line && is_near) return ClaimKind::kTextDated;
    if (is_marked && is_line && place_.IsInBody(block.element))
      return ClaimKind::kTextInBody;
    if (IsInSentence(block.text, date)) return ClaimKind::kTextElsewhere;
    if (place == Place::kBehind && is_line) return ClaimKind::kTextNear;
    if (place == Place::kBefore && date.end - date.begin == block.text.size() &&
        place_.IsInStory(block.element))
      return ClaimKind::kTextNear;
    if (place == Place::kBehind && date.begin <= kLatest)
      return ClaimKind::kTextLead;
    return ClaimKind::kTextElsewhere;
  }

  const HtmlTree& tree_;
  const HtmlPlace& place_;
  DateOrder order_;
  HtmlDates out_;
};

}  // namespace

HtmlDates DatesOfLines(const HtmlTree& tree, const HtmlPlace& place,
                       DateOrder order) {
  return DateLines(tree, place, order).Read();
}

}  // namespace archive
