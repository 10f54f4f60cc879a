#include "indexer/analysis/article_analyser.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "common/index/article_row.h"
#include "common/index/article_values.h"
#include "common/index/shingles.h"
#include "common/index/visibility.h"
#include "common/text/fold.h"
#include "common/text/language.h"
#include "indexer/analysis/agency.h"
#include "indexer/analysis/article_names.h"
#include "indexer/analysis/language_detector.h"

namespace archive {
namespace {

std::string LanguageOf(const Article& article) {
  if (!article.language.empty()) {
    if (const Language* known = FindLanguage(article.language))
      return std::string(known->code);
  }
  std::string text = article.title;
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::kCredit) (text += '\n') += block.text;
  }
  return DetectLanguage(text);
}

class Builder {
 public:
  Builder(TextTools& tools, WordTable& table, const AddedNames& names,
          AnalysedArticle& out)
      : tools_(tools), table_(table), names_(names), out_(out) {}

  void Run() {
    AddStream();
    for (const Field& field : kFields) AddField(field);
    AddMentionedYears();
    AddWherePlacesLie();
    AddPresence();
  }

 private:
  void AddStream() {
    ArticleWords words = CutArticle(out_.record, names_.forms, tools_.analyser,
                                    tools_.sentences, table_);
    out_.stream = std::move(words.stream);
    out_.row.length = words.length;
    out_.row.words = words.body_words;
    std::move(words.pairs.begin(), words.pairs.end(),
              std::back_inserter(out_.terms));
  }

  // The record does not know which of its names were found.
  std::vector<std::string_view> Values(FieldId field) const {
    if (field == FieldId::kEntitySource) return names_.sources;
    return ValuesOf(out_.record, field);
  }

  void AddField(const Field& field) {
    std::set<std::string> seen;
    for (const std::string_view value : Values(field.id)) {
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
    return field.type == FieldType::kEntity && !names_.counted.empty();
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

  // By the name that a place is known by, else by the article's.
  void AddWherePlacesLie() {
    if (!tools_.entities) return;
    const PlaceTable& table = tools_.entities->model().places();
    for (const CountedName& name : names_.counted) {
      if (name.field != FieldId::kPlace) continue;
      const PlacedIn* in = table.Find(name.known_as);
      if (in == nullptr) in = table.Find(name.name);
      if (in == nullptr) continue;
      AddRollUp(FieldId::kPlaceCountry, in->country);
      AddRollUp(FieldId::kPlaceRegion, in->region);
    }
    for (const std::string& country : names_.peoples)
      AddRollUp(FieldId::kPlaceCountry, country);
  }

  void AddRollUp(FieldId id, std::string_view value) {
    const FacetValue facet = {.field = id, .value = std::string(value)};
    if (value.empty() || HasFacet(id, value)) return;
    out_.terms.push_back(std::string(FieldFor(id).prefix) + FoldValue(value));
    out_.facets.push_back(facet);
  }

  bool HasFacet(FieldId field, std::string_view value) const {
    return std::any_of(out_.facets.begin(), out_.facets.end(),
                       [&](const FacetValue& facet) {
                         return facet.field == field && facet.value == value;
                       });
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

  TextTools& tools_;
  WordTable& table_;
  const AddedNames& names_;
  AnalysedArticle& out_;
};

Fingerprint FingerprintOfBody(const std::vector<StreamItem>& stream,
                              const WordTable& table) {
  std::vector<WordHash> words;
  bool is_body = false;
  for (const StreamItem item : stream) {
    if (!IsMarkItem(item)) {
      if (is_body) words.push_back(table.HashAt(WordIdOf(item)));
    } else if (IsZoneMark(MarkOf(item))) {
      is_body = ZoneOf(MarkOf(item)) == Zone::kBody;
    }
  }
  return FingerprintOf(ShinglesOf(words));
}

}  // namespace

AnalysedArticle AnalyseArticle(Article article, const Arrival& arrival,
                               TextTools& tools, WordTable& table) {
  AnalysedArticle out;
  out.record.id = arrival.id;
  out.record.file = arrival.file;
  out.record.record = arrival.record;
  out.record.format = arrival.format;
  out.record.kept = arrival.kept;
  out.record.before = Correct(arrival.corrections, article);
  out.record.language = LanguageOf(article);
  if (article.agency.empty()) article.agency = AgencyOf(article);
  out.record.article = std::move(article);
  out.row.live = true;
  out.row.added = arrival.added;
  out.row.added_generation = arrival.generation;
  FillColumns(out.record.article, out.row);
  out.mentions = MentionsOf(out.record.article, tools.dates);
  const AddedNames names =
      AddNames(out.record, tools.entities ? &*tools.entities : nullptr,
               tools.name_sources);
  Builder(tools, table, names, out).Run();
  out.record.words = out.row.words;
  out.row.fingerprint = FingerprintOfBody(out.stream, table);
  std::sort(out.terms.begin(), out.terms.end());
  out.terms.erase(std::unique(out.terms.begin(), out.terms.end()),
                  out.terms.end());
  return out;
}

}  // namespace archive
