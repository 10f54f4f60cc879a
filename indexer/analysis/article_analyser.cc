#include "indexer/analysis/article_analyser.h"

#include <algorithm>
#include <utility>

#include "common/index/shingles.h"
#include "common/text/language.h"
#include "indexer/analysis/agency.h"
#include "indexer/analysis/article_names.h"
#include "indexer/analysis/language_detector.h"

namespace archive {
namespace {

// What the source says, unless the text is plainly in another language: pages
// and feeds keep the language of their template.
std::string LanguageOf(const Article& article) {
  std::string text = article.title;
  for (const Block& block : article.blocks) {
    if (text.size() >= kLanguageSampleBytes) break;
    if (block.kind != BlockKind::kCredit) (text += '\n') += block.text;
  }
  const Language* const said =
      article.language.empty() ? nullptr : FindLanguage(article.language);
  if (said == nullptr) return DetectLanguage(text);
  std::string other = OtherLanguage(text, said->code);
  return other.empty() ? std::string(said->code) : other;
}

// The countries and regions of an article's places.
class PlacesOfArticle {
 public:
  explicit PlacesOfArticle(const PlaceTable& table) : table_(table) {}

  // By the name that a place is known by, else by the article's.
  std::vector<LiesIn> Run(const AddedNames& names) {
    for (const CountedName& name : names.counted) {
      if (name.field != FieldId::kPlace) continue;
      const PlacedIn* in = table_.Find(name.known_as);
      if (in == nullptr) in = table_.Find(name.name);
      if (in == nullptr) continue;
      Add({FieldId::kPlaceCountry, std::string(in->country)});
      Add({FieldId::kPlaceRegion, std::string(in->region)});
    }
    for (const std::string& country : names.peoples)
      Add({FieldId::kPlaceCountry, country});
    return std::move(all_);
  }

 private:
  void Add(LiesIn in) {
    if (in.value.empty() ||
        std::find(all_.begin(), all_.end(), in) != all_.end())
      return;
    all_.push_back(std::move(in));
  }

  const PlaceTable& table_;
  std::vector<LiesIn> all_;
};

// Adds the names in an article to its record, and what is known of them.
void FindNames(StoredRecord& record, TextTools& tools) {
  EntityFinder* const finder = tools.entities ? &*tools.entities : nullptr;
  AddedNames names = AddNames(record, finder, tools.name_sources);
  if (finder != nullptr)
    record.names.lies_in = PlacesOfArticle(finder->model().places()).Run(names);
  record.names.forms = std::move(names.forms);
  record.names.counted = std::move(names.counted);
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

}  // namespace

AnalysedArticle AnalyseArticle(Article article, const Arrival& arrival,
                               TextTools& tools, WordTable& table) {
  StoredRecord record;
  record.id = arrival.id;
  record.file = arrival.file;
  record.record = arrival.record;
  record.format = arrival.format;
  record.kept = arrival.kept;
  record.before = Correct(arrival.corrections, article);
  record.language = LanguageOf(article);
  if (article.agency.empty()) article.agency = AgencyOf(article);
  record.article = std::move(article);
  FindNames(record, tools);
  AnalysedArticle out = AnalyseRecord(std::move(record), tools.texts, table);
  out.row.added = arrival.added;
  out.row.added_generation = arrival.generation;
  out.row.fingerprint = FingerprintOfBody(out.stream, table);
  return out;
}

}  // namespace archive
