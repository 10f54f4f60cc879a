#include "common/index/article_row.h"

#include <cmath>
#include <map>
#include <optional>
#include <string_view>

#include "common/index/article_values.h"
#include "common/index/schema.h"

namespace archive {
namespace {

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

class Cutter {
 public:
  Cutter(const StoredRecord& record, Analyser& analyser,
         SentenceCutter& sentences, WordTable& table)
      : record_(record),
        analyser_(analyser),
        sentences_(sentences),
        table_(table) {}

  ArticleWords Run() {
    static const std::vector<FieldId> kStream = FieldsOfTheStream();
    for (const FieldId field : kStream) AddZone(field);
    return std::move(out_);
  }

 private:
  void AddZone(FieldId id) {
    const std::vector<std::string_view> values = ValuesOf(record_, id);
    if (values.empty()) return;
    const Zone zone = FieldFor(id).zone;
    out_.stream.push_back(MarkItem(ZoneMark(zone)));
    for (const std::string_view value : values) {
      analyser_.Words(value, words_);
      if (IsTextZone(zone)) {
        AddSentences(value);
        out_.length += static_cast<std::uint32_t>(words_.size());
        AddPairs();
      } else {
        AddWords(0, words_.size());
      }
      out_.stream.push_back(
          MarkItem(zone == Zone::kBody ? kParagraphMark : kValueMark));
      if (zone == Zone::kBody)
        out_.body_words += static_cast<std::uint32_t>(words_.size());
    }
    AddWordsOfForms(id);
  }

  // A name is found by the words it is written with, too.
  void AddWordsOfForms(FieldId id) {
    for (const WrittenForm& form : record_.names.forms) {
      if (form.field != id) continue;
      analyser_.Words(form.text, words_);
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
    sentences_.Cut(value, record_.language, sentence_ends_);
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

  // Most articles that hold both characters somewhere are not worth a look at
  // their tokens.
  void AddPairs() {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (words_[i].ideograph && words_[i - 1].ideograph)
        out_.pairs.push_back(words_[i - 1].text + words_[i].text);
    }
  }

  const StoredRecord& record_;
  Analyser& analyser_;
  SentenceCutter& sentences_;
  WordTable& table_;
  ArticleWords out_;
  std::vector<Word> words_;
  std::vector<std::size_t> sentence_ends_;
};

std::uint16_t Thousandths(double share) {
  return static_cast<std::uint16_t>(std::lround(share * 1000));
}

}  // namespace

ArticleWords CutArticle(const StoredRecord& record, Analyser& analyser,
                        SentenceCutter& sentences, WordTable& table) {
  return Cutter(record, analyser, sentences, table).Run();
}

void FillColumns(const Article& article, ColumnRow& row) {
  if (article.ocr) row.ocr = Thousandths(*article.ocr);
  if (article.modified) row.modified = RangeOf(article.modified->date).first;
  if (!article.published) return;
  const Publication& published = *article.published;
  row.first_day = RangeOf(published.when.date).first;
  row.precision = PrecisionOf(published.when.date);
  row.published = InstantOf(published.when);
  row.confidence = Thousandths(published.confidence);
}

std::vector<DateMention> MentionsOf(const Article& article,
                                    DateMentionFinder& finder) {
  std::optional<Day> published;
  if (article.published && article.published->when.date.day != 0)
    published = RangeOf(article.published->when.date).first;
  return finder.Find(TextsOf(article), published);
}

}  // namespace archive
