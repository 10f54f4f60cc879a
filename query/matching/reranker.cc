#include "query/matching/reranker.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <span>

#include "query/matching/score.h"
#include "query/matching/word_counter.h"

namespace archive {
namespace {

// A word that scores, and how often the query says it.
struct ScoredWord {
  std::size_t number = 0;  // in Plan::words
  double times = 0;
};

// What is excluded, and conditions, score nothing.
void CountScored(const PlanNode& node, const Plan& plan,
                 std::map<std::size_t, double>& times) {
  if (node.kind == PlanNode::Kind::kNot) return;
  if (node.kind == PlanNode::Kind::kWord && plan.words[node.word].weight > 0)
    ++times[node.word];
  for (const PlanNode& part : node.parts) CountScored(part, plan, times);
}

std::vector<ScoredWord> ScoredWordsOf(const Plan& plan) {
  std::map<std::size_t, double> times;
  CountScored(plan.root, plan, times);
  std::vector<ScoredWord> words;
  for (const auto& [number, count] : times) words.push_back({number, count});
  return words;
}

// Word counters of all segments, made when they are needed first.
class Counters {
 public:
  Counters(const SearchContext& context,
           const std::function<void(std::size_t, WordCounter&)>& fill)
      : context_(context), fill_(fill), counters_(context.languages.size()) {}

  const std::vector<WordCount>& Count(const Match& match) {
    std::optional<WordCounter>& counter = counters_[match.segment];
    if (!counter) {
      counter.emplace(context_.index.segments()[match.segment],
                      context_.languages[match.segment]);
      fill_(match.segment, *counter);
    }
    return counter->Count(match.doc);
  }

 private:
  const SearchContext& context_;
  std::function<void(std::size_t, WordCounter&)> fill_;
  std::vector<std::optional<WordCounter>> counters_;
};

std::uint32_t LengthOf(const SearchContext& context, const Match& match) {
  return context.index.segments()[match.segment].columns().LengthOf(match.doc);
}

void AddTitles(const Plan& plan, const SearchContext& context,
               std::span<const ScoredWord> scored, std::span<Match> matches) {
  std::vector<ScoredWord> words;
  for (const ScoredWord& word : scored) {
    // `title:x` is scored by the title already, `body:x` is not about it.
    if (plan.words[word.number].field == FieldId::kText) words.push_back(word);
  }
  if (words.empty()) return;
  Counters counters(context, [&](std::size_t segment, WordCounter& counter) {
    for (const ScoredWord& word : words)
      counter.AddWord(plan.words[word.number].by_segment[segment].forms);
  });
  for (Match& match : matches) {
    const std::vector<WordCount>& counts = counters.Count(match);
    const std::uint32_t length = LengthOf(context, match);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (counts[i].title == 0) continue;
      const double weight = plan.words[words[i].number].weight;
      const double more = counts[i].text + kTitleExtra * counts[i].title;
      match.score +=
          words[i].times * (context.norm.Score(weight, more, length) -
                            context.norm.Score(weight, counts[i].text, length));
    }
  }
}

void AddFeedback(std::span<const FeedbackWord> feedback, double query_words,
                 const SearchContext& context, std::span<Match> matches) {
  Counters counters(context, [&](std::size_t segment, WordCounter& counter) {
    const Vocabulary& vocabulary =
        context.index.segments()[segment].vocabulary();
    for (const FeedbackWord& word : feedback)
      counter.AddWord(FormsOf(word, vocabulary));
  });
  std::vector<double> weights;
  for (const FeedbackWord& word : feedback) {
    weights.push_back(kFeedbackWeight * query_words * word.share *
                      LeafWeight(word.articles, context.index.live_articles()));
  }
  for (Match& match : matches) {
    const std::vector<WordCount>& counts = counters.Count(match);
    const std::uint32_t length = LengthOf(context, match);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (counts[i].text == 0) continue;
      const double occurrences = counts[i].text + kTitleExtra * counts[i].title;
      match.score += context.norm.Score(weights[i], occurrences, length);
    }
  }
}

void SortByRelevance(const SearchContext& context, std::span<Match> matches) {
  std::sort(matches.begin(), matches.end(),
            [&context](const Match& a, const Match& b) {
              return ComesBefore(context.index, SortOrder::kRelevance, a, b);
            });
}

}  // namespace

std::vector<FeedbackWord> Rerank(Ranking ranking, const Plan& plan,
                                 const SearchContext& context,
                                 std::vector<Match>& matches) {
  if (ranking == Ranking::kPlain) return {};
  const std::vector<ScoredWord> scored = ScoredWordsOf(plan);
  if (scored.empty()) return {};
  const std::span<Match> head(matches.data(),
                              std::min(matches.size(), kReranked));
  AddTitles(plan, context, scored, head);
  SortByRelevance(context, head);
  if (ranking == Ranking::kTitle) return {};
  std::vector<FeedbackWord> feedback = ChooseFeedback(context, head);
  double query_words = 0;
  for (const ScoredWord& word : scored) query_words += word.times;
  AddFeedback(feedback, query_words, context, head);
  SortByRelevance(context, head);
  return feedback;
}

}  // namespace archive
