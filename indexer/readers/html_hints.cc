#include "indexer/readers/html_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

// A word of a class or id.  "related" is that word alone, "related*" every word
// that begins so, "read more" two words in a row.
struct Word {
  std::string_view word;
  HtmlHint hint;
};

constexpr auto kWords = std::to_array<Word>({
    {"articlebody", HtmlHint::kBody},
    {"article body", HtmlHint::kBody},
    {"article content", HtmlHint::kBody},
    {"article text", HtmlHint::kBody},
    {"story body", HtmlHint::kBody},
    {"story content", HtmlHint::kBody},
    {"story text", HtmlHint::kBody},
    {"storytext", HtmlHint::kBody},
    {"storybody", HtmlHint::kBody},
    {"entry content", HtmlHint::kBody},
    {"post content", HtmlHint::kBody},
    {"post body", HtmlHint::kBody},
    {"entry body", HtmlHint::kBody},
    {"body content", HtmlHint::kBody},
    {"content body", HtmlHint::kBody},
    {"news content", HtmlHint::kBody},
    {"rich text", HtmlHint::kBody},

    {"figcaption*", HtmlHint::kCaption},
    {"caption*", HtmlHint::kCaption},
    {"legende", HtmlHint::kCaption},
    {"bildunterschrift", HtmlHint::kCaption},
    {"cutline", HtmlHint::kCaption},
    {"photo credit", HtmlHint::kCredit},
    {"image credit", HtmlHint::kCredit},
    {"media credit", HtmlHint::kCredit},
    {"photocredit", HtmlHint::kCredit},
    {"credit", HtmlHint::kCredit},
    {"credits", HtmlHint::kCredit},

    {"byline*", HtmlHint::kMeta},
    {"author*", HtmlHint::kMeta},
    {"dateline", HtmlHint::kMeta},
    {"timestamp*", HtmlHint::kMeta},
    {"pubdate", HtmlHint::kMeta},
    {"date", HtmlHint::kMeta},
    {"datetime", HtmlHint::kMeta},
    {"meta", HtmlHint::kMeta},
    {"metadata", HtmlHint::kMeta},
    {"postmeta*", HtmlHint::kMeta},
    {"published", HtmlHint::kMeta},
    {"tags", HtmlHint::kMeta},
    {"taglist", HtmlHint::kMeta},
    {"tagcloud", HtmlHint::kMeta},
    {"keywords", HtmlHint::kMeta},
    {"kicker", HtmlHint::kMeta},
    {"bio", HtmlHint::kMeta},
    {"contributor*", HtmlHint::kMeta},

    {"commentary", HtmlHint::kNone},  // which is an article
    {"kommentar", HtmlHint::kNone},   // the same in German
    {"comment*", HtmlHint::kComments},
    {"disqus*", HtmlHint::kComments},
    {"respond", HtmlHint::kComments},
    {"discussion*", HtmlHint::kComments},
    {"kommentar*", HtmlHint::kComments},
    {"commentaires", HtmlHint::kComments},
    {"comentarios", HtmlHint::kComments},
    {"replies", HtmlHint::kComments},

    {"nav", HtmlHint::kClutter},
    {"navbar*", HtmlHint::kClutter},
    {"navigation*", HtmlHint::kClutter},
    {"menu*", HtmlHint::kClutter},
    {"submenu", HtmlHint::kClutter},
    {"breadcrumb*", HtmlHint::kClutter},
    {"crumbs", HtmlHint::kClutter},
    {"footer*", HtmlHint::kClutter},
    {"foot", HtmlHint::kClutter},
    {"masthead*", HtmlHint::kClutter},
    {"site header", HtmlHint::kClutter},
    {"sidebar*", HtmlHint::kClutter},
    {"side bar", HtmlHint::kClutter},
    {"right rail", HtmlHint::kClutter},
    {"rightrail", HtmlHint::kClutter},
    {"left rail", HtmlHint::kClutter},
    {"related*", HtmlHint::kElsewhere},
    {"relatedlinks", HtmlHint::kElsewhere},
    {"see also", HtmlHint::kElsewhere},
    {"read also", HtmlHint::kElsewhere},
    {"read more", HtmlHint::kElsewhere},
    {"readmore", HtmlHint::kElsewhere},
    {"read next", HtmlHint::kElsewhere},
    {"up next", HtmlHint::kElsewhere},
    {"more stories", HtmlHint::kElsewhere},
    {"more news", HtmlHint::kElsewhere},
    {"more from", HtmlHint::kElsewhere},
    {"more articles", HtmlHint::kElsewhere},
    {"more on", HtmlHint::kElsewhere},
    {"next article", HtmlHint::kElsewhere},
    {"other articles", HtmlHint::kElsewhere},
    {"recommend*", HtmlHint::kElsewhere},
    {"recirc*", HtmlHint::kElsewhere},
    {"similar", HtmlHint::kClutter},
    {"trending*", HtmlHint::kElsewhere},
    {"popular*", HtmlHint::kElsewhere},
    {"most read", HtmlHint::kElsewhere},
    {"mostread*", HtmlHint::kElsewhere},
    {"mostpopular*", HtmlHint::kElsewhere},
    {"most viewed", HtmlHint::kElsewhere},
    {"latest*", HtmlHint::kElsewhere},
    {"recent", HtmlHint::kElsewhere},
    {"recentposts", HtmlHint::kElsewhere},
    {"outbrain*", HtmlHint::kElsewhere},
    {"taboola*", HtmlHint::kElsewhere},
    {"zergnet*", HtmlHint::kElsewhere},
    {"revcontent*", HtmlHint::kElsewhere},
    {"share*", HtmlHint::kClutter},
    {"sharing*", HtmlHint::kClutter},
    {"social*", HtmlHint::kClutter},
    {"addthis*", HtmlHint::kClutter},
    {"addtoany*", HtmlHint::kClutter},
    {"a2a", HtmlHint::kClutter},
    {"sharedaddy", HtmlHint::kClutter},
    {"follow*", HtmlHint::kClutter},
    {"newsletter*", HtmlHint::kClutter},
    {"subscribe*", HtmlHint::kClutter},
    {"subscription*", HtmlHint::kClutter},
    {"signup*", HtmlHint::kClutter},
    {"sign up", HtmlHint::kClutter},
    {"mailchimp", HtmlHint::kClutter},
    {"optin", HtmlHint::kClutter},
    {"promo*", HtmlHint::kClutter},
    {"sponsor*", HtmlHint::kClutter},
    {"advert*", HtmlHint::kClutter},
    {"ad", HtmlHint::kClutter},
    {"ads", HtmlHint::kClutter},
    {"adslot*", HtmlHint::kClutter},
    {"adsense", HtmlHint::kClutter},
    {"adsbygoogle", HtmlHint::kClutter},
    {"adbox", HtmlHint::kClutter},
    {"dfp", HtmlHint::kClutter},
    {"cta", HtmlHint::kClutter},
    {"cookie*", HtmlHint::kClutter},
    {"consent*", HtmlHint::kClutter},
    {"gdpr*", HtmlHint::kClutter},
    {"onetrust*", HtmlHint::kClutter},
    {"popup*", HtmlHint::kClutter},
    {"modal*", HtmlHint::kClutter},
    {"overlay*", HtmlHint::kClutter},
    {"lightbox*", HtmlHint::kClutter},
    {"tooltip*", HtmlHint::kClutter},
    {"paywall*", HtmlHint::kClutter},
    {"regwall*", HtmlHint::kClutter},
    {"login*", HtmlHint::kClutter},
    {"print*", HtmlHint::kClutter},
    {"toolbar*", HtmlHint::kClutter},
    {"tools", HtmlHint::kClutter},
    {"pagination*", HtmlHint::kClutter},
    {"pager", HtmlHint::kClutter},
    {"rating*", HtmlHint::kClutter},
    {"copyright*", HtmlHint::kClutter},
    {"skip", HtmlHint::kClutter},
    {"screen reader", HtmlHint::kClutter},
    {"sr only", HtmlHint::kClutter},
    {"visually hidden", HtmlHint::kClutter},
    {"visuallyhidden", HtmlHint::kClutter},
    {"noprint", HtmlHint::kClutter},
    {"hatnote", HtmlHint::kClutter},
    {"editsection", HtmlHint::kClutter},
    {"infobox", HtmlHint::kClutter},
    {"toc", HtmlHint::kClutter},
    {"contentinfo", HtmlHint::kClutter},
    {"search", HtmlHint::kClutter},
    {"complementary", HtmlHint::kClutter},

    {"widget*", HtmlHint::kDoubtful},
    {"teaser*", HtmlHint::kDoubtful},
    {"header", HtmlHint::kDoubtful},
    {"banner*", HtmlHint::kDoubtful},
    {"aside", HtmlHint::kDoubtful},
    {"rail", HtmlHint::kDoubtful},
    {"carousel*", HtmlHint::kDoubtful},
    {"slider*", HtmlHint::kDoubtful},
    {"list", HtmlHint::kDoubtful},
    {"links", HtmlHint::kDoubtful},
    {"box", HtmlHint::kDoubtful},
    {"card*", HtmlHint::kDoubtful},
    {"secondary", HtmlHint::kDoubtful},
    {"extra", HtmlHint::kDoubtful},
    {"hidden", HtmlHint::kDoubtful},
    {"disclaimer*", HtmlHint::kDoubtful},
    {"notice", HtmlHint::kDoubtful},
    {"alert", HtmlHint::kDoubtful},
    {"donat*", HtmlHint::kDoubtful},
    {"form", HtmlHint::kDoubtful},
    {"video*", HtmlHint::kDoubtful},
    {"player*", HtmlHint::kDoubtful},
    {"gallery*", HtmlHint::kDoubtful},
    {"poll", HtmlHint::kDoubtful},
});

constexpr std::array<std::string_view, 6> kTelling = {
    "class", "id", "role", "data-component", "data-testid", "data-type"};

// "relatedPosts article_share" → related, posts, article, share.
std::vector<std::string> WordsOf(std::string_view value) {
  std::vector<std::string> words;
  bool open = false;
  char before = ' ';
  for (const char c : value) {
    if (!IsLetter(c) && !IsDigit(c)) {
      open = false;
    } else {
      const bool hump = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
      if (!open || hump) words.emplace_back();
      open = true;
      words.back() += Lower(c);
    }
    before = c;
  }
  return words;
}

constexpr std::size_t kNoRow = kWords.size();

// kWords, found by the word that a name holds instead of row by row: a page has
// thousands of names.
class WordTable {
 public:
  WordTable() {
    for (std::size_t row = 0; row < kWords.size(); ++row) Put(row);
  }

  // The first row that the words from `at` on begin with, kNoRow for none.
  std::size_t RowAt(const std::vector<std::string>& words, std::size_t at,
                    bool with_bodies) const {
    std::size_t best = kNoRow;
    const auto take = [&best, with_bodies](std::size_t row) {
      if (with_bodies || kWords[row].hint != HtmlHint::kBody)
        best = std::min(best, row);
    };
    const std::string_view word = words[at];
    if (const auto row = whole_.find(word); row != whole_.end())
      take(row->second);
    const auto [first, last] = pairs_.equal_range(word);
    for (auto pair = first; pair != last; ++pair) {
      if (at + 1 < words.size() && words[at + 1] == pair->second.second)
        take(pair->second.row);
    }
    const std::size_t most = std::min(word.size(), longest_);
    for (std::size_t length = shortest_; length <= most; ++length) {
      const auto row = beginnings_.find(word.substr(0, length));
      if (row != beginnings_.end()) take(row->second);
    }
    return best;
  }

 private:
  struct Pair {
    std::string_view second;
    std::size_t row;
  };

  void Put(std::size_t row) {
    std::string_view pattern = kWords[row].word;
    if (const std::size_t space = pattern.find(' ');
        space != std::string_view::npos) {
      pairs_.emplace(pattern.substr(0, space),
                     Pair{pattern.substr(space + 1), row});
    } else if (pattern.ends_with('*')) {
      pattern.remove_suffix(1);
      beginnings_.emplace(pattern, row);
      shortest_ = std::min(shortest_, pattern.size());
      longest_ = std::max(longest_, pattern.size());
    } else {
      whole_.emplace(pattern, row);
    }
  }

  std::unordered_map<std::string_view, std::size_t> whole_;
  std::unordered_map<std::string_view, std::size_t> beginnings_;
  std::unordered_multimap<std::string_view, Pair> pairs_;
  std::size_t shortest_ = std::string_view::npos;  // of the beginnings
  std::size_t longest_ = 0;
};

// The first row of the table that one of the names holds: in a list of names
// what an element is stands beside how it looks.  BEM's "article-body__share"
// is a part of a body and no body.
HtmlHint HintOfNames(std::string_view names) {
  static const WordTable kTable;
  std::size_t best = kNoRow;
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end =
        std::min(names.find_first_of(" \n\t", at), names.size());
    const std::string_view name = names.substr(at, end - at);
    at = end + 1;
    const bool is_part = name.find("__") != std::string_view::npos;
    const std::vector<std::string> words = WordsOf(name);
    for (std::size_t i = 0; i < words.size(); ++i)
      best = std::min(best, kTable.RowAt(words, i, !is_part));
  }
  return best == kNoRow ? HtmlHint::kNone : kWords[best].hint;
}

HtmlHint HintOfName(std::string_view name) {
  static constexpr auto kNames = std::to_array<Word>({
      {"nav", HtmlHint::kClutter},
      {"footer", HtmlHint::kClutter},
      {"menu", HtmlHint::kClutter},
      {"aside", HtmlHint::kClutter},
      {"figcaption", HtmlHint::kCaption},
      {"time", HtmlHint::kNone},
      {"form", HtmlHint::kDoubtful},
      {"header", HtmlHint::kDoubtful},
      {"article", HtmlHint::kArticle},
      {"main", HtmlHint::kArticle},
      {"address", HtmlHint::kMeta},
  });
  const auto* const found =
      std::find_if(kNames.begin(), kNames.end(),
                   [name](const Word& row) { return row.word == name; });
  return found == kNames.end() ? HtmlHint::kNone : found->hint;
}

// Many elements of a page have the same classes.
class HintFinder {
 public:
  explicit HintFinder(const HtmlTree& tree) : tree_(tree) {}

  HtmlHint HintOf(const HtmlNode& element) {
    const HtmlHint by_name = HintOfName(element.name);
    if (by_name == HtmlHint::kClutter) return by_name;
    told_.clear();
    for (const HtmlAttribute& attribute : tree_.AttributesOf(element)) {
      if ((attribute.name == "itemprop" || attribute.name == "property") &&
          attribute.value.ends_with("articleBody"))
        return HtmlHint::kBody;
      if (std::find(kTelling.begin(), kTelling.end(), attribute.name) ==
          kTelling.end())
        continue;
      told_ += attribute.value.substr(0, 400);
      told_ += ' ';
    }
    if (told_.empty()) return by_name;
    const auto [known, is_new] = by_words_.try_emplace(told_, HtmlHint::kNone);
    if (is_new) known->second = HintOfNames(told_);
    return known->second == HtmlHint::kNone ? by_name : known->second;
  }

 private:
  const HtmlTree& tree_;
  std::unordered_map<std::string, HtmlHint> by_words_;
  std::string told_;
};

}  // namespace

std::vector<HtmlHint> HintsOf(const HtmlTree& tree) {
  HintFinder finder(tree);
  std::vector<HtmlHint> hints(tree.size(), HtmlHint::kNone);
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (!tree[i].IsText()) hints[i] = finder.HintOf(tree[i]);
  }
  return hints;
}

bool IsHidden(const HtmlTree& tree, const HtmlNode& element) {
  for (const HtmlAttribute& attribute : tree.AttributesOf(element)) {
    if (attribute.name == "hidden") return true;
    if (attribute.name == "aria-hidden" && attribute.value == "true")
      return true;
    if (attribute.name != "style") continue;
    std::string style;
    for (const char c : attribute.value) {
      if (!IsBlank(c)) style += Lower(c);
    }
    if (style.find("display:none") != std::string::npos ||
        style.find("visibility:hidden") != std::string::npos)
      return true;
  }
  return false;
}

}  // namespace archive
