#include "indexer/readers/html_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
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

bool Begins(const std::vector<std::string>& words, std::size_t at,
            std::string_view pattern) {
  const std::size_t space = pattern.find(' ');
  if (space != std::string_view::npos)
    return words[at] == pattern.substr(0, space) && at + 1 < words.size() &&
           words[at + 1] == pattern.substr(space + 1);
  if (pattern.ends_with('*')) {
    pattern.remove_suffix(1);
    return words[at].starts_with(pattern);
  }
  return words[at] == pattern;
}

// The first row of the table that one of the names holds: in a list of names
// what an element is stands beside how it looks.  BEM's "article-body__share"
// is a part of a body and no body.
HtmlHint HintOfNames(std::string_view names) {
  const Word* best = kWords.data() + kWords.size();
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end =
        std::min(names.find_first_of(" \n\t", at), names.size());
    const std::string_view name = names.substr(at, end - at);
    at = end + 1;
    const bool is_part = name.find("__") != std::string_view::npos;
    const std::vector<std::string> words = WordsOf(name);
    for (const Word* row = kWords.data(); row < best; ++row) {
      if (is_part && row->hint == HtmlHint::kBody) continue;
      for (std::size_t i = 0; i < words.size() && row < best; ++i) {
        if (Begins(words, i, row->word)) best = row;
      }
    }
  }
  return best == kWords.data() + kWords.size() ? HtmlHint::kNone : best->hint;
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

}  // namespace

HtmlHint HintOf(const HtmlTree& tree, const HtmlNode& element) {
  const HtmlHint by_name = HintOfName(element.name);
  if (by_name == HtmlHint::kClutter) return by_name;
  std::string told;
  for (const HtmlAttribute& attribute : tree.AttributesOf(element)) {
    if (attribute.name == "itemprop" && attribute.value == "articleBody")
      return HtmlHint::kBody;
    if (std::find(kTelling.begin(), kTelling.end(), attribute.name) ==
        kTelling.end())
      continue;
    told += attribute.value.substr(0, 400);
    told += ' ';
  }
  const HtmlHint by_words = HintOfNames(told);
  return by_words == HtmlHint::kNone ? by_name : by_words;
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
