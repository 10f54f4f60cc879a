#include "query/matching/feedback.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <utility>

#include "common/text/stemmer.h"
#include "query/matching/distinctive.h"
#include "query/matching/remote_parts.h"
#include "query/matching/score.h"
#include "query/matching/word_counter.h"

namespace archive {
namespace {

// Texts too short to tell their language are stemmed as English (stemmer.h):
// their words are one with those of English articles.
std::string_view RulesOf(std::string_view language) {
  return language.empty() ? std::string_view("en") : language;
}

// The languages of a vocabulary whose words are stemmed so.
template <typename Each>
void EachLanguage(const Vocabulary& vocabulary, std::string_view rules,
                  const Each& each) {
  for (std::size_t i = 0; i < vocabulary.language_count(); ++i) {
    if (RulesOf(vocabulary.LanguageAt(i)) == rules) each(i);
  }
}

// What is known of a word before it is chosen.
struct Candidate {
  std::vector<std::uint32_t> occurrences;      // by article looked at
  std::map<std::string, std::uint32_t> forms;  // occurrences
  std::uint64_t articles = 0;
  double weight = 0;
};
// By language and stem: in an order that segments do not change.
using Candidates = std::map<std::pair<std::string, std::string>, Candidate>;

class FeedbackChooser {
 public:
  FeedbackChooser(const SearchContext& context, std::span<const Match> best)
      : context_(context),
        best_(best.first(std::min(best.size(), kFeedbackArticles))) {}

  std::vector<FeedbackWord> Run() {
    for (std::size_t i = 0; i < best_.size(); ++i) ReadArticle(i);
    CountArticles();
    Weigh();
    return Choose();
  }

 private:
  const Segment& SegmentOf(const Match& match) const {
    return context_.index.segments()[match.segment];
  }

  void ReadArticle(std::size_t article) {
    const Match& match = best_[article];
    const Segment& segment = SegmentOf(match);
    std::map<WordCode, std::uint32_t> occurrences;
    EachTextWord(segment, match.doc,
                 [&](WordCode code) { ++occurrences[code]; });
    const auto bit = static_cast<std::size_t>(
        std::countr_zero(context_.languages[match.segment].BitOf(match.doc)));
    const Vocabulary& vocabulary = segment.vocabulary();
    if (bit >= vocabulary.language_count()) return;
    const std::string rules(RulesOf(vocabulary.LanguageAt(bit)));
    const Stemmer stemmer(rules);
    for (const auto& [code, times] : occurrences) {
      const WordRank rank = vocabulary.RankOf(code);
      if (rank >= vocabulary.size()) continue;
      const std::string word(vocabulary.WordAt(rank));
      if (!IsTelling(word)) continue;
      Candidate& candidate = candidates_[{rules, stemmer.Stem(word)}];
      candidate.occurrences.resize(best_.size());
      candidate.occurrences[article] += times;
      candidate.forms[word] += times;
    }
  }

  void CountArticles() {
    for (std::size_t i = 0; i < context_.index.segments().size(); ++i) {
      const Segment& segment = context_.index.segments()[i];
      const Vocabulary& vocabulary = segment.vocabulary();
      if (context_.distant != nullptr && context_.index.IsDistant(i)) {
        for (auto& [key, candidate] : candidates_)
          candidate.articles +=
              context_.distant->ArticlesOfStem(i, key.first, key.second);
        continue;
      }
      for (auto& entry : candidates_) {
        const auto& [language_of_stem, stem] = entry.first;
        EachLanguage(vocabulary, language_of_stem,
                     [&articles = entry.second.articles, &vocabulary,
                      &text = stem](std::size_t language) {
                       articles += vocabulary.FindStem(language, text).articles;
                     });
      }
      if (!segment.removed().empty()) LeaveOutRemoved(i);
    }
  }

  // The vocabulary counts what was there when the segment was written.
  void LeaveOutRemoved(std::size_t number) {
    const Segment& segment = context_.index.segments()[number];
    WordCounter counter(segment, context_.languages[number]);
    for (const auto& [key, candidate] : candidates_) {
      counter.AddWord(FormsOf({.stem = key.second, .language = key.first},
                              segment.vocabulary()));
    }
    for (const DocId doc : segment.removed()) {
      const std::vector<WordCount>& counts = counter.Count(doc);
      std::size_t at = 0;
      for (auto& [key, candidate] : candidates_) {
        if (counts[at++].text > 0) --candidate.articles;
      }
    }
  }

  void Weigh() {
    const std::uint64_t articles = context_.index.live_articles();
    double sum = 0;
    std::vector<double> weights;
    for (const Match& match : best_) {
      weights.push_back(std::pow(match.score, kFeedbackSharpness));
      sum += weights.back();
    }
    for (auto& [key, candidate] : candidates_) {
      candidate.articles = std::min(candidate.articles, articles);
      const double weight = LeafWeight(candidate.articles, articles);
      for (std::size_t i = 0; i < best_.size(); ++i) {
        const std::uint32_t length =
            SegmentOf(best_[i]).columns().LengthOf(best_[i].doc);
        candidate.weight +=
            weights[i] / sum *
            context_.norm.Score(weight, candidate.occurrences[i], length);
      }
    }
  }

  std::vector<FeedbackWord> Choose() const {
    std::vector<std::pair<double, const Candidates::value_type*>> order;
    for (const auto& row : candidates_) {
      // A word that no other article has finds nothing.
      if (row.second.articles > 1) order.emplace_back(row.second.weight, &row);
    }
    std::stable_sort(
        order.begin(), order.end(),
        [](const auto& a, const auto& b) { return a.first > b.first; });
    order.resize(std::min(order.size(), kFeedbackWords));
    double sum = 0;
    for (const auto& [weight, row] : order) sum += weight;
    std::vector<FeedbackWord> words;
    for (const auto& [weight, row] : order) {
      const auto& forms = row->second.forms;
      const auto form = std::max_element(
          forms.begin(), forms.end(),
          [](const auto& a, const auto& b) { return a.second < b.second; });
      words.push_back({.form = form->first,
                       .stem = row->first.second,
                       .language = row->first.first,
                       .articles = row->second.articles,
                       .share = weight / sum});
    }
    return words;
  }

  const SearchContext& context_;
  std::span<const Match> best_;
  Candidates candidates_;
};

}  // namespace

std::vector<FeedbackWord> ChooseFeedback(const SearchContext& context,
                                         std::span<const Match> best) {
  if (best.empty() || best.front().score <= 0) return {};
  return FeedbackChooser(context, best).Run();
}

std::vector<IndexedWord> FormsOf(const FeedbackWord& word,
                                 const Vocabulary& vocabulary) {
  std::vector<IndexedWord> forms;
  EachLanguage(vocabulary, word.language, [&](std::size_t language) {
    for (const WordRank form : vocabulary.FindStem(language, word.stem).forms)
      forms.push_back({form, LanguageMask{1} << language});
  });
  return forms;
}

bool IsTelling(std::string_view word) {
  const bool holds_digit = std::any_of(
      word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return !holds_digit && word.size() > 1;
}

}  // namespace archive
