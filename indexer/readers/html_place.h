// Where on a page the article stands, as far as its date is concerned: beside
// the headline, inside the body, or in boxes of other things.
#ifndef ARCHIVE_INDEXER_READERS_HTML_PLACE_H_
#define ARCHIVE_INDEXER_READERS_HTML_PLACE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/readers/html_hints.h"
#include "indexer/readers/html_tree.h"

namespace archive {

// Lives no longer than its tree.
class HtmlPlace {
 public:
  // `headline` and `body`: their elements, 0 where there is none.
  HtmlPlace(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
            std::size_t headline, std::size_t body);

  // What distances are measured from: the headline, else the body; may be 0.
  std::size_t anchor() const { return anchor_; }

  bool IsNearHeadline(std::size_t element) const;
  bool IsInBody(std::size_t i) const;
  // Inside of the smallest element that holds both the headline and the body.
  bool IsInStory(std::size_t i) const;
  // Inside of navigation, comments, quotes, teasers of other articles.
  bool IsForeign(std::size_t node) const { return foreign_[node]; }

  // Classes, ids and itemprops of the element and up to two around it, in small
  // letters.
  std::string NamesAround(std::size_t element) const;

  // Up to 40 bytes of text in front of a node, in small letters.
  std::string TextBefore(std::size_t i) const;

 private:
  void MarkForeign(const std::vector<HtmlHint>& hints);
  bool IsForeign(std::size_t i, HtmlHint hint) const;
  bool IsTeaser(std::size_t i) const;
  bool IsFooterOfText(std::size_t i) const;
  bool InArticle(std::size_t i) const;
  bool HoldsAnchor(std::size_t i) const;

  const HtmlTree& tree_;
  std::size_t anchor_;
  std::size_t body_;
  std::size_t story_ = 0;
  std::vector<bool> foreign_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_HTML_PLACE_H_
