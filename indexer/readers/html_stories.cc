#include "indexer/readers/html_stories.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "indexer/readers/html_blocks.h"

namespace archive {
namespace {

bool HoldsWord(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') &&
        (end == list.size() || list[end] == ' '))
      return true;
  }
  return false;
}

bool SaysItIsAnArticle(const HtmlTree& tree, const HtmlNode& node) {
  if (node.name == "article") return true;
  if (HoldsWord(tree.AttributeOf(node, "class"), "hentry")) return true;
  return std::any_of(
      tree.AttributesOf(node).begin(), tree.AttributesOf(node).end(),
      [](const HtmlAttribute& attribute) {
        return (attribute.name == "itemtype" || attribute.name == "typeof") &&
               (attribute.value.ends_with("Article") ||
                attribute.value.ends_with("BlogPosting"));
      });
}

// <h2><a>…</a></h2> or <a><h2>…</h2></a>.
bool HasLinkedHeadline(const HtmlTree& tree, std::size_t story) {
  for (std::size_t i = story + 1; i < tree[story].end; ++i) {
    if (HeadingLevel(tree[i].name) == 0) continue;
    if (tree[tree[i].parent].name == "a") return true;
    for (std::size_t inside = i + 1; inside < tree[i].end; ++inside)
      if (tree[inside].name == "a") return true;
    return false;
  }
  return false;
}

std::size_t WordsIn(const HtmlTree& tree, std::size_t story) {
  std::size_t words = 0;
  for (const HtmlBlock& block :
       BlocksOf(tree, story, [](std::size_t) { return false; }))
    words += block.words;
  return words;
}

}  // namespace

bool ShowsSeveralArticles(const HtmlTree& tree) {
  constexpr std::size_t kFewestStories = 3;
  constexpr std::size_t kFewestWords = 40;
  constexpr double kMostOfText = 0.6;
  std::size_t stories = 0;
  std::size_t words = 0;
  std::size_t largest = 0;
  for (std::size_t i = 1; i < tree.size();) {
    if (tree[i].IsText() || tree[i].name == "body" ||
        !SaysItIsAnArticle(tree, tree[i])) {
      ++i;
      continue;
    }
    const std::size_t inside = WordsIn(tree, i);
    words += inside;
    largest = std::max(largest, inside);
    if (inside >= kFewestWords && HasLinkedHeadline(tree, i)) ++stories;
    i = tree[i].end;
  }
  return stories >= kFewestStories &&
         static_cast<double>(largest) <
             kMostOfText * static_cast<double>(words);
}

}  // namespace archive
