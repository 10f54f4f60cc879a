// ninjs, the IPTC's news in JSON, generations 1 to 3: one item a file, an array
// of items, or one a line.
//
// Generation 1 has body_text, person, headline; 2 has bodies, people, headlines
// as lists of roles; 3 writes them in camelCase.  Names are compared without
// case and marks, and both numbers are known, so that they need no telling
// apart.  https://iptc.org/standards/ninjs/
//
// Not kept, since an Article has no member for it: rights, genres.
#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/dates/date_scanner.h"
#include "common/dates/timestamp.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/foreign_files.h"
#include "indexer/readers/format_functions.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_containers.h"
#include "indexer/readers/json_object.h"
#include "indexer/readers/json_spans.h"

namespace archive {
namespace {

// What items are that are no articles.
struct OtherType {
  std::string_view type;
  std::string_view reason;
};

constexpr auto kOtherTypes = std::to_array<OtherType>({
    {"picture", "a picture's record"},
    {"photo", "a picture's record"},
    {"graphic", "a graphic's record"},
    {"video", "a video's record"},
    {"audio", "a sound recording's record"},
    {"event", "an event's record"},
    {"planning", "a plan of coverage"},
    {"package", "a package's record"},
});

std::string_view WhyNoArticle(const JsonObject& item) {
  std::string type = item.Text("type");
  for (char& c : type) c = Lower(c);
  for (const OtherType& row : kOtherTypes) {
    if (row.type == type) return row.reason;
  }
  if (item.Has("eventdetails")) return "an event's record";
  if (item.Has("plannedcoverage")) return "a plan of coverage";
  return {};
}

// One of several forms of a text: the richer are preferred.
struct Form {
  int rank = 100;
  std::string text;
  bool is_markup = false;
};

Form FormOf(std::string_view role, std::string_view type,
            std::string_view value) {
  Form form{.rank = 3, .text = JsonLinesOf(value)};
  const auto says = [&](std::string_view word) {
    return role.find(word) != std::string_view::npos ||
           type.find(word) != std::string_view::npos;
  };
  if (says("html") || says("nitf") || says("xml")) {
    form.rank = says("html") ? 0 : 1;
    form.is_markup = true;
  } else if (says("text") || says("main") || role.empty()) {
    form.rank = 2;
  }
  return form;
}

// body_text, body_xhtml … or bodies: [{role, contenttype, value}].
Form BestForm(const JsonObject& item, std::string_view one,
              std::string_view many) {
  Form best;
  const auto offer = [&best](Form form) {
    if (form.rank < best.rank && !CollapseSpaces(form.text).empty())
      best = std::move(form);
  };
  for (const std::string_view object : item.Objects(many)) {
    const JsonObject body(object);
    if (body.Has("value"))
      offer(FormOf(PlainName(body.Text("role")),
                   PlainName(body.Text("contenttype")), body.Value("value")));
  }
  for (const auto& [role, value] : item.Beginning(one)) {
    if (value.starts_with('"')) offer(FormOf(role, "", value));
  }
  return best;
}

std::vector<Block> BlocksOfForm(const Form& form) {
  return form.is_markup ? HtmlToBlocks(form.text) : BlocksOfText(form.text);
}

// headline, or the main of headlines: [{role, value}].
std::string HeadlineOf(const JsonObject& item) {
  std::string first;
  for (const std::string_view object : item.Objects("headlines")) {
    const JsonObject headline(object);
    std::string text = headline.Text("value");
    if (headline.Text("role") == "main" && !text.empty())
      return HtmlToLine(text);
    if (first.empty()) first = std::move(text);
  }
  for (const std::string_view name : {"headline", "title"})
    if (first.empty()) first = item.Text(name);
  return HtmlToLine(first);
}

void AddNames(const JsonObject& item,
              std::initializer_list<std::string_view> lists,
              std::vector<std::string>& values) {
  for (const std::string_view list : lists) {
    for (const std::string_view object : item.Objects(list)) {
      if (object.starts_with('"')) {
        AddValue(JsonTextOf(object), values);
        continue;
      }
      const JsonObject named(object);
      AddValue(named.FirstText({"name", "literal", "code", "uri"}), values);
    }
  }
}

// Pictures and the like that go with the article.
void AddCaptions(const JsonObject& item, std::vector<Block>& blocks) {
  for (const std::string_view object : item.Objects("associations")) {
    if (!object.starts_with('{')) continue;
    const JsonObject picture(object);
    if (picture.Text("type") == "text") continue;
    const Form caption = BestForm(picture, "description", "descriptions");
    for (Block& block : BlocksOfForm(caption))
      blocks.push_back({BlockKind::kCaption, std::move(block.text)});
    std::string credit = picture.FirstText({"byline", "by", "creditline"});
    if (!credit.empty())
      blocks.push_back({BlockKind::kCredit, std::move(credit)});
  }
}

std::optional<Timestamp> DateOf(const JsonObject& item, std::string_view name) {
  return ParseTimestamp(item.Text(name));
}

void SetDates(const JsonObject& item, Article& article) {
  // When it was first sent; later versions are changes.
  const std::optional<Timestamp> first = DateOf(item, "firstcreated");
  const std::optional<Timestamp> version = DateOf(item, "versioncreated");
  const std::optional<Timestamp> content = DateOf(item, "contentcreated");
  constexpr double kSent = 1.0;
  constexpr double kMade = 0.9;
  if (first)
    article.published = {*first, DateSource::kMetadata, kSent};
  else if (version)
    article.published = {*version, DateSource::kMetadata, kSent};
  else if (content)
    article.published = {*content, DateSource::kMetadata, kMade};
  if (version && first && *version != *first) article.modified = version;
  const std::string embargo = item.Text("embargoed");
  if (!embargo.empty()) SetEmbargo(embargo, article);
}

void SetByline(const JsonObject& item, Article& article) {
  for (const std::string_view name : {"byline", "by"}) {
    for (std::string& author : NamesOfByline(item.Text(name)))
      AddValue(std::move(author), article.byline);
    if (!article.byline.empty()) return;
  }
  AddNames(item, {"creators", "contributors", "authors", "bylines"},
           article.byline);
}

Article ArticleOf(const JsonObject& item) {
  Article article;
  article.uid = item.FirstText({"uri", "guid"});
  article.title = HeadlineOf(item);
  article.language = LanguageTag(item.Text("language"));
  article.dateline = item.FirstText({"dateline", "located"});
  article.agency = item.FirstText({"copyrightholder", "creditline"});
  article.status = ReadUsability(item.Text("pubstatus"));
  article.version = item.Text("version");
  article.urgency = UrgencyOf(item.Text("urgency"));
  article.replaces = item.FirstText({"replaces", "evolvedfrom"});
  SetDates(item, article);
  SetByline(item, article);
  AddNames(item, {"subject", "subjects"}, article.topics);
  AddNames(item, {"person", "people", "persons"}, article.people);
  AddNames(item,
           {"organisation", "organisations", "organization", "organizations"},
           article.organisations);
  AddNames(item, {"place", "places"}, article.places);
  AddNames(item, {"keyword", "keywords"}, article.keywords);
  AddValue(item.Text("slugline"), article.keywords);
  std::vector<std::string> sources;
  AddNames(item, {"infosource", "infosources"}, sources);
  if (!sources.empty()) article.source = sources.front();
  article.blocks = BlocksOfForm(BestForm(item, "body", "bodies"));
  if (article.blocks.empty())
    article.blocks =
        BlocksOfForm(BestForm(item, "description", "descriptions"));
  AddCaptions(item, article.blocks);
  SetFirstLine(article);
  return article;
}

// Items stand on the top of a document, or in the list that a service answers
// with: Superdesk's {"_items": […]}.
void ForEachItem(std::string_view text,
                 const std::function<bool(std::string_view)>& item) {
  ForEachJsonItem(text, [&item](std::string_view value) {
    const bool may_hold =
        value.starts_with('{') && !JsonObject(value).Has("uri");
    const std::string_view inside =
        may_hold ? FindArticleArray(value) : std::string_view();
    if (inside.empty()) return item(value);
    bool goes_on = true;
    ForEachJsonItem(inside,
                    [&](std::string_view one) { return goes_on = item(one); });
    return goes_on;
  });
}

class NinjsReader {
 public:
  NinjsReader(std::string_view text, std::size_t file_size, bool is_as_on_disk,
              const ArticleSink& sink)
      : text_(text),
        file_size_(file_size),
        is_as_on_disk_(is_as_on_disk),
        sink_(sink) {}

  void Read() {
    ForEachItem(text_, [this](std::string_view item) {
      ++number_;
      ReadItem(item);
      return true;
    });
  }

 private:
  void ReadItem(std::string_view json) {
    const std::string where = fmt::format("item {}", number_);
    if (const Status valid = CheckJson(json); !valid)
      return sink_.rejection({where, valid.error().message});
    if (!json.starts_with('{'))
      return sink_.rejection({where, "not a JSON object"});
    const JsonObject item(json);
    if (const std::string_view reason = WhyNoArticle(item); !reason.empty())
      return sink_.rejection(
          {where, std::string(reason), RejectionKind::kNoArticle});
    Article article = ArticleOf(item);
    if (SaysNothing(article))
      return sink_.rejection({where, "neither a headline nor a text"});
    article.bytes = {0, file_size_};
    if (is_as_on_disk_) {
      const auto begin = static_cast<std::size_t>(json.data() - text_.data());
      article.bytes = {begin, begin + json.size()};
    }
    sink_.article(std::move(article));
  }

  std::string_view text_;
  std::size_t file_size_;
  bool is_as_on_disk_;
  const ArticleSink& sink_;
  std::size_t number_ = 0;
};

// Beside "uri", what no other kind of news in JSON calls its members.
constexpr auto kTelling = std::to_array<std::string_view>({"versioncreated",
                                                           "firstcreated",
                                                           "contentcreated",
                                                           "pubstatus",
                                                           "headlines",
                                                           "descriptiontext",
                                                           "descriptioncaption",
                                                           "representationtype",
                                                           "usageterms",
                                                           "infosource",
                                                           "infosources",
                                                           "ednote",
                                                           "urgency",
                                                           "copyrightholder",
                                                           "rightsinfo",
                                                           "altids",
                                                           "digitalsourcetype",
                                                           "eventdetails",
                                                           "plannedcoverage",
                                                           "trustindicator",
                                                           "trustindicators",
                                                           "renditions",
                                                           "standard",
                                                           "associations",
                                                           "slugline"});
// And what others call so, too.
constexpr auto kUsual = std::to_array<std::string_view>(
    {"type", "mimetype", "profile", "version", "embargoed", "located",
     "headline", "byline", "person", "organisation", "place", "subject",
     "event", "object"});

}  // namespace

int SniffNinjs(std::string_view, std::string_view bytes) {
  if (!LooksLikeJson(bytes)) return 0;
  int score = 0;
  ForEachItem(bytes, [&score](std::string_view item) {
    const JsonObject object(item);
    const auto has = [&object](std::string_view name) {
      return object.Has(name);
    };
    // The New York Times' {"uri": "nyt://…", "headline": {"main": "…"}}.
    const auto has_alike = [&object](std::string_view name) {
      return object.Has(name) && !object.Value(name).starts_with('{');
    };
    // Superdesk writes "guid", as others do for what is no ninjs.
    const bool is_superdesk = object.Has("guid") &&
                              object.Has("versioncreated") &&
                              object.Has("type");
    if (!object.Has("uri") && !is_superdesk) return false;
    if (std::any_of(kTelling.begin(), kTelling.end(), has) ||
        !object.Beginning("body").empty())
      score = 93;
    else if (std::any_of(kUsual.begin(), kUsual.end(), has_alike))
      score = 78;
    return false;
  });
  return score;
}

Status ReadNinjs(const RawFile& file, const ReaderOptions&,
                 const ArticleSink& sink) {
  const bool is_utf8 = IsValidUtf8(file.bytes);
  const std::string decoded =
      is_utf8 ? std::string() : DecodeText(file.bytes).text;
  NinjsReader(is_utf8 ? file.bytes : std::string_view(decoded),
              file.bytes.size(), is_utf8, sink)
      .Read();
  return Ok();
}

}  // namespace archive
