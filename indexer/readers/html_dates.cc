#include "indexer/readers/html_dates.h"

#include <charconv>
#include <string>
#include <utility>

#include "common/dates/timestamp.h"
#include "indexer/readers/html_date_roles.h"
#include "indexer/readers/path_date.h"
#include "indexer/readers/script_dates.h"

namespace archive {
namespace {

// "1560960000" or the same in milliseconds.
std::optional<Timestamp> FromUnixTime(std::string_view text) {
  constexpr std::size_t kSeconds = 10;  // digits
  constexpr std::size_t kMilliseconds = 13;
  if (text.size() != kSeconds && text.size() != kMilliseconds)
    return std::nullopt;
  std::int64_t number = 0;
  const auto [end, code] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (code != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return TimestampFromNumber(number);
}

class DateGatherer {
 public:
  DateGatherer(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
               const HtmlMetadata& metadata, const HtmlTitle& title,
               std::size_t body)
      : tree_(tree),
        metadata_(metadata),
        order_(DateOrderOf(metadata.language)),
        place_(tree, hints, title.element, body) {}

  HtmlDates Gather() {
    FromLinkedData();
    FromMetas();
    FromProperties();
    FromUrl();
    FromTimes();
    FromLines();
    FromScripts();
    return std::move(out_);
  }

 private:
  std::optional<Timestamp> Read(std::string_view text) const {
    if (const auto when = ParseTimestamp(text)) {
      return when->date.day != 0 ? when : std::nullopt;
    }
    if (const auto when = FromUnixTime(text)) return when;
    constexpr std::size_t kLongest = 120;
    if (text.size() > kLongest) return std::nullopt;
    const std::vector<DateInText> dates = DatesInText(text, order_);
    if (dates.empty()) return std::nullopt;
    return dates.front().when;
  }

  void Claim(std::string_view text, ClaimKind kind) {
    if (const auto when = Read(text)) out_.published.push_back({*when, kind});
  }
  void Modified(std::string_view text) {
    if (!out_.modified) out_.modified = Read(text);
  }

  void FromLinkedData() {
    const LinkedItem* const article = metadata_.Article();
    if (article != nullptr) {
      Claim(article->published, ClaimKind::kLinkedArticle);
      Claim(article->created, ClaimKind::kLinkedCreated);
      Modified(article->modified);
    }
    for (const LinkedItem& item : metadata_.linked) {
      if (item.kind != LinkedKind::kPage) continue;
      Claim(item.published, ClaimKind::kLinkedPage);
      Modified(item.modified);
    }
  }

  void FromMetas() {
    for (const MetaTag& tag : metadata_.metas) {
      switch (RoleOfMeta(tag.name)) {
        case DateRole::kPublished:
          Claim(tag.value, ClaimKind::kMetaPublished);
          break;
        case DateRole::kUnknown:
          Claim(tag.value, ClaimKind::kMetaDate);
          break;
        case DateRole::kModified:
          Modified(tag.value);
          break;
        case DateRole::kOther:
          break;
      }
    }
  }

  void FromProperties() {
    for (const HtmlProperty& property : metadata_.properties) {
      if (property.is_of_other) continue;
      if (property.name == "datePublished")
        Claim(property.value, ClaimKind::kMicrodata);
      else if (property.name == "dateCreated")
        Claim(property.value, ClaimKind::kItemCreated);
      else if (property.name == "dateModified")
        Modified(property.value);
    }
  }

  void FromUrl() {
    if (const auto day = DayOfUrl(PageUrlOf(metadata_)))
      out_.published.push_back({{.date = *day}, ClaimKind::kUrlDay});
  }

  void FromLines() {
    const HtmlDates lines = DatesOfLines(tree_, place_, order_);
    out_.published.insert(out_.published.end(), lines.published.begin(),
                          lines.published.end());
    if (!out_.modified) out_.modified = lines.modified;
  }

  void FromScripts() {
    for (std::size_t i = 1; i < tree_.size(); ++i) {
      if (tree_[i].name != "script") continue;
      if (const auto when = PublishedInScript(tree_.RawTextOf(i))) {
        out_.published.push_back({*when, ClaimKind::kScript});
        return;
      }
    }
  }

  void FromTimes() {
    for (std::size_t i = 1; i < tree_.size(); ++i) {
      const HtmlNode& node = tree_[i];
      const bool is_abbr =
          node.name == "abbr" && !tree_.AttributeOf(node, "title").empty();
      if ((node.name != "time" && !is_abbr) || place_.IsForeign(i)) continue;
      TakeTime(i, is_abbr);
    }
  }

  void TakeTime(std::size_t i, bool is_abbr) {
    constexpr std::size_t kLongestTime = 400;  // bytes
    const HtmlNode& node = tree_[i];
    std::string value(tree_.AttributeOf(node, is_abbr ? "title" : "datetime"));
    if (value.empty() || !Read(value)) value = tree_.TextOf(i, kLongestTime);
    const std::string words = place_.NamesAround(i);
    DateRole role = RoleOfWords(words);
    if (role == DateRole::kUnknown)
      role = RoleOfTextBefore(place_.TextBefore(i));
    if (tree_.HasAttribute(node, "pubdate") ||
        words.find("entry-date") != std::string::npos)
      role = words.find("updated") == std::string::npos ||
                     words.find("published") != std::string::npos
                 ? DateRole::kPublished
                 : role;
    if (role == DateRole::kModified) return Modified(value);
    if (is_abbr && role != DateRole::kPublished) return;
    if (role == DateRole::kPublished &&
        (place_.IsNearHeadline(i) || place_.IsInBody(i)))
      return Claim(value, ClaimKind::kTimePublished);
    Claim(value, place_.IsNearHeadline(i) ? ClaimKind::kTimeNear
                                          : ClaimKind::kTimeElsewhere);
  }

  const HtmlTree& tree_;
  const HtmlMetadata& metadata_;
  DateOrder order_;
  HtmlPlace place_;
  HtmlDates out_;
};

}  // namespace

std::optional<Date> DayOfUrl(std::string_view url) {
  const std::size_t host = url.find("//");
  if (host == std::string_view::npos) return std::nullopt;
  const std::size_t path = url.find('/', host + 2);
  if (path == std::string_view::npos) return std::nullopt;
  const std::string_view last =
      url.substr(url.find_last_not_of('/') == std::string_view::npos
                     ? 0
                     : url.rfind('/', url.find_last_not_of('/')) + 1);
  if (const auto dates = DatesInText(last, DateOrder::kDayFirst);
      last.size() <= 11 && dates.size() == 1)
    return dates.front().when.date;
  const std::optional<Publication> found =
      DateFromPath(url.substr(path, url.find_first_of("?#", path) - path));
  constexpr int kFirstPages = 1990;
  if (!found || found->when.date.day == 0 ||
      found->when.date.year < kFirstPages)
    return std::nullopt;
  return found->when.date;
}

HtmlDates DatesOf(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
                  const HtmlMetadata& metadata, const HtmlTitle& title,
                  std::size_t body) {
  return DateGatherer(tree, hints, metadata, title, body).Gather();
}

}  // namespace archive
