#include "indexer/readers/mets_issue.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/date_text.h"
#include "indexer/readers/id_list.h"
#include "indexer/readers/page_address.h"
#include "indexer/readers/xml_tree.h"

namespace archive {
namespace {

// As libraries call what a reader would call an article.
constexpr auto kArticleTypes = std::to_array<std::string_view>(
    {"article",      "art",          "advertisement", "advert",
     "ad",           "announcement", "births",        "deaths",
     "marriages",    "classified",   "comic",         "correspondence",
     "death_notice", "editorial",    "feuilleton",    "interview",
     "letter",       "news",         "notice",        "obituary",
     "poem",         "review",       "serial",        "table",
     "weather"});

// Parts of articles that stand above them, and those about pictures.
constexpr auto kHeadingTypes = std::to_array<std::string_view>(
    {"heading", "title", "headline", "head", "mainheading", "overline",
     "subheadline", "subheading"});
constexpr auto kCaptionTypes =
    std::to_array<std::string_view>({"caption", "illustration", "picture"});

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [word](std::string_view row) {
    return SameLetters(row, word);
  });
}

// The child with a name, by whatever prefix.
std::optional<std::size_t> ChildCalled(const XmlTree& tree, std::size_t element,
                                       std::string_view name) {
  for (const std::size_t child : tree.ChildrenOf(element)) {
    if (LocalName(tree[child].name) == name) return child;
  }
  return std::nullopt;
}

// What a section of MODS says.
struct Mods {
  std::string title;
  std::string host;  // title of what it is a part of
  std::vector<std::string> authors;
  std::optional<Timestamp> issued;
  std::string language;
  std::string edition;
};

class ModsReader {
 public:
  explicit ModsReader(const XmlTree& tree) : tree_(tree) {}

  Mods Read(std::size_t section) const {
    Mods mods;
    for (std::size_t at = section + 1; at < tree_[section].end; ++at) {
      const std::string_view name = LocalName(tree_[at].name);
      if (name == "relateditem") {
        if (const auto title = ChildCalled(tree_, at, "titleinfo");
            title && mods.host.empty())
          mods.host = TitleOf(*title);
        at = tree_[at].end - 1;
      } else if (name == "titleinfo") {
        if (mods.title.empty()) mods.title = TitleOf(at);
      } else if (name == "name") {
        AddValue(NameOf(at), mods.authors);
      } else if (name == "dateissued" || name == "date") {
        if (!mods.issued) mods.issued = DayOf(tree_.TextOf(at));
      } else if (name == "languageterm") {
        if (mods.language.empty()) mods.language = tree_.TextOf(at);
      } else if (name == "edition") {
        if (mods.edition.empty()) mods.edition = tree_.TextOf(at);
      }
    }
    return mods;
  }

 private:
  static std::optional<Timestamp> DayOf(const std::string& text) {
    if (const auto when = ParseTimestamp(text)) return when;
    const bool is_number =
        text.size() == 8 && std::all_of(text.begin(), text.end(), IsDigit);
    if (is_number) return TimestampFromNumber(std::stoll(text));
    const auto found = DatesInText(text, DateOrder::kDayFirst);
    if (found.size() != 1) return std::nullopt;
    return found.front().when;
  }

  std::string TitleOf(std::size_t info) const {
    std::string title;
    for (const std::string_view part : {"nonsort", "title", "subtitle"}) {
      const auto child = ChildCalled(tree_, info, part);
      const std::string text = child ? tree_.TextOf(*child) : std::string();
      if (text.empty()) continue;
      if (!title.empty()) title += part == "subtitle" ? ": " : " ";
      title += text;
    }
    return title;
  }

  std::string NameOf(std::size_t person) const {
    if (const auto shown = ChildCalled(tree_, person, "displayform"))
      return tree_.TextOf(*shown);
    std::string family;
    std::string name;
    for (const std::size_t part : tree_.ChildrenOf(person)) {
      if (LocalName(tree_[part].name) != "namepart") continue;
      const std::string type = tree_.AttributeOf(part, "type");
      const std::string text = tree_.TextOf(part);
      if (type == "date" || type == "termsOfAddress" || text.empty()) continue;
      std::string& to = type == "family" ? family : name;
      if (!to.empty()) to += ' ';
      to += text;
    }
    if (!family.empty()) name += (name.empty() ? "" : " ") + family;
    return name;
  }

  const XmlTree& tree_;
};

class IssueReader {
 public:
  explicit IssueReader(const XmlTree& tree) : tree_(tree) {}

  MetsIssue Read() {
    Survey();
    for (const std::size_t map : maps_) {
      if (SameLetters(tree_.AttributeOf(map, "type"), "physical")) continue;
      ReadDivisions(map);
      if (!issue_.articles.empty()) break;
    }
    if (!issue_.articles.empty()) DescribeIssue();
    return std::move(issue_);
  }

 private:
  // Where what has an id stands.
  void Survey() {
    for (std::size_t at = 1; at < tree_.size(); ++at) {
      const std::string_view name = LocalName(tree_[at].name);
      if (name == "file") {
        NoteFile(at);
      } else if (name == "dmdsec") {
        sections_[tree_.AttributeOf(at, "id")] = at;
      } else if (name == "div") {
        divisions_.emplace(tree_.AttributeOf(at, "id"), at);
      } else if (name == "structmap") {
        maps_.push_back(at);
      } else if (name == "smlink") {
        links_.emplace(Target(at, "xlink:from"), Target(at, "xlink:to"));
      } else if (name == "smlinkgrp") {
        NoteGroup(at);
      }
    }
  }

  void NoteFile(std::size_t file) {
    const auto place = ChildCalled(tree_, file, "flocat");
    if (!place) return;
    std::string address = tree_.AttributeOf(*place, "xlink:href");
    std::string path = PathBelow(address);
    files_[tree_.AttributeOf(file, "id")] = {std::move(address),
                                             std::move(path)};
  }

  std::string Target(std::size_t element, std::string_view attribute) const {
    std::string target = tree_.AttributeOf(element, attribute);
    if (target.starts_with('#')) target.erase(0, 1);
    return target;
  }

  // The first of a group is linked with each of the others.
  void NoteGroup(std::size_t group) {
    std::string first;
    for (const std::size_t at : tree_.ChildrenOf(group)) {
      if (LocalName(tree_[at].name) != "smlocatorlink") continue;
      std::string target = Target(at, "xlink:href");
      if (first.empty())
        first = std::move(target);
      else
        links_.emplace(first, std::move(target));
    }
  }

  // The outermost divisions that are articles.
  void ReadDivisions(std::size_t map) {
    for (std::size_t at = map + 1; at < tree_[map].end; ++at) {
      if (LocalName(tree_[at].name) != "div" ||
          !IsOneOf(tree_.AttributeOf(at, "type"), kArticleTypes))
        continue;
      ReadArticle(at);
      at = tree_[at].end - 1;
    }
  }

  void ReadArticle(std::size_t division) {
    MetsArticle article;
    article.id = tree_.AttributeOf(division, "id");
    article.kind = tree_.AttributeOf(division, "type");
    article.bytes = tree_[division].bytes;
    AddAreas(division, article);
    if (article.areas.empty()) AddLinkedAreas(division, article);
    if (article.areas.empty()) return;
    const Mods mods = ModsOf(division);
    article.title = mods.title;
    if (article.title.empty())
      article.title = tree_.AttributeOf(division, "label");
    article.authors = mods.authors;
    article.language = mods.language;
    article.section = SectionOf(division);
    if (first_division_ == 0) first_division_ = division;
    issue_.articles.push_back(std::move(article));
  }

  // What is named below a division of either map.
  void AddAreas(std::size_t division, MetsArticle& article) {
    for (std::size_t at = division + 1; at < tree_[division].end; ++at) {
      if (LocalName(tree_[at].name) != "area") continue;
      MetsArea area;
      area.begin = tree_.AttributeOf(at, "begin");
      area.end = tree_.AttributeOf(at, "end");
      if (area.begin.empty() && IsOfPicture(at)) continue;
      const auto file = files_.find(tree_.AttributeOf(at, "fileid"));
      if (file == files_.end()) continue;
      if (file->second.path.empty()) {
        NoteElsewhere(file->second.address);
        continue;
      }
      area.page = PageOf(file->second.path);
      area.role = RoleOf(at, division);
      article.areas.push_back(std::move(area));
    }
  }

  bool IsOfPicture(std::size_t area) const {
    return !tree_.AttributeOf(area, "shape").empty() ||
           !tree_.AttributeOf(area, "coords").empty();
  }

  void AddLinkedAreas(std::size_t division, MetsArticle& article) {
    for (std::size_t at = division; at < tree_[division].end; ++at) {
      if (LocalName(tree_[at].name) != "div") continue;
      const auto [begin, end] = links_.equal_range(tree_.AttributeOf(at, "id"));
      for (auto link = begin; link != end; ++link) {
        const auto place = divisions_.find(link->second);
        if (place != divisions_.end()) AddAreas(place->second, article);
      }
    }
  }

  void NoteElsewhere(const std::string& address) {
    if (elsewhere_.insert(address).second) issue_.elsewhere.push_back(address);
  }

  std::size_t PageOf(const std::string& path) {
    const auto [place, is_new] = pages_.emplace(path, issue_.pages.size());
    if (is_new) issue_.pages.push_back(path);
    return place->second;
  }

  // By the nearest division around that says one.
  MetsRole RoleOf(std::size_t area, std::size_t article) const {
    for (std::size_t at = tree_[area].parent; at > article;
         at = tree_[at].parent) {
      const std::string type = tree_.AttributeOf(at, "type");
      if (IsOneOf(type, kHeadingTypes)) return MetsRole::kHeading;
      if (IsOneOf(type, kCaptionTypes)) return MetsRole::kCaption;
    }
    return MetsRole::kText;
  }

  std::string SectionOf(std::size_t division) const {
    for (std::size_t at = tree_[division].parent; at != 0;
         at = tree_[at].parent) {
      if (!SameLetters(tree_.AttributeOf(at, "type"), "section")) continue;
      std::string label = tree_.AttributeOf(at, "label");
      return label.empty() ? ModsOf(at).title : label;
    }
    return {};
  }

  Mods ModsOf(std::size_t division) const {
    Mods mods;
    const std::string ids = tree_.AttributeOf(division, "dmdid");
    for (const std::string_view id : IdsIn(ids)) {
      const auto section = sections_.find(std::string(id));
      if (section == sections_.end()) continue;
      Merge(ModsReader(tree_).Read(section->second), mods);
    }
    return mods;
  }

  static void Merge(Mods from, Mods& to) {
    const auto take = [](std::string& value, std::string& place) {
      if (place.empty()) place = std::move(value);
    };
    take(from.title, to.title);
    take(from.host, to.host);
    take(from.language, to.language);
    take(from.edition, to.edition);
    if (!to.issued) to.issued = from.issued;
    if (to.authors.empty()) to.authors = std::move(from.authors);
  }

  // From the issue's division outwards, then from what no division names.
  void DescribeIssue() {
    Mods issue;
    std::string paper;
    for (std::size_t at = tree_[first_division_].parent; at != 0;
         at = tree_[at].parent) {
      if (SameLetters(tree_.AttributeOf(at, "type"), "section")) continue;
      const Mods mods = ModsOf(at);
      if (!mods.title.empty()) paper = mods.title;
      Merge(mods, issue);
      if (paper.empty() && LocalName(tree_[at].name) == "div" &&
          SameLetters(tree_.AttributeOf(at, "type"), "newspaper"))
        paper = tree_.AttributeOf(at, "label");
    }
    DescribeByOthers(issue, paper);
    issue_.paper = paper.empty() ? issue.host : paper;
    issue_.published = issue.issued;
    issue_.language = LanguageTag(issue.language);
    issue_.edition = issue.edition;
  }

  void DescribeByOthers(Mods& issue, std::string& paper) const {
    for (const auto& [id, section] : sections_) {
      if (issue.issued && !(paper.empty() && issue.host.empty())) return;
      Mods mods = ModsReader(tree_).Read(section);
      if (!mods.issued) continue;  // an article's
      if (paper.empty() && mods.host.empty()) paper = mods.title;
      Merge(std::move(mods), issue);
    }
  }

  const XmlTree& tree_;
  MetsIssue issue_;
  struct PageFile {
    std::string address;  // as it is written
    std::string path;     // empty: not below the directory
  };
  std::unordered_map<std::string, PageFile> files_;  // by id
  std::unordered_set<std::string> elsewhere_;    // addresses that were noted
  std::map<std::string, std::size_t> sections_;  // of descriptions
  std::unordered_map<std::string, std::size_t> divisions_;
  std::unordered_map<std::string, std::size_t> pages_;
  std::multimap<std::string, std::string> links_;
  std::vector<std::size_t> maps_;
  std::size_t first_division_ = 0;  // that is an article
};

}  // namespace

Result<MetsIssue> ReadMetsIssue(std::string_view bytes) {
  ASSIGN_OR_RETURN(const XmlTree tree, XmlTree::Parse(bytes));
  return IssueReader(tree).Read();
}

}  // namespace archive
