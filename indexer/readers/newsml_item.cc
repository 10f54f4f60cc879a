#include "indexer/readers/newsml_item.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/nitf_article.h"

namespace archive {
namespace {

struct OtherItem {
  std::string_view name;
  std::string_view reason;
};

// Elements that are items and never articles.
constexpr auto kOtherItems = std::to_array<OtherItem>({
    {"packageitem", "a package's record"},
    {"conceptitem", "a concept's record"},
    {"knowledgeitem", "a list of concepts"},
    {"catalogitem", "a catalog"},
    {"planningitem", "a plan of coverage"},
});

// News items that are no texts, by the last part of their class.
constexpr auto kOtherClasses = std::to_array<OtherItem>({
    {"picture", "a picture's record"},
    {"graphic", "a graphic's record"},
    {"video", "a video's record"},
    {"audio", "a sound recording's record"},
    {"animation", "an animation's record"},
});

// "ninat:text", "http://cv.iptc.org/newscodes/ninature/text" → "text".
std::string_view LastPart(std::string_view code) {
  code.remove_prefix(code.find_last_of(":/") + 1);  // none: npos + 1 is 0
  if (code.starts_with(' ')) code.remove_prefix(1);
  return code;
}

std::string CodeOf(const XmlTree& tree, std::size_t element) {
  for (const std::string_view name : {"qcode", "uri", "literal", "code"}) {
    std::string code = tree.AttributeOf(element, name);
    if (!code.empty()) return code;
  }
  return {};
}

// "en" of "en-GB".
std::string_view MainPart(std::string_view language) {
  return language.substr(0, language.find_first_of("-_"));
}

// The name in the language of the item, else in English, else the first; empty
// where there is none.
std::string OwnName(const XmlTree& tree, std::size_t element) {
  const std::string wanted = tree.Inherited(element, "xml:lang");
  constexpr int kNone = 4;
  int best = kNone;
  std::string found;
  for (const std::size_t name : tree.ChildrenOf(element, "name")) {
    const std::string language = tree.Inherited(name, "xml:lang");
    int rank = 3;
    if (SameLetters(language, wanted))
      rank = 0;
    else if (SameLetters(MainPart(language), MainPart(wanted)))
      rank = 1;
    else if (SameLetters(MainPart(language), "en"))
      rank = 2;
    std::string text = tree.TextOf(name);
    if (rank >= best || text.empty()) continue;
    best = rank;
    found = std::move(text);
  }
  if (found.empty() && tree.ChildrenOf(element).empty())
    found = tree.TextOf(element);
  return found;
}

// Content that is no text: what it is, empty for texts.
std::string_view OtherContent(const XmlTree& tree, std::size_t content) {
  for (std::size_t i = content + 1; i < tree[content].end; ++i) {
    const std::string_view name = LocalName(tree[i].name);
    if (name == "nitf") return {};
    if (name == "sports-content") return "sports results";
    if (name == "concept" || name == "concepts" || name == "event" ||
        name == "events")
      return "events' records";
  }
  return {};
}

void AddNitf(const XmlTree& tree, std::size_t content, Article& article,
             bool& is_read) {
  const auto nitf = tree.Find(content, "nitf");
  if (!nitf || is_read) return;
  article = ReadNitfArticle(tree, *nitf);
  is_read = true;
}

// XHTML, other XML with words in it, or a plain text.
void AddText(const XmlTree& tree, std::size_t content, Article& article) {
  const auto html = tree.Find(content, "xhtml:html");
  const auto body = html ? tree.Find(*html, "xhtml:body") : std::nullopt;
  std::vector<Block> blocks;
  if (tree.ChildrenOf(content).empty())
    blocks = BlocksOfText(tree.RawTextOf(content));
  else
    blocks = HtmlToBlocks(tree.MarkupOf(body.value_or(content)));
  for (Block& block : blocks) article.blocks.push_back(std::move(block));
}

class ItemReader {
 public:
  ItemReader(const XmlTree& tree, std::size_t item) : tree_(tree), item_(item) {
    item_meta_ = tree.Along(item, {"itemmeta"});
    content_meta_ = tree.Along(item, {"contentmeta"});
    content_set_ = tree.Along(item, {"contentset"});
    for (const std::size_t assertion : tree.ChildrenOf(item, "assert")) {
      std::string code = CodeOf(tree, assertion);
      std::string name = OwnName(tree, assertion);
      if (!code.empty() && !name.empty())
        asserted_.try_emplace(std::move(code), std::move(name));
    }
  }

  std::string_view WhyNoArticle() const {
    for (const OtherItem& row : kOtherItems) {
      if (row.name == tree_[item_].name) return row.reason;
    }
    const auto item_class =
        item_meta_ ? tree_.Along(*item_meta_, {"itemclass"}) : std::nullopt;
    if (!item_class) return {};
    const std::string code = CodeOf(tree_, *item_class);
    for (const OtherItem& row : kOtherClasses) {
      if (row.name == LastPart(code)) return row.reason;
    }
    return {};
  }

  std::string_view WhyNoText() const {
    if (!content_set_) return "neither a headline nor a text";
    const std::string_view other = OtherContent(tree_, *content_set_);
    if (!other.empty()) return other;
    if (tree_.Find(*content_set_, "remotecontent"))
      return "its text lies elsewhere";
    return "neither a headline nor a text";
  }

  Article Read() {
    if (content_set_) article_ = ReadNewsMLContent(tree_, *content_set_);
    article_.bytes = tree_[item_].bytes;
    Set(article_.uid, tree_.AttributeOf(item_, "guid"));
    Set(article_.version, tree_.AttributeOf(item_, "version"));
    ReadItemMeta();
    ReadContentMeta();
    if (article_.title.empty() && item_meta_)
      article_.title = tree_.TextAlong(*item_meta_, {"title"});
    if (article_.language.empty())
      article_.language = LanguageTag(tree_.Inherited(item_, "xml:lang"));
    if (article_.agency.empty())
      article_.agency =
          tree_.TextAlong(item_, {"rightsinfo", "copyrightholder", "name"});
    SetFirstLine(article_);
    return std::move(article_);
  }

 private:
  static void Set(std::string& member, std::string value) {
    if (!value.empty()) member = std::move(value);
  }

  std::optional<Timestamp> DateOf(std::optional<std::size_t> meta,
                                  std::string_view name) const {
    if (!meta) return std::nullopt;
    return ParseTimestamp(tree_.TextAlong(*meta, {name}));
  }

  // Its own name, else that of what it is the same as, else what the item says
  // of its code elsewhere (<assert>), else the code.
  std::string NameOf(std::size_t element) const {
    std::string name = OwnName(tree_, element);
    for (const std::size_t same : tree_.ChildrenOf(element, "sameas"))
      if (name.empty()) name = OwnName(tree_, same);
    if (!name.empty()) return name;
    const std::string code = CodeOf(tree_, element);
    const auto asserted = asserted_.find(code);
    return asserted == asserted_.end() ? std::string(LastPart(code))
                                       : asserted->second;
  }

  void ReadItemMeta() {
    ReadDates();
    if (item_meta_) ReadUse();
    for (const auto place : {std::optional(item_), item_meta_}) {
      if (!place) continue;
      for (const std::size_t link : tree_.ChildrenOf(*place, "link"))
        ReadLink(link);
    }
  }

  void ReadUse() {
    for (const std::size_t child : tree_.ChildrenOf(*item_meta_)) {
      const std::string_view name = tree_[child].name;
      if (name == "pubstatus")
        article_.status = ReadUsability(LastPart(CodeOf(tree_, child)));
      if (name == "provider" && article_.source.empty())
        article_.source = NameOf(child);
      if (name == "signal" && article_.status == Usability::kUsable)
        article_.status = ReadUsability(LastPart(CodeOf(tree_, child)));
    }
  }

  // IPTC's relations of items, and what agencies call the same.  What was made
  // of another item (a translation, a summary) takes its place only where it
  // says that it corrects it.
  void ReadLink(std::size_t link) {
    static constexpr auto kEarlier = std::to_array<std::string_view>(
        {"previousversion", "replaces", "supersedes", "correctionof", "updates",
         "evolvedfrom"});
    std::string relation(LastPart(tree_.AttributeOf(link, "rel")));
    for (char& c : relation) c = Lower(c);
    const bool is_earlier =
        std::find(kEarlier.begin(), kEarlier.end(), relation) !=
            kEarlier.end() ||
        (relation == "derivedfrom" && article_.status == Usability::kCorrected);
    if (!is_earlier) return;
    std::string uid = tree_.AttributeOf(link, "residref");
    if (uid.empty()) uid = tree_.AttributeOf(link, "href");
    if (uid != article_.uid) Set(article_.replaces, std::move(uid));
  }

  void ReadDates() {
    constexpr double kSent = 1.0;
    constexpr double kMade = 0.9;
    const auto first = DateOf(item_meta_, "firstcreated");
    const auto version = DateOf(item_meta_, "versioncreated");
    const auto made = DateOf(content_meta_, "contentcreated");
    const auto& sent = first ? first : version;
    if (sent)
      article_.published = {*sent, DateSource::kMetadata, kSent};
    else if (made)
      article_.published = {*made, DateSource::kMetadata, kMade};
    const auto changed = DateOf(content_meta_, "contentmodified");
    if (first && version && *first != *version)
      article_.modified = version;
    else if (changed)
      article_.modified = changed;
    if (made && sent && made->date != sent->date)
      article_.other_dates.push_back({*made, "contentCreated"});
    // One without a time holds "until further notice".
    if (item_meta_ && tree_.Find(*item_meta_, "embargoed"))
      SetEmbargo(tree_.TextAlong(*item_meta_, {"embargoed"}), article_);
  }

  void ReadContentMeta() {
    if (!content_meta_) return;
    std::vector<std::string> creators;
    std::vector<std::string> by;
    for (const std::size_t child : tree_.ChildrenOf(*content_meta_)) {
      const std::string_view name = tree_[child].name;
      if (name == "headline") {
        if (!has_headline_) Set(article_.title, tree_.TextOf(child));
        has_headline_ = true;
      } else if (name == "by") {
        for (std::string& author : NamesOfByline(tree_.TextOf(child)))
          AddValue(std::move(author), by);
      } else if (name == "creator") {
        AddCreator(child, creators);
      } else {
        ReadPart(name, child);
      }
    }
    if (!by.empty())
      article_.byline = std::move(by);
    else if (article_.byline.empty())
      article_.byline = std::move(creators);
    if (article_.dateline.empty()) article_.dateline = located_;
  }

  // A person by name; what has only an address or a code names nobody.
  void AddCreator(std::size_t creator, std::vector<std::string>& creators) {
    std::string name = tree_.TextAlong(creator, {"name"});
    if (name.empty()) name = tree_.AttributeOf(creator, "literal");
    const std::string type = tree_.AttributeOf(creator, "type");
    if (type.empty() || LastPart(type) == "person")
      AddValue(std::move(name), creators);
  }

  void ReadPart(std::string_view name, std::size_t child) {
    if (name == "urgency") article_.urgency = UrgencyOf(tree_.TextOf(child));
    if (name == "slugline") AddValue(tree_.TextOf(child), article_.keywords);
    if (name == "keyword") AddValue(tree_.TextOf(child), article_.keywords);
    if (name == "dateline") Set(article_.dateline, tree_.TextOf(child));
    if (name == "located" && located_.empty()) located_ = NameOf(child);
    if (name == "language")
      Set(article_.language, LanguageTag(tree_.AttributeOf(child, "tag")));
    if (name == "creditline") Set(article_.agency, tree_.TextOf(child));
    if (name == "infosource" && article_.agency.empty())
      article_.agency = NameOf(child);
    if (name == "subject") AddSubject(child);
  }

  void AddSubject(std::size_t subject) {
    const std::string type = tree_.AttributeOf(subject, "type");
    const std::string_view kind = LastPart(type);
    std::string name = NameOf(subject);
    if (kind == "person")
      AddValue(std::move(name), article_.people);
    else if (kind == "organisation" || kind == "organization" || kind == "team")
      AddValue(std::move(name), article_.organisations);
    else if (kind == "geoArea" || kind == "poi" || kind == "place")
      AddValue(std::move(name), article_.places);
    else if (kind != "event" && kind != "object")
      AddValue(std::move(name), article_.topics);
  }

  const XmlTree& tree_;
  std::size_t item_;
  std::unordered_map<std::string, std::string> asserted_;  // by code
  std::optional<std::size_t> item_meta_;
  std::optional<std::size_t> content_meta_;
  std::optional<std::size_t> content_set_;
  Article article_;
  std::string located_;
  bool has_headline_ = false;
};

}  // namespace

bool IsNewsMLItem(std::string_view name) {
  return name == "newsitem" ||
         std::any_of(kOtherItems.begin(), kOtherItems.end(),
                     [name](const OtherItem& row) { return row.name == name; });
}

Article ReadNewsMLContent(const XmlTree& tree, std::size_t content_set) {
  Article article;
  bool is_read = false;
  for (const std::size_t content : tree.ChildrenOf(content_set)) {
    if (tree[content].name == "inlinexml")
      AddNitf(tree, content, article, is_read);
  }
  if (is_read) return article;
  for (const std::size_t content : tree.ChildrenOf(content_set)) {
    const bool is_other = !OtherContent(tree, content).empty();
    const std::string type = tree.AttributeOf(content, "contenttype");
    const bool is_text = type.empty() || type.starts_with("text/") ||
                         type.find("xml") != std::string::npos;
    if ((tree[content].name == "inlinexml" ||
         tree[content].name == "inlinedata") &&
        !is_other && is_text && article.blocks.empty())
      AddText(tree, content, article);
  }
  return article;
}

std::variant<Article, Rejection> ReadNewsMLItem(const XmlTree& tree,
                                                std::size_t item) {
  ItemReader reader(tree, item);
  const auto none = [](std::string_view reason) {
    return Rejection{"", std::string(reason), RejectionKind::kNoArticle};
  };
  if (const std::string_view reason = reader.WhyNoArticle(); !reason.empty())
    return none(reason);
  const std::string_view no_text = reader.WhyNoText();
  Article article = reader.Read();
  if (article.blocks.empty() &&
      (article.title.empty() || no_text != "neither a headline nor a text"))
    return none(no_text);
  return article;
}

}  // namespace archive
