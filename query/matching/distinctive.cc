#include "query/matching/distinctive.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/text/fold.h"

namespace archive {
namespace {

constexpr std::uint64_t kFewestArticles = 2;

double Part(double observed, double row, double column, double all) {
  return observed > 0 ? observed * std::log(observed * all / (row * column))
                      : 0;
}

bool ComesBefore(const DistinctiveValue& a, const DistinctiveValue& b) {
  if (a.g2 != b.g2) return a.g2 > b.g2;
  if (a.found != b.found) return a.found > b.found;
  return a.value < b.value;
}

// A number says of what it is told, not what a text is about.
bool HoldsLetter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

void KeepBest(std::vector<DistinctiveValue>& values) {
  std::sort(values.begin(), values.end(), ComesBefore);
  values.resize(std::min(values.size(), kMostDistinctive));
}

}  // namespace

double LogLikelihood(const DistinctiveValue& value,
                     const ArticleTotals& totals) {
  const auto with = static_cast<double>(value.all);
  const auto found = static_cast<double>(totals.found);
  const auto all = static_cast<double>(totals.all);
  const auto both = static_cast<double>(value.found);
  if (both * all <= with * found) return 0;
  const double rest = all - found;
  return 2 * (Part(both, found, with, all) +
              Part(found - both, found, all - with, all) +
              Part(with - both, rest, with, all) +
              Part(rest - with + both, rest, all - with, all));
}

ValueTally::ValueTally(const OpenIndex& index, FieldId field) {
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    names_.push_back(&index.NamesIn(i, field));
    articles_.emplace_back(names_.back()->size());
  }
}

void ValueTally::Take(std::size_t segment, DocId doc) {
  names_[segment]->EachOf(
      doc, [this, segment](Ordinal counted) { ++articles_[segment][counted]; });
}

std::unordered_map<std::string, ValueTally::Count> ValueTally::Counts() const {
  std::unordered_map<std::string, Count> counts;
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    for (Ordinal ordinal = 0; ordinal < articles_[i].size(); ++ordinal) {
      if (articles_[i][ordinal] == 0) continue;
      const std::string value(names_[i]->NameAt(ordinal));
      Count& count = counts[FoldValue(value)];
      if (count.value.empty()) count.value = value;
      count.articles += articles_[i][ordinal];
    }
  }
  return counts;
}

WordTally::WordTally(const OpenIndex& index) : index_(index) {
  for (const Segment& segment : index.segments())
    articles_.emplace_back(segment.vocabulary().size());
}

void WordTally::Take(std::size_t segment, DocId doc) {
  std::vector<std::uint32_t>& articles = articles_[segment];
  if (segment != segment_ || last_doc_.empty())
    last_doc_.assign(articles.size(), 0);
  segment_ = segment;
  EachTextWord(index_.segments()[segment], doc, [&](WordCode code) {
    if (code >= articles.size() || last_doc_[code] == doc) return;
    last_doc_[code] = doc;
    ++articles[code];
  });
}

std::unordered_map<std::string, std::uint64_t> WordTally::Counts() const {
  std::unordered_map<std::string, std::uint64_t> counts;
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    const Vocabulary& vocabulary = index_.segments()[i].vocabulary();
    for (WordCode code = 0; code < articles_[i].size(); ++code) {
      const WordRank rank = vocabulary.RankOf(code);
      if (articles_[i][code] > 0 && rank < vocabulary.size())
        counts[std::string(vocabulary.WordAt(rank))] += articles_[i][code];
    }
  }
  return counts;
}

void EachTextWord(const Segment& segment, DocId doc,
                  const std::function<void(WordCode)>& sink) {
  TokenReader reader = segment.tokens().Read(doc);
  bool is_text = false;
  while (!reader.AtEnd()) {
    if (!reader.AtMark()) {
      const WordCode code = reader.TakeWord();
      if (is_text) sink(code);
      continue;
    }
    const TokenUnit mark = reader.TakeMark();
    if (IsZoneMark(mark)) is_text = IsTextZone(ZoneOf(mark));
  }
}

WordStatistics::WordStatistics(const OpenIndex& index, Hidden hidden)
    : index_(index), removed_(index) {
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    const Segment& segment = index.segments()[i];
    for (const DocId doc : segment.removed()) removed_.Take(i, doc);
    if (hidden == Hidden::kShown || index.HiddenIn(i) == nullptr) continue;
    for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
      if (index.IsHidden(i, doc)) removed_.Take(i, doc);
    }
  }
}

std::uint64_t WordStatistics::ArticlesWith(std::string_view word) const {
  std::uint64_t articles = 0;
  for (std::size_t i = 0; i < index_.segments().size(); ++i) {
    const Vocabulary& vocabulary = index_.segments()[i].vocabulary();
    if (const auto rank = vocabulary.Find(word))
      articles += vocabulary.ArticlesWith(*rank) -
                  removed_.ArticlesWith(i, vocabulary.CodeOf(*rank));
  }
  return articles;
}

std::vector<DistinctiveValue> DistinctiveValues(const ValueTally& found,
                                                const ValueTally& all,
                                                const ArticleTotals& totals) {
  const auto everywhere = all.Counts();
  std::vector<DistinctiveValue> values;
  for (const auto& [folded, count] : found.Counts()) {
    DistinctiveValue value = {.value = count.value,
                              .found = count.articles,
                              .all = everywhere.at(folded).articles};
    value.g2 = LogLikelihood(value, totals);
    if (value.found >= kFewestArticles && value.g2 > 0)
      values.push_back(std::move(value));
  }
  KeepBest(values);
  return values;
}

std::vector<DistinctiveValue> DistinctiveWords(const WordStatistics& statistics,
                                               const WordTally& found,
                                               const ArticleTotals& totals,
                                               const WordTest& is_asked_for) {
  std::vector<DistinctiveValue> words;
  for (const auto& [word, articles] : found.Counts()) {
    if (articles < kFewestArticles || !HoldsLetter(word)) continue;
    DistinctiveValue value = {
        .value = word, .found = articles, .all = statistics.ArticlesWith(word)};
    value.g2 = LogLikelihood(value, totals);
    if (value.g2 > 0) words.push_back(std::move(value));
  }
  std::sort(words.begin(), words.end(), ComesBefore);
  std::vector<DistinctiveValue> best;
  for (DistinctiveValue& word : words) {
    if (best.size() == kMostDistinctive) break;
    // Asked last: it costs more than the rest.
    if (!is_asked_for(word.value)) best.push_back(std::move(word));
  }
  return best;
}

}  // namespace archive
