#include "indexer/readers/nitf_article.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/xml_blocks.h"

namespace archive {
namespace {

constexpr double kPrinted = 1.0;    // the day of issue or of the paper
constexpr double kStoryDate = 0.9;  // what stands in the dateline

// "BERLIN, Nov. 9 (AP) -": the dash belongs to the text behind it.
std::string WithoutDash(std::string text) {
  for (;;) {
    if (text.ends_with("–") || text.ends_with("—"))
      text.resize(text.size() - 3);
    else if (text.ends_with(' ') || text.ends_with('-'))
      text.pop_back();
    else
      return text;
  }
}

class NitfReader {
 public:
  NitfReader(const XmlTree& tree, std::size_t nitf) : tree_(tree), nitf_(nitf) {
    head_ = tree.Along(nitf, {"head"});
    docdata_ = tree.Along(nitf, {"head", "docdata"});
    body_ = tree.Along(nitf, {"body"});
  }

  Article Read() {
    article_.bytes = tree_[nitf_].bytes;
    article_.language = LanguageTag(tree_.Inherited(nitf_, "xml:lang"));
    if (body_ && article_.language.empty())
      article_.language = LanguageTag(tree_.AttributeOf(*body_, "xml:lang"));
    ReadBody();
    ReadHead();
    ReadNames();
    ReadDates();
    if (article_.title.empty()) TakeTitleOfHead();
    SetFirstLine(article_);
    return std::move(article_);
  }

 private:
  // The value of an attribute of an element in <docdata>.
  std::string OfDocdata(std::string_view element, std::string_view name) const {
    const auto found =
        docdata_ ? tree_.Along(*docdata_, {element}) : std::nullopt;
    return found ? tree_.AttributeOf(*found, name) : std::string();
  }

  std::string OfPubdata(std::string_view name) const {
    const auto found = head_ ? tree_.Along(*head_, {"pubdata"}) : std::nullopt;
    return found ? tree_.AttributeOf(*found, name) : std::string();
  }

  std::string MetaOf(std::string_view name) const {
    if (!head_) return {};
    for (const std::size_t meta : tree_.ChildrenOf(*head_, "meta")) {
      if (tree_.AttributeOf(meta, "name") == name)
        return tree_.AttributeOf(meta, "content");
    }
    return {};
  }

  // A slug, "AP-NY-11-09-89", is no title.
  void TakeTitleOfHead() {
    if (!head_) return;
    std::string title = tree_.TextAlong(*head_, {"title"});
    if (title.find(' ') != std::string::npos) article_.title = std::move(title);
  }

  void ReadBody() {
    if (!body_) return;
    std::vector<Block> subtitles;
    if (const auto head = tree_.Along(*body_, {"body.head"})) {
      subtitles = ReadHeadline(*head);
      ReadBylines(*head);
      ReadDateline(*head);
      if (const auto distributor = tree_.Along(*head, {"distributor"}))
        article_.agency = tree_.TextOf(*distributor);
    }
    ReadContent();
    article_.blocks.insert(article_.blocks.begin(), subtitles.begin(),
                           subtitles.end());
    if (const auto end = tree_.Along(*body_, {"body.end", "tagline"})) {
      for (Block& block : BlocksOfXml(tree_, *end))
        article_.blocks.push_back(std::move(block));
    }
  }

  std::vector<Block> ReadHeadline(std::size_t head) {
    std::vector<Block> subtitles;
    for (const std::size_t hedline : tree_.ChildrenOf(head, "hedline")) {
      for (const std::size_t line : tree_.ChildrenOf(hedline)) {
        std::string text = tree_.TextOf(line);
        if (tree_[line].name == "hl1" && article_.title.empty())
          article_.title = std::move(text);
        else if (tree_[line].name == "hl2" && !text.empty() &&
                 text != article_.title)
          subtitles.push_back({BlockKind::kParagraph, std::move(text)});
      }
    }
    return subtitles;
  }

  void ReadBylines(std::size_t head) {
    for (const std::size_t byline : tree_.ChildrenOf(head, "byline")) {
      // "Doe, Jane" beside "By Jane Doe".
      if (tree_.AttributeOf(byline, "class") == "normalized_byline" &&
          !article_.byline.empty())
        continue;
      ReadByline(byline);
    }
  }

  void ReadByline(std::size_t byline) {
    const std::vector<std::size_t> people = tree_.Descendants(byline, "person");
    for (const std::size_t person : people)
      AddValue(tree_.TextOf(person), article_.byline);
    std::string loose;
    std::string title;
    for (std::size_t i = byline + 1; i < tree_[byline].end;) {
      if (tree_[i].name == "byttl") {
        title = tree_.TextOf(i);
        i = tree_[i].end;
      } else if (tree_[i].name == "location" || tree_[i].name == "virtloc") {
        i = tree_[i].end;
      } else {
        loose += tree_[i++].text;
      }
    }
    loose = CleanValue(loose);
    // Alone it is who sent the article: "The Associated Press".
    if (people.empty() && loose.empty()) title_of_writer_ = std::move(title);
    if (people.empty() && !loose.empty()) {
      for (std::string& name : NamesOfByline(loose))
        AddValue(std::move(name), article_.byline);
    }
  }

  void ReadDateline(std::size_t head) {
    const auto dateline = tree_.Along(head, {"dateline"});
    if (!dateline) return;
    article_.dateline = WithoutDash(tree_.TextOf(*dateline));
    if (const auto date = tree_.Find(*dateline, "story.date"))
      story_date_ = tree_.AttributeOf(*date, "norm");
  }

  // Archives of papers give the first paragraph once more by itself.
  void ReadContent() {
    std::size_t content = *body_;
    if (const auto found = tree_.Along(*body_, {"body.content"}))
      content = *found;
    for (const std::size_t block : tree_.ChildrenOf(content, "block")) {
      if (tree_.AttributeOf(block, "class") == "full_text") content = block;
    }
    article_.blocks = BlocksOfXml(tree_, content);
    if (!LeadOf(article_).empty()) return;
    if (const auto abstract = tree_.Along(*body_, {"body.head", "abstract"})) {
      for (Block& block : BlocksOfXml(tree_, *abstract))
        article_.blocks.push_back(std::move(block));
    }
  }

  void ReadHead() {
    article_.uid = OfDocdata("doc-id", "id-string");
    article_.status = ReadUsability(
        docdata_ ? tree_.AttributeOf(*docdata_, "management-status") : "");
    if (docdata_ && tree_.Along(*docdata_, {"correction"}) &&
        article_.status == Usability::kUsable)
      article_.status = Usability::kCorrected;
    ReadVersion();
    article_.source = OfPubdata("name");
    for (const std::string& agency :
         {OfDocdata("doc.copyright", "holder"), OfDocdata("doc-id", "regsrc"),
          title_of_writer_}) {
      if (article_.agency.empty()) article_.agency = agency;
    }
    for (const std::string& section :
         {OfPubdata("position.section"), MetaOf("online_sections"),
          MetaOf("print_section"), OfDocdata("fixture", "fix-id")}) {
      if (article_.section.empty()) article_.section = section;
    }
    article_.edition = OfPubdata("edition.name");
    if (article_.edition.empty()) article_.edition = OfPubdata("edition.area");
    for (const std::string& page :
         {OfPubdata("position.sequence"), MetaOf("print_page_number")}) {
      if (article_.pages.empty()) AddValue(page, article_.pages);
    }
    AddValue(OfDocdata("du-key", "key"), article_.keywords);
    ReadSubjects();
  }

  void ReadVersion() {
    article_.urgency = UrgencyOf(OfDocdata("urgency", "ed-urg"));
    article_.replaces = OfDocdata("correction", "id-string");
    // Of stories that keep their key while they grow.
    article_.version = OfDocdata("du-key", "version");
    if (article_.version.empty())
      article_.version = OfDocdata("du-key", "generation");
  }

  void ReadSubjects() {
    if (!head_) return;
    for (const std::size_t subject :
         tree_.Descendants(*head_, "tobject.subject")) {
      bool is_named = false;
      for (const std::string_view part :
           {"tobject.subject.type", "tobject.subject.matter",
            "tobject.subject.detail"}) {
        std::string name = tree_.AttributeOf(subject, part);
        is_named = is_named || !name.empty();
        AddValue(std::move(name), article_.topics);
      }
      if (!is_named)
        AddValue(tree_.AttributeOf(subject, "tobject.subject.refnum"),
                 article_.topics);
    }
    for (const std::size_t keyword : tree_.Descendants(*head_, "keyword"))
      AddValue(tree_.AttributeOf(keyword, "key"), article_.keywords);
    for (const std::size_t classifier :
         tree_.Descendants(*head_, "classifier")) {
      std::string value = tree_.AttributeOf(classifier, "value");
      if (value.empty()) value = tree_.TextOf(classifier);
      AddValue(std::move(value), article_.topics);
    }
  }

  // Marked in the text, or listed in the head.  Who wrote it is no news.
  void ReadNames() {
    for (std::size_t i = nitf_ + 1; i < tree_[nitf_].end;) {
      const std::string_view name = tree_[i].name;
      if (name == "byline" || name == "dateline" || name == "distributor" ||
          name == "media-producer") {
        i = tree_[i].end;
        continue;
      }
      if (name == "person") AddValue(tree_.TextOf(i), article_.people);
      if (name == "org") AddValue(tree_.TextOf(i), article_.organisations);
      if (name == "location") AddValue(tree_.TextOf(i), article_.places);
      if (name == "evloc") AddEventPlace(i);
      ++i;
    }
  }

  void AddEventPlace(std::size_t evloc) {
    for (const std::string_view part : {"city", "state-prov", "iso-cc"}) {
      std::string place = tree_.AttributeOf(evloc, part);
      if (place.empty()) continue;
      return AddValue(std::move(place), article_.places);
    }
  }

  void ReadDates() {
    const auto issue = ParseTimestamp(OfDocdata("date.issue", "norm"));
    const auto release = ParseTimestamp(OfDocdata("date.release", "norm"));
    const auto printed = ParseTimestamp(OfPubdata("date.publication"));
    const auto story = ParseTimestamp(story_date_);
    // What is held back is published when it is released.
    const bool is_held =
        issue && release && InstantOf(*release) > InstantOf(*issue);
    if (is_held) article_.embargoed_until = release;
    if (const std::string norm = OfDocdata("date.release", "norm");
        !release && !norm.empty())
      SetEmbargo(norm, article_);
    if (!is_held) Offer(issue, kPrinted, "date.issue");
    Offer(release, kPrinted, "date.release");
    Offer(printed, kPrinted, "date.publication");
    if (is_held) Offer(issue, kPrinted, "date.issue");
    Offer(story, kStoryDate, "story.date");
    if (const auto expire = ParseTimestamp(OfDocdata("date.expire", "norm")))
      article_.other_dates.push_back({*expire, "date.expire"});
    ReadRevisions();
  }

  // The first is the day of publication; another day is kept beside it.
  void Offer(const std::optional<Timestamp>& when, double confidence,
             std::string_view where) {
    if (!when) return;
    if (!article_.published)
      article_.published = {*when, DateSource::kMetadata, confidence};
    else if (when->date != article_.published->when.date)
      article_.other_dates.push_back({*when, std::string(where)});
  }

  void ReadRevisions() {
    if (!head_) return;
    for (const std::size_t revision :
         tree_.ChildrenOf(*head_, "revision-history")) {
      const auto when = ParseTimestamp(tree_.AttributeOf(revision, "norm"));
      if (when && (!article_.modified ||
                   InstantOf(*when) > InstantOf(*article_.modified)))
        article_.modified = when;
    }
  }

  const XmlTree& tree_;
  std::size_t nitf_;
  std::optional<std::size_t> head_;
  std::optional<std::size_t> docdata_;
  std::optional<std::size_t> body_;
  Article article_;
  std::string story_date_;
  std::string title_of_writer_;
};

}  // namespace

Article ReadNitfArticle(const XmlTree& tree, std::size_t nitf) {
  return NitfReader(tree, nitf).Read();
}

}  // namespace archive
