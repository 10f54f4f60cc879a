#include "indexer/readers/feed_item.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/readers/article_parts.h"
#include "indexer/readers/blog_export.h"
#include "indexer/readers/feed_date.h"
#include "indexer/readers/feed_elements.h"
#include "indexer/readers/feed_text.h"
#include "indexer/readers/web_address.h"

namespace archive {
namespace {

// Published when it says so, else when it was made; a feed that gives only the
// last change is right about the day of most articles.
constexpr double kConfidencePublished = 1.0;
constexpr double kConfidenceCreated = 0.9;
constexpr double kConfidenceModified = 0.8;

class ItemReader {
 public:
  ItemReader(const XmlTree& tree, std::size_t item, const FeedChannel& channel)
      : tree_(tree), item_(item), channel_(channel) {}

  Article Read() {
    for (const std::size_t child : tree_.ChildrenOf(item_)) Take(child);
    article_.bytes = tree_[item_].bytes;
    article_.blocks.insert(article_.blocks.end(), media_.begin(), media_.end());
    FinishAddress();
    FinishDates();
    FinishFromFeedChannel();
    if (IsUnpublishedPost(tree_, item_)) article_.status = Usability::kWithheld;
    SetFirstLine(article_);
    return std::move(article_);
  }

 private:
  void Take(std::size_t element) {
    const std::string_view name = WithoutAtom(tree_[element].name);
    if (const FeedElement* const row = FindFeedElement(name))
      TakeAs(*row, element);
  }

  void TakeAs(const FeedElement& row, std::size_t element) {
    switch (row.part) {
      case FeedPart::kTitle:
        return Keep(row, FeedLine(tree_, element), article_.title);
      case FeedPart::kText:
        return TakeText(row, element);
      case FeedPart::kAddress:
        return TakeAddress(row, element);
      case FeedPart::kUid:
        return TakeUid(row, element);
      case FeedPart::kAuthor:
        return TakeAuthor(row, element);
      case FeedPart::kKeyword:
        return TakeKeyword(element);
      case FeedPart::kKeywords:
        return AddList(tree_.TextOf(element), ",;", article_.keywords);
      case FeedPart::kPublished:
        return TakeDate(row, element, published_);
      case FeedPart::kModified:
        return TakeDate(row, element, modified_);
      case FeedPart::kLanguage:
        return Keep(row, LanguageTag(tree_.TextOf(element)), article_.language);
      case FeedPart::kSource:
        return TakeSource(row, element);
      case FeedPart::kSection:
        return Keep(row, tree_.TextOf(element), article_.section);
      case FeedPart::kPlace:
        return AddValue(tree_.TextOf(element), article_.places);
      case FeedPart::kMedia:
        return TakeMedia(element);
    }
  }

  // The first of the lowest rank.
  template <typename Value>
  void Keep(const FeedElement& row, Value value, Value& kept) {
    int& rank = ranks_[static_cast<std::size_t>(row.part)];
    if (value.empty() || row.rank >= rank) return;
    rank = row.rank;
    kept = std::move(value);
  }

  void TakeText(const FeedElement& row, std::size_t element) {
    const int before = ranks_[static_cast<std::size_t>(row.part)];
    Keep(row, FeedBlocks(tree_, element), article_.blocks);
    if (ranks_[static_cast<std::size_t>(row.part)] != before) text_ = element;
  }

  void TakeAddress(const FeedElement& row, std::size_t element) {
    std::string address = tree_.AttributeOf(element, "href");
    if (address.empty()) {
      address = tree_.TextOf(element);
    } else if (!IsAddressOfArticle(tree_, element)) {
      return;
    }
    Keep(row, Absolute(element, address), article_.url);
  }

  void TakeUid(const FeedElement& row, std::size_t element) {
    const std::string uid = tree_.TextOf(element);
    Keep(row, uid, article_.uid);
    if (tree_[element].name == "guid" &&
        tree_.AttributeOf(element, "ispermalink") != "false" &&
        (uid.starts_with("http://") || uid.starts_with("https://")))
      permanent_ = uid;
  }

  void TakeAuthor(const FeedElement& row, std::size_t element) {
    int& rank = ranks_[static_cast<std::size_t>(row.part)];
    if (row.rank > rank) return;
    std::vector<std::string> authors;
    AddFeedAuthors(tree_, element, authors);
    if (authors.empty()) return;
    if (row.rank < rank) article_.byline.clear();
    rank = row.rank;
    for (std::string& name : authors)
      AddValue(std::move(name), article_.byline);
  }

  void TakeKeyword(std::size_t element) {
    for (const std::string_view name : {"label", "term", "text", "value"}) {
      std::string keyword = tree_.AttributeOf(element, name);
      if (!IsAbsoluteAddress(keyword))
        AddValue(std::move(keyword), article_.keywords);
    }
    AddValue(FeedLine(tree_, element), article_.keywords);
  }

  struct Dated {
    std::optional<Timestamp> when;
    int rank = 0;
  };

  void TakeDate(const FeedElement& row, std::size_t element, Dated& date) {
    if (date.when && date.rank <= row.rank) return;
    if (const auto when = FeedTimestamp(tree_.TextOf(element)))
      date = {when, row.rank};
  }

  // <source url="…">The Courier</source>, or an Atom feed's head.
  void TakeSource(const FeedElement& row, std::size_t element) {
    std::string title;
    for (const std::size_t child : tree_.ChildrenOf(element)) {
      const std::string_view name = WithoutAtom(tree_[child].name);
      if (name == "title") title = FeedLine(tree_, child);
      if (name == "author") AddFeedAuthors(tree_, child, authors_of_source_);
    }
    if (title.empty() && tree_.ChildrenOf(element).empty())
      title = tree_.TextOf(element);
    Keep(row, std::move(title), article_.source);
  }

  // Texts under pictures, and who made them.
  void TakeMedia(std::size_t element) {
    for (std::size_t i = element; i < tree_[element].end; ++i) {
      const std::string_view name = tree_[i].name;
      if (i == element && name != "media:text" && name != "media:credit")
        continue;
      if (name == "media:description" || name == "media:text" ||
          name == "media:title")
        AddMedia(BlockKind::kCaption, FeedLine(tree_, i));
      else if (name == "media:credit")
        AddMedia(BlockKind::kCredit, tree_.TextOf(i));
      else if (name == "media:keywords")
        AddList(tree_.TextOf(i), ",;", article_.keywords);
    }
  }

  void AddMedia(BlockKind kind, std::string text) {
    Block block{kind, std::move(text)};
    constexpr std::size_t kMost = 200;
    if (!block.text.empty() && media_.size() < kMost &&
        std::find(media_.begin(), media_.end(), block) == media_.end())
      media_.push_back(std::move(block));
  }

  std::string Absolute(std::size_t element, const std::string& address) const {
    std::vector<std::string> bases;
    for (std::size_t at = element; at != 0; at = tree_[at].parent) {
      std::string base = tree_.AttributeOf(at, "xml:base");
      if (!base.empty()) bases.push_back(std::move(base));
    }
    std::string base = channel_.address;
    for (auto next = bases.rbegin(); next != bases.rend(); ++next)
      base = ResolveAddress(base, *next);
    return ResolveAddress(base, address);
  }

  void FinishAddress() {
    for (const std::string_view name : {"href", "rdf:about"}) {
      if (article_.url.empty()) {
        std::string address = tree_.AttributeOf(item_, name);
        if (!address.empty()) article_.url = Absolute(item_, address);
      }
    }
    if (article_.url.empty()) article_.url = permanent_;
    if (article_.uid.empty())
      article_.uid = tree_.AttributeOf(item_, "rdf:about");
  }

  void FinishDates() {
    if (!modified_.when)
      modified_.when = FeedTimestamp(tree_.AttributeOf(item_, "lastmod"));
    article_.modified = modified_.when;
    if (published_.when)
      article_.published = {
          *published_.when, DateSource::kMetadata,
          published_.rank < 2 ? kConfidencePublished : kConfidenceCreated};
    else if (modified_.when)
      article_.published = {*modified_.when, DateSource::kMetadata,
                            kConfidenceModified};
  }

  void FinishFromFeedChannel() {
    if (article_.byline.empty())
      article_.byline =
          !authors_of_source_.empty() ? authors_of_source_ : channel_.authors;
    if (article_.source.empty()) article_.source = channel_.title;
    if (article_.language.empty())
      article_.language = LanguageTag(LanguageInside());
    if (article_.language.empty()) article_.language = channel_.language;
  }

  // Of the text, else of the item, else of its title.
  std::string LanguageInside() const {
    if (text_ != 0) return tree_.Inherited(text_, "xml:lang");
    for (const std::size_t child : tree_.ChildrenOf(item_)) {
      std::string language = tree_.AttributeOf(child, "xml:lang");
      if (!language.empty()) return language;
    }
    return tree_.Inherited(item_, "xml:lang");
  }

  const XmlTree& tree_;
  std::size_t item_;
  std::size_t text_ = 0;  // the element that the text is from
  const FeedChannel& channel_;
  Article article_;
  std::array<int, kFeedPartCount> ranks_ = [] {
    std::array<int, kFeedPartCount> ranks{};
    ranks.fill(100);
    return ranks;
  }();
  Dated published_;
  Dated modified_;
  std::string permanent_;
  std::vector<std::string> authors_of_source_;
  std::vector<Block> media_;
};

}  // namespace

bool IsAddressOfArticle(const XmlTree& tree, std::size_t link) {
  const std::string rel = tree.AttributeOf(link, "rel");
  return rel.empty() || rel == "alternate" ||
         rel == "http://www.iana.org/assignments/relation/alternate";
}

Article ReadFeedItem(const XmlTree& tree, std::size_t item,
                     const FeedChannel& channel) {
  return ItemReader(tree, item, channel).Read();
}

}  // namespace archive
