#include "common/index/record_analysis.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "common/index/article_row.h"
#include "common/index/article_values.h"
#include "common/index/schema.h"
#include "common/index/visibility.h"
#include "common/text/fold.h"

namespace archive {
namespace {

class RecordAnalysis {
 public:
  RecordAnalysis(RecordTools& tools, WordTable& table, AnalysedArticle& out)
      : tools_(tools), table_(table), names_(out.record.names), out_(out) {}

  void Run() {
    FillColumns(out_.record.article, out_.row);
    out_.row.live = true;
    out_.mentions = MentionsOf(out_.record.article, tools_.dates);
    AddStream();
    for (const Field& field : kFields) AddField(field);
    AddMentionedYears();
    AddWherePlacesLie();
    AddPresence();
  }

 private:
  void AddStream() {
    ArticleWords words =
        CutArticle(out_.record, tools_.analyser, tools_.sentences, table_);
    out_.stream = std::move(words.stream);
    out_.row.length = words.length;
    out_.row.words = words.body_words;
    out_.record.words = words.body_words;
    std::move(words.pairs.begin(), words.pairs.end(),
              std::back_inserter(out_.terms));
  }

  void AddField(const Field& field) {
    std::set<std::string> seen;
    for (const std::string_view value : ValuesOf(out_.record, field.id)) {
      std::string folded = FoldValue(value);
      if (folded.empty()) continue;
      if (field.type == FieldType::kValue && field.id != FieldId::kId)
        out_.terms.push_back(std::string(field.prefix) + folded);
      if (!field.whole_prefix.empty())
        out_.terms.push_back(std::string(field.whole_prefix) + folded);
      if (field.facetable && !CountsNames(field) &&
          seen.insert(std::move(folded)).second)
        out_.facets.push_back({field.id, std::string(value)});
    }
    for (const CountedName& name : names_.counted) {
      if (name.field == field.id) AddCountedName(field, name, seen);
    }
    for (const WrittenForm& form : names_.forms) {
      if (form.field == field.id)
        out_.terms.push_back(std::string(field.whole_prefix) +
                             FoldValue(form.text));
    }
  }

  // Names are counted as the article has them; the table of aliases is asked
  // when they are counted.
  bool CountsNames(const Field& field) const {
    return std::any_of(
        names_.counted.begin(), names_.counted.end(),
        [&field](const CountedName& name) { return name.field == field.id; });
  }

  void AddCountedName(const Field& field, const CountedName& name,
                      std::set<std::string>& seen) {
    std::string folded = FoldValue(name.name);
    if (folded.empty()) return;
    out_.terms.push_back(std::string(field.whole_prefix) + folded);
    if (seen.insert(std::move(folded)).second)
      out_.facets.push_back({field.id, name.name, name.known_as});
  }

  // Of what lies wholly in one: a decade has none.
  void AddMentionedYears() {
    std::set<int> years;
    for (const DateMention& mention : out_.mentions) {
      const int year = DateFrom(mention.days.first).year;
      if (DateFrom(mention.days.last).year == year) years.insert(year);
    }
    const Field& field = FieldFor(FieldId::kMentionsYear);
    for (const int year : years) {
      std::string value = ToIsoString(Date{year});
      out_.terms.push_back(std::string(field.prefix) + value);
      out_.facets.push_back({field.id, std::move(value)});
    }
  }

  void AddWherePlacesLie() {
    for (const LiesIn& in : names_.lies_in) {
      out_.terms.push_back(std::string(FieldFor(in.field).prefix) +
                           FoldValue(in.value));
      out_.facets.push_back({in.field, in.value});
    }
  }

  bool Has(const Field& field) const {
    const Article& article = out_.record.article;
    switch (field.id) {
      case FieldId::kLead:
        return !LeadOf(article).empty();
      case FieldId::kDate:
      case FieldId::kDateConfidence:
        return article.published.has_value();
      case FieldId::kModified:
        return article.modified.has_value();
      case FieldId::kOcr:
        return article.ocr.has_value();
      case FieldId::kMentions:
        return !out_.mentions.empty();
      case FieldId::kMentionsYear:
      case FieldId::kPlaceCountry:
      case FieldId::kPlaceRegion:
        return HasFacet(field.id);
      case FieldId::kAdded:
      case FieldId::kWords:
        return true;
      default:
        return !ValuesOf(out_.record, field.id).empty();
    }
  }

  bool HasFacet(FieldId field) const {
    return std::any_of(
        out_.facets.begin(), out_.facets.end(),
        [field](const FacetValue& facet) { return facet.field == field; });
  }

  void AddPresence() {
    for (const Field& field : kFields) {
      if (field.presence == PresenceTerm::kNever) continue;
      if (Has(field) == (field.presence == PresenceTerm::kWhenThere))
        out_.terms.push_back(PresenceTermOf(field));
    }
    const Article& article = out_.record.article;
    if (!article.version.empty()) out_.terms.emplace_back(kVersionTerm);
    if (!article.replaces.empty()) out_.terms.emplace_back(kReplacesTerm);
    if (article.embargoed_until || !article.unread_embargo.empty())
      out_.terms.emplace_back(kEmbargoTerm);
    if (!out_.record.before.fields.empty())
      out_.terms.emplace_back(kCorrectionTerm);
    if (!out_.record.kept.empty()) out_.terms.emplace_back(kKeptTerm);
  }

  RecordTools& tools_;
  WordTable& table_;
  const NameFacts& names_;
  AnalysedArticle& out_;
};

}  // namespace

AnalysedArticle AnalyseRecord(StoredRecord record, RecordTools& tools,
                              WordTable& table) {
  AnalysedArticle out;
  out.record = std::move(record);
  RecordAnalysis(tools, table, out).Run();
  std::sort(out.terms.begin(), out.terms.end());
  out.terms.erase(std::unique(out.terms.begin(), out.terms.end()),
                  out.terms.end());
  return out;
}

}  // namespace archive
