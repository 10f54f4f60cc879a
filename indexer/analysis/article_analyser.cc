#include "indexer/analysis/article_analyser.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "common/index/visibility.h"
#include "common/text/fold.h"
#include "common/text/language.h"
#include "indexer/analysis/agency.h"
#include "indexer/analysis/article_names.h"
#include "indexer/analysis/article_values.h"
#include "indexer/analysis/fingerprint.h"
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

// Every field of the token stream, in the order of the zones.  The lead stands
// in the zone of the body, without values of its own.
std::vector<FieldId> FieldsOfTheStream() {
  std::map<Zone, FieldId> zones;
  for (const Field& field : kFields) {
    if (field.zone != Zone::kNone && field.id != FieldId::kLead)
      zones.emplace(field.zone, field.id);
  }
  std::vector<FieldId> fields;
  for (const auto& [zone, field] : zones) fields.push_back(field);
  return fields;
}

class Builder {
 public:
  Builder(TextTools& tools, WordTable& table, const AddedNames& names,
          AnalysedArticle& out)
      : tools_(tools), table_(table), names_(names), out_(out) {}

  void Run() {
    static const std::vector<FieldId> kStream = FieldsOfTheStream();
    for (const FieldId field : kStream) AddZone(field);
    for (const Field& field : kFields) AddField(field);
    AddMentionedYears();
    AddWherePlacesLie();
    AddPresence();
  }

 private:
  void AddZone(FieldId id) {
    const std::vector<std::string_view> values = ValuesOf(out_.record, id);
    if (values.empty()) return;
    const Zone zone = FieldFor(id).zone;
    out_.stream.push_back(MarkItem(ZoneMark(zone)));
    for (const std::string_view value : values) {
      tools_.analyser.Words(value, words_);
      if (IsTextZone(zone)) {
        AddSentences(value);
        out_.row.length += static_cast<std::uint32_t>(words_.size());
        AddPairs();
      } else {
        AddWords(0, words_.size());
      }
      out_.stream.push_back(
          MarkItem(zone == Zone::kBody ? kParagraphMark : kValueMark));
      if (zone == Zone::kBody)
        out_.row.words += static_cast<std::uint32_t>(words_.size());
    }
    AddWordsOfForms(id);
  }

  // A name is found by the words it is written with, too.
  void AddWordsOfForms(FieldId id) {
    for (const WrittenForm& form : names_.forms) {
      if (form.field != id) continue;
      tools_.analyser.Words(form.text, words_);
      AddWords(0, words_.size());
      out_.stream.push_back(MarkItem(kValueMark));
    }
  }

  void AddWords(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      out_.stream.push_back(
          WordItem(table_.Add(words_[i].text), words_[i].letter_case));
    }
  }

  // The end of a value ends its last sentence, too, without a mark.
  void AddSentences(std::string_view value) {
    tools_.sentences.Cut(value, out_.record.language, sentence_ends_);
    std::size_t begin = 0;
    for (const std::size_t sentence_end : sentence_ends_) {
      std::size_t end = begin;
      while (end < words_.size() && words_[end].span.begin < sentence_end)
        ++end;
      AddWords(begin, end);
      if (begin < end && end < words_.size())
        out_.stream.push_back(MarkItem(kSentenceMark));
      begin = end;
    }
  }

  // Neighbouring ideographs are a term of their own: most articles that hold
  // both characters somewhere are not worth a look at their tokens.
  void AddPairs() {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (words_[i].ideograph && words_[i - 1].ideograph)
        out_.terms.push_back(words_[i - 1].text + words_[i].text);
    }
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
  std::vector<Word> words_;
  std::vector<std::size_t> sentence_ends_;
};

std::uint16_t Thousandths(double share) {
  return static_cast<std::uint16_t>(std::lround(share * 1000));
}

void FillColumns(const Article& article, const Arrival& arrival,
                 ColumnRow& row) {
  row.added = arrival.added;
  row.added_generation = arrival.generation;
  if (article.ocr) row.ocr = Thousandths(*article.ocr);
  if (article.modified) row.modified = RangeOf(article.modified->date).first;
  if (!article.published) return;
  const Publication& published = *article.published;
  row.first_day = RangeOf(published.when.date).first;
  row.precision = PrecisionOf(published.when.date);
  row.published = InstantOf(published.when);
  row.confidence = Thousandths(published.confidence);
}

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

// "Tuesday" needs the very day of publication.
std::vector<DateMention> MentionsOf(const Article& article,
                                    DateMentionFinder& finder) {
  std::optional<Day> published;
  if (article.published && article.published->when.date.day != 0)
    published = RangeOf(article.published->when.date).first;
  return finder.Find(TextsOf(article), published);
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
  FillColumns(out.record.article, arrival, out.row);
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
