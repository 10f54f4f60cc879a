#include "indexer/readers/html_place.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/readers/html_date_roles.h"

namespace archive {

HtmlPlace::HtmlPlace(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
                     std::size_t headline, std::size_t body)
    : tree_(tree), anchor_(headline != 0 ? headline : body), body_(body) {
  for (std::size_t up = body_; up != 0 && story_ == 0; up = tree_[up].parent) {
    if (up <= anchor_ && anchor_ < tree_[up].end) story_ = up;
  }
  MarkForeign(hints);
}

// Elements whose dates are of other things, with all that is inside.
void HtmlPlace::MarkForeign(const std::vector<HtmlHint>& hints) {
  foreign_.assign(tree_.size(), false);
  for (std::size_t i = 1; i < tree_.size(); ++i) {
    if (foreign_[tree_[i].parent]) {
      foreign_[i] = true;
      continue;
    }
    const std::string_view name = tree_[i].name;
    if (name.empty() || name == "body" || HoldsAnchor(i)) continue;
    foreign_[i] = IsForeign(i, hints[i]);
  }
}

// Small boxes in the article's own place ("entry-footer", "share") may hold
// its date.
bool HtmlPlace::IsForeign(std::size_t i, HtmlHint hint) const {
  constexpr std::size_t kSmall = 40;
  if (hint == HtmlHint::kElsewhere || hint == HtmlHint::kComments ||
      hint == HtmlHint::kCaption)
    return true;
  // Posts of others that stand in the text, and links to other articles.
  if (tree_[i].name == "blockquote" || IsTeaser(i)) return true;
  const bool is_small = tree_[i].end - i <= kSmall || InArticle(i);
  if (is_small && IsFooterOfText(i)) return false;
  return hint == HtmlHint::kClutter &&
         !(is_small && (IsNearHeadline(i) || IsInBody(i) || InArticle(i)));
}

// A link that holds more than a date: the headline of what it leads to.
bool HtmlPlace::IsTeaser(std::size_t i) const {
  constexpr std::size_t kLargest = 40;  // nodes
  constexpr std::ptrdiff_t kFewestBlanks = 6;
  if (tree_[i].name != "a" || tree_[i].end - i > kLargest) return false;
  const std::string text = tree_.TextOf(i);
  return std::count(text.begin(), text.end(), ' ') >= kFewestBlanks;
}

// By its class: "entry-footer", "post_footer".
bool HtmlPlace::IsFooterOfText(std::size_t i) const {
  static constexpr auto kOwners = std::to_array<std::string_view>(
      {"entry", "post", "article", "story", "node", "beitrag", "artikel"});
  const std::string names = SmallLetters(tree_.AttributeOf(tree_[i], "class"));
  const std::size_t at = names.find("footer");
  if (at == std::string::npos || at == 0) return false;
  const std::string_view before = std::string_view(names).substr(0, at - 1);
  return std::any_of(
      kOwners.begin(), kOwners.end(),
      [before](std::string_view owner) { return before.ends_with(owner); });
}

// Whether an <article> holds both the headline and the element.
bool HtmlPlace::InArticle(std::size_t i) const {
  for (std::size_t up = i; up != 0; up = tree_[up].parent) {
    if (tree_[up].name == "article")
      return up <= anchor_ && anchor_ < tree_[up].end && anchor_ != 0;
  }
  return false;
}

bool HtmlPlace::HoldsAnchor(std::size_t i) const {
  return (anchor_ != 0 && i <= anchor_ && anchor_ < tree_[i].end) ||
         (body_ != 0 && i <= body_ && body_ < tree_[i].end);
}

// Names of classes around an element, up to three levels.
std::string HtmlPlace::NamesAround(std::size_t element) const {
  std::string words;
  for (int level = 0; level < 3 && element != 0; ++level) {
    for (const std::string_view attribute :
         {"class", "id", "itemprop", "property"})
      words += SmallLetters(tree_.AttributeOf(tree_[element], attribute)) + ' ';
    element = tree_[element].parent;
    if (tree_[element].end - element > 60) break;
  }
  return words;
}

// How many nodes stand between the headline and an element.
bool HtmlPlace::IsNearHeadline(std::size_t element) const {
  constexpr std::size_t kBefore = 60;
  constexpr std::size_t kBehind = 90;
  if (anchor_ == 0) return false;
  return element < anchor_ ? anchor_ - element < kBefore
                           : element - anchor_ < kBehind;
}

bool HtmlPlace::IsInBody(std::size_t i) const {
  return body_ != 0 && i >= body_ && i < tree_[body_].end;
}

bool HtmlPlace::IsInStory(std::size_t i) const {
  return story_ != 0 && i >= story_ && i < tree_[story_].end;
}

// Up to 40 bytes of text in front of a node, small letters.
std::string HtmlPlace::TextBefore(std::size_t i) const {
  std::string text;
  for (std::size_t back = 0; back < 8 && i > 1 && text.size() < 40; ++back) {
    --i;
    if (tree_[i].IsText()) text.insert(0, SmallLetters(tree_[i].text));
  }
  constexpr std::size_t kKept = 40;
  return text.size() > kKept ? text.substr(text.size() - kKept) : text;
}

}  // namespace archive
