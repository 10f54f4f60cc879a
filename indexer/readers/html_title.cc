#include "indexer/readers/html_title.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/dates/date_scanner.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_hints.h"

namespace archive {
namespace {

// Marks between a headline and the name of its site.
struct Separator {
  std::string_view mark;
  bool in_headlines;  // headlines have it, too: the name must be known or short
};

constexpr auto kSeparators = std::to_array<Separator>({
    {" | ", false},
    {" » ", false},
    {" :: ", false},
    {" • ", false},
    {" · ", false},
    {" « ", false},
    {" - ", true},
    {" – ", true},
    {" — ", true},
    {" / ", true},
    {" ~ ", true},
    {" : ", true},
});

constexpr std::size_t kLongestHeadline = 400;
// Of a heading as it stands on the page, with its blanks.
constexpr std::size_t kMostBytes = 4 * kLongestHeadline;

bool IsAlnum(char c) {
  return IsLetter(c) || IsDigit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Whether a part of a title is the site's name: "BBC News" of "BBC", or the
// other way round.
bool IsSite(std::string_view part, std::string_view site) {
  const std::string a = Skeleton(part);
  const std::string b = Skeleton(site);
  if (a.empty() || b.empty()) return false;
  return a == b || (a.size() >= 3 && b.starts_with(a)) ||
         (b.size() >= 3 && a.starts_with(b));
}

// The same for a whole line, as which a logo may stand: "Time to act" is no
// name of "Time", nor is "Weltweit gesucht" one of "Welt".
bool IsSiteAlone(std::string_view line, std::string_view site) {
  if (!IsSite(line, site)) return false;
  const std::string name = Skeleton(site);
  if (Skeleton(line).size() <= name.size()) return true;
  if (CountWords(line) > CountWords(site) + 1) return false;
  for (std::size_t at = line.find(' '); at != std::string_view::npos;
       at = line.find(' ', at + 1)) {
    if (Skeleton(line.substr(0, at)) == name) return true;
  }
  return false;
}

struct Cut {
  std::size_t at;
  std::size_t size;
  bool in_headlines;
};

std::vector<Cut> CutsOf(std::string_view title) {
  std::vector<Cut> cuts;
  for (std::size_t i = 0; i < title.size(); ++i) {
    for (const Separator& separator : kSeparators) {
      if (title.substr(i).starts_with(separator.mark))
        cuts.push_back({i, separator.mark.size(), separator.in_headlines});
    }
  }
  return cuts;
}

// Whether `rest` may be dropped beside `kept`.
bool MayDrop(std::string_view kept, std::string_view rest,
             std::string_view site, bool in_headlines) {
  if (IsSite(rest, site)) return true;
  const std::size_t words = CountWords(rest);
  if (in_headlines)
    return site.empty() && words <= 3 && CountWords(kept) >= 2 * words + 2;
  return words <= 5 && CountWords(kept) >= words;
}

class Headlines {
 public:
  Headlines(const HtmlTree& tree, const HtmlMetadata& metadata)
      : tree_(tree), metadata_(metadata), site_(SiteNameOf(metadata)) {}

  HtmlTitle Choose() {
    const std::vector<std::string> told = Told();
    if (HtmlTitle shown = ShownAsTold(told); !shown.text.empty()) return shown;
    if (HtmlTitle only = OnlyHeading(); !only.text.empty() && told.empty())
      return only;
    return {told.empty() ? std::string() : told.front(), 0};
  }

 private:
  // What the page's head says, the surest first.
  std::vector<std::string> Told() const {
    std::vector<std::string> told;
    const auto add = [&](std::string_view title) {
      std::string clean = WithoutSiteName(title, site_);
      if (!clean.empty() && !IsSiteAlone(clean, site_) &&
          clean.size() <= kLongestHeadline)
        told.push_back(std::move(clean));
    };
    if (const LinkedItem* const article = metadata_.Article())
      add(article->headline);
    for (const std::string_view name :
         {"og:title", "twitter:title", "citation_title", "parsely-title",
          "sailthru.title", "dc.title", "dcterms.title", "title"})
      add(metadata_.Meta({name}));
    for (const HtmlProperty* const property :
         metadata_.PropertiesOf("headline"))
      add(property->value);
    add(metadata_.title_tag);
    return told;
  }

  // The heading that says what the head says: as the page writes it.
  HtmlTitle ShownAsTold(const std::vector<std::string>& told) const {
    std::vector<std::string> skeletons;
    for (const std::string& title : told) skeletons.push_back(Skeleton(title));
    const std::string title_tag = Skeleton(metadata_.title_tag);
    HtmlTitle best;
    int best_level = 7;
    for (std::size_t i = 1; i < tree_.size(); ++i) {
      const int level = HeadingLevel(tree_[i].name);
      if (level == 0 || level > 3 || level >= best_level) continue;
      const std::string text = tree_.TextOf(i, kMostBytes);
      if (text.size() > kLongestHeadline || IsSiteAlone(text, site_)) continue;
      const std::string skeleton = Skeleton(text);
      if (skeleton.size() < 4) continue;
      const bool agreed =
          std::find(skeletons.begin(), skeletons.end(), skeleton) !=
              skeletons.end() ||
          (skeleton.size() >= 12 && title_tag.starts_with(skeleton));
      if (!agreed) continue;
      best = {text, i};
      best_level = level;
    }
    return best;
  }

  HtmlTitle OnlyHeading() const {
    HtmlTitle only;
    for (std::size_t i = 1; i < tree_.size(); ++i) {
      if (tree_[i].name != "h1") continue;
      const std::string text = tree_.TextOf(i, kMostBytes);
      if (text.empty() || text.size() > kLongestHeadline ||
          IsSiteAlone(text, site_))
        continue;
      if (!only.text.empty()) return {};
      only = {text, i};
    }
    return only;
  }

  const HtmlTree& tree_;
  const HtmlMetadata& metadata_;
  std::string site_;
};

}  // namespace

std::string Skeleton(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // Quotes and dashes of typographers: three bytes from E2 80.
    if (text.substr(i).starts_with("\xE2\x80")) {
      i += 2;
      continue;
    }
    if (IsAlnum(text[i])) out += Lower(text[i]);
  }
  return out;
}

std::string WithoutSiteName(std::string_view title, std::string_view site) {
  for (;;) {
    const std::vector<Cut> cuts = CutsOf(title);
    std::string_view shorter;
    if (!cuts.empty()) {
      const Cut& last = cuts.back();
      const std::string_view kept = title.substr(0, last.at);
      if (MayDrop(kept, title.substr(last.at + last.size), site,
                  last.in_headlines))
        shorter = kept;
      const Cut& first = cuts.front();
      if (shorter.empty() && IsSite(title.substr(0, first.at), site))
        shorter = title.substr(first.at + first.size);
    }
    if (shorter.empty()) return std::string(title);
    title = shorter;
  }
}

std::string SiteNameOf(const HtmlMetadata& metadata) {
  std::string_view name = metadata.Meta(
      {"og:site_name", "application-name", "cre", "apple-mobile-web-app-title",
       "dc.publisher", "citation_journal_title"});
  if (const LinkedItem* const article = metadata.Article();
      name.empty() && article != nullptr)
    name = article->publisher;
  // Some call themselves by their address.
  if (name.starts_with("http")) return {};
  if (name.starts_with("www.")) name.remove_prefix(4);
  return std::string(name);
}

HtmlTitle TitleOf(const HtmlTree& tree, const HtmlMetadata& metadata) {
  return Headlines(tree, metadata).Choose();
}

}  // namespace archive
