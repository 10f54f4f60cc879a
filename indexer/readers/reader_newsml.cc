// NewsML 1.x, the IPTC's container of the years around 2000: each <NewsItem> an
// article, whose text is NITF, XHTML or plain in a <DataContent> of one of its
// components.  https://iptc.org/standards/newsml-1/
//
// The main component is told by its role; headlines, captions and style sheets
// that come as components of their own are not mixed into it.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/nitf_article.h"
#include "indexer/readers/xml_root.h"
#include "indexer/readers/xml_tree.h"

namespace archive {
namespace {

std::string Small(std::string text) {
  for (char& c : text) c = Lower(c);
  return text;
}

std::string FormalName(const XmlTree& tree, std::size_t element) {
  return tree.AttributeOf(element, "formalname");
}

// Of the first element of this name inside; empty when there is none.
std::string FormalNameIn(const XmlTree& tree, std::size_t element,
                         std::string_view name) {
  const auto found = tree.Find(element, name);
  return found ? FormalName(tree, *found) : std::string();
}

// Lower is likelier the text itself; 9: never.
int RankOfRole(std::string_view role) {
  if (role.starts_with("main") || role.starts_with("body") || role == "story" ||
      role == "text")
    return 0;
  if (role.empty()) return 1;
  for (const std::string_view other :
       {"stylesheet", "headline", "caption", "contact", "logo", "photo",
        "picture", "graphic", "slug", "abstract", "summary", "thumbnail"}) {
    if (role.find(other) != std::string_view::npos) return 9;
  }
  return 2;
}

class ItemReader {
 public:
  ItemReader(const XmlTree& tree, std::size_t item)
      : tree_(tree), item_(item) {}

  Article Read() {
    ReadContents();
    article_.bytes = tree_[item_].bytes;
    ReadIdentification();
    ReadRevision();
    ReadManagement();
    ReadLines();
    ReadMetadata();
    SetFirstLine(article_);
    return std::move(article_);
  }

  // Of an item without a text.
  std::string WhyNone() const {
    if (tree_.Find(item_, "topicset")) return "a list of topics";
    const std::string media = Small(FormalNameIn(tree_, item_, "mediatype"));
    if (media == "photo" || media == "picture" || media == "image")
      return "a picture's record";
    if (media == "graphic") return "a graphic's record";
    if (media == "video") return "a video's record";
    if (media == "audio") return "a sound recording's record";
    if (tree_.Find(item_, "newsitemref")) return "a package's record";
    return "neither a headline nor a text";
  }

 private:
  // The role of the component that an element stands in.
  std::string RoleAround(std::size_t element) const {
    for (; element != item_; element = tree_[element].parent) {
      if (tree_[element].name != "newscomponent") continue;
      const auto role = tree_.Along(element, {"role"});
      return role ? Small(FormalName(tree_, *role)) : std::string();
    }
    return {};
  }

  void ReadContents() {
    int best = 9;
    std::size_t main = 0;
    std::vector<Block> captions;
    for (const std::size_t content : tree_.Descendants(item_, "datacontent")) {
      const std::string role = RoleAround(content);
      if (role.find("caption") != std::string::npos) {
        captions.push_back({BlockKind::kCaption, tree_.TextOf(content)});
        continue;
      }
      const int rank = RankOfRole(role);
      if (rank >= best || tree_.TextOf(content).empty()) continue;
      best = rank;
      main = content;
    }
    if (main != 0) ReadText(main);
    for (Block& caption : captions) {
      if (!caption.text.empty()) article_.blocks.push_back(std::move(caption));
    }
  }

  void ReadText(std::size_t content) {
    if (const auto nitf = tree_.Find(content, "nitf")) {
      article_ = ReadNitfArticle(tree_, *nitf);
      return;
    }
    const auto body = tree_.Find(content, "xhtml:body");
    const auto plain = tree_.Find(content, "body");
    if (tree_.ChildrenOf(content).empty())
      article_.blocks = BlocksOfText(tree_.RawTextOf(content));
    else
      article_.blocks =
          HtmlToBlocks(tree_.MarkupOf(body ? *body : plain.value_or(content)));
  }

  // "urn:newsml:agency.example:20010301:0123:3N" is revision 3 of an item; the
  // identifier of the revision before it ends in its number.
  void ReadRevision() {
    const auto revision = tree_.Find(item_, "revisionid");
    if (!revision) return;
    article_.version = tree_.TextOf(*revision);
    const std::string before = tree_.AttributeOf(*revision, "previousrevision");
    const std::string ending =
        ':' + article_.version + tree_.AttributeOf(*revision, "update");
    if (before.empty() || before == "0" || !article_.uid.ends_with(ending))
      return;
    article_.replaces =
        article_.uid.substr(0, article_.uid.size() - ending.size() + 1) +
        before + 'N';
  }

  void ReadIdentification() {
    for (const std::string_view name : {"publicidentifier", "newsitemid"}) {
      const auto found = tree_.Find(item_, name);
      std::string uid = found ? tree_.TextOf(*found) : std::string();
      if (uid.empty()) continue;
      article_.uid = std::move(uid);
      return;
    }
  }

  std::optional<Timestamp> DateIn(std::size_t element,
                                  std::string_view name) const {
    const auto found = tree_.Find(element, name);
    return found ? ParseTimestamp(tree_.TextOf(*found)) : std::nullopt;
  }

  void ReadManagement() {
    const auto management = tree_.Along(item_, {"newsmanagement"});
    if (!management) return;
    const auto first = DateIn(*management, "firstcreated");
    const auto revision = DateIn(*management, "thisrevisioncreated");
    const auto& sent = first ? first : revision;
    if (sent) article_.published = {*sent, DateSource::kMetadata, 1.0};
    if (first && revision && *first != *revision) article_.modified = revision;
    article_.status = ReadUsability(FormalNameIn(tree_, *management, "status"));
    article_.urgency = UrgencyOf(FormalNameIn(tree_, *management, "urgency"));
    ReadStatusToCome(*management);
    // What it was made from is another item; what it says to replace is not.
    const auto derived = tree_.Find(*management, "derivedfrom");
    if (derived && article_.replaces.empty() && IsReplacing(*management))
      article_.replaces = tree_.AttributeOf(*derived, "newsitem");
  }

  // What is not to be used yet will be; a time after which it is canceled is no
  // embargo.
  void ReadStatusToCome(std::size_t management) {
    const auto change = tree_.Find(management, "statuswillchange");
    if (!change) return;
    const std::string status = FormalNameIn(tree_, *change, "futurestatus");
    if (ReadUsability(status) == Usability::kUsable) {
      const auto date = tree_.Find(*change, "dateandtime");
      const std::string text = date ? tree_.TextOf(*date) : std::string();
      if (!text.empty()) SetEmbargo(text, article_);
      return;
    }
    if (const auto when = DateIn(*change, "dateandtime"))
      article_.other_dates.push_back({*when, "change of status"});
  }

  bool IsReplacing(std::size_t management) const {
    const auto instruction = tree_.Find(management, "instruction");
    const std::string name =
        instruction ? Small(FormalName(tree_, *instruction)) : std::string();
    return name.find("replace") != std::string::npos ||
           name.find("update") != std::string::npos ||
           name.find("rectif") != std::string::npos ||
           name.find("correct") != std::string::npos;
  }

  void ReadLines() {
    bool has_headline = false;
    std::vector<std::string> byline;
    for (std::size_t i = item_ + 1; i < tree_[item_].end; ++i) {
      const std::string_view name = tree_[i].name;
      if (name == "headline" && !has_headline && !tree_.TextOf(i).empty()) {
        article_.title = tree_.TextOf(i);
        has_headline = true;
      } else if (name == "byline" &&
                 tree_[tree_[i].parent].name == "newslines") {
        for (std::string& author : NamesOfByline(tree_.TextOf(i)))
          AddValue(std::move(author), byline);
      } else if (name == "dateline" && article_.dateline.empty()) {
        article_.dateline = tree_.TextOf(i);
      } else if (name == "creditline" && article_.agency.empty()) {
        article_.agency = tree_.TextOf(i);
      } else if (name == "slugline" || name == "keywordline") {
        AddValue(tree_.TextOf(i), article_.keywords);
      }
    }
    if (!byline.empty()) article_.byline = std::move(byline);
  }

  void ReadMetadata() {
    for (const std::string_view owner : {"source", "provider", "creator"}) {
      const auto found = tree_.Find(item_, owner);
      if (found && article_.source.empty())
        article_.source = FormalNameIn(tree_, *found, "party");
    }
    if (article_.agency.empty())
      article_.agency = FormalNameIn(tree_, item_, "provider");
    const auto language = tree_.Find(item_, "language");
    std::string tag = language ? FormalName(tree_, *language)
                               : tree_.Inherited(item_, "xml:lang");
    if (article_.language.empty()) article_.language = LanguageTag(tag);
    for (std::size_t i = item_ + 1; i < tree_[item_].end; ++i) {
      const std::string_view name = tree_[i].name;
      if (name == "subject" || name == "subjectmatter" ||
          name == "subjectdetail")
        AddSubject(i);
      if (name == "location") AddPlace(i);
    }
  }

  // A name where the file gives one, else the code.
  void AddSubject(std::size_t subject) {
    std::string name = tree_.AttributeOf(subject, "value");
    if (name.empty()) name = FormalName(tree_, subject);
    AddValue(std::move(name), article_.topics);
  }

  void AddPlace(std::size_t location) {
    for (const std::string_view wanted :
         {"city", "countryarea", "sublocation", "country", "countryname"}) {
      for (const std::size_t property :
           tree_.Descendants(location, "property")) {
        if (Small(FormalName(tree_, property)) != wanted) continue;
        return AddValue(tree_.AttributeOf(property, "value"), article_.places);
      }
    }
    AddValue(FormalName(tree_, location), article_.places);
  }

  const XmlTree& tree_;
  std::size_t item_;
  Article article_;
};

}  // namespace

int SniffNewsML(std::string_view, std::string_view bytes) {
  return RootOfXml(bytes).name == "newsml" ? 95 : 0;
}

Status ReadNewsML(const RawFile& file, const ReaderOptions&,
                  const ArticleSink& sink) {
  ASSIGN_OR_RETURN(const XmlTree tree, XmlTree::Parse(file.bytes));
  std::size_t number = 0;
  for (std::size_t i = 1; i < tree.size();) {
    if (tree[i].name != "newsitem") {
      ++i;
      continue;
    }
    ++number;
    ItemReader reader(tree, i);
    Article article = reader.Read();
    if (article.blocks.empty() &&
        (article.title.empty() || !reader.WhyNone().starts_with("neither")))
      sink.rejection({fmt::format("item {}", number), reader.WhyNone(),
                      RejectionKind::kNoArticle});
    else
      sink.article(std::move(article));
    i = tree[i].end;
  }
  if (number == 0)
    sink.rejection({"", "NewsML without an item", RejectionKind::kNoArticle});
  return Ok();
}

}  // namespace archive
