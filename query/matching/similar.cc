#include "query/matching/similar.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

#include "query/matching/distinctive.h"
#include "query/matching/feedback.h"

namespace archive {
namespace {

struct Candidate {
  std::string word;
  double weight = 0;
};

double WeightOf(std::uint64_t occurrences, std::uint64_t articles,
                std::uint64_t all) {
  return (1 + std::log(static_cast<double>(occurrences))) *
         std::log(static_cast<double>(all) / static_cast<double>(articles));
}

}  // namespace

std::vector<std::string> TellingWords(const OpenIndex& index,
                                      const Match& article) {
  const Segment& segment = index.segments()[article.segment];
  std::map<WordCode, std::uint64_t> occurrences;
  EachTextWord(segment, article.doc,
               [&](WordCode code) { ++occurrences[code]; });
  const WordStatistics statistics(index, Hidden::kShown);
  const Vocabulary& vocabulary = segment.vocabulary();
  std::vector<Candidate> candidates;
  for (const auto& [code, times] : occurrences) {
    const WordRank rank = vocabulary.RankOf(code);
    if (rank >= vocabulary.size()) continue;
    const std::string word(vocabulary.WordAt(rank));
    const std::uint64_t articles = statistics.ArticlesWith(word);
    if (articles < 2 || !IsTelling(word)) continue;
    candidates.push_back(
        {word, WeightOf(times, articles, index.live_articles())});
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) {
              return a.weight != b.weight ? a.weight > b.weight
                                          : a.word < b.word;
            });
  candidates.resize(std::min(candidates.size(), kTellingWords));
  std::vector<std::string> words;
  for (Candidate& candidate : candidates)
    words.push_back(std::move(candidate.word));
  return words;
}

Node LikeThese(const std::vector<std::string>& words, const std::string& id) {
  std::vector<Node> alternatives;
  for (const std::string& word : words)
    alternatives.push_back({.kind = WordLeaf{word, WordForm::kExact}});
  Node itself = {.kind = PhraseLeaf{PlainPattern(id)}, .field = "id"};
  std::vector<Node> parts;
  parts.push_back(MakeOr(std::move(alternatives), {}));
  parts.push_back(MakeNot(std::move(itself), {}));
  return MakeAnd(std::move(parts), {});
}

}  // namespace archive
