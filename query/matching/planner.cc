#include "query/matching/planner.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "query/language/written_form.h"
#include "query/matching/remote_parts.h"
#include "query/matching/value_plans.h"

namespace archive {
namespace {

class Planner {
 public:
  Planner(const SearchContext& context, Analyser& analyser,
          std::vector<Diagnostic>& problems)
      : context_(context), analyser_(analyser), problems_(problems) {}

  Plan Run(const Node& tree) {
    plan_.tree = std::make_unique<const Node>(tree);
    if (std::optional<PlanNode> root = Make(*plan_.tree)) {
      plan_.root = std::move(*root);
    } else if (problems_.empty()) {
      problems_.push_back({"there is no word to look for", tree.span, ""});
    }
    CollectMarks(*plan_.tree);
    RefuseTooMany();
    return std::move(plan_);
  }

 private:
  // Nothing: the node asks for nothing (a token without a letter or digit).
  std::optional<PlanNode> Make(const Node& node);
  std::optional<PlanNode> MakeKind(const Node& node);
  std::optional<PlanNode> MakeGroup(const std::vector<Node>& operands,
                                    PlanNode group);
  std::optional<PlanNode> MakeWord(const Node& node);
  std::optional<PlanNode> MakePositions(const Node& node, int at_least);
  PlanNode FromPositions(const PositionNode& node, int at_least);
  PlanNode Candidates(const PositionNode& node) const;
  void AddPairs(const PositionNode& sequence, PlanNode& group) const;

  void AskForPlaces(PositionNode& node);

  std::size_t AddWord(const FieldWord& word);
  std::uint64_t CountIn(const PreparedWord& word, std::size_t segment) const;
  void CountArticles(PreparedWord& word) const;
  void Expand(PreparedWord& word);
  bool StandsForTooMany() const { return behind_.size() > kMaxExpansion; }
  void RefuseTooMany();
  void CollectMarks(const Node& node);

  const SearchContext& context_;
  Analyser& analyser_;
  std::vector<Diagnostic>& problems_;
  Plan plan_;
  std::unordered_map<std::string, std::size_t> known_words_;
  // By number in Plan::words: that in Plan::position_words.
  std::unordered_map<std::size_t, std::size_t> place_numbers_;
  // The different words of the index that the query stands for, until there
  // are more than it may.
  std::unordered_set<std::string_view> behind_;
  bool is_counted_whole_ = true;
  std::unordered_set<std::string> is_marked_;  // as queries
};

std::optional<PlanNode> Planner::Make(const Node& node) {
  std::optional<PlanNode> plan = MakeKind(node);
  if (plan && plan->node == nullptr) plan->node = &node;
  return plan;
}

std::optional<PlanNode> Planner::MakeKind(const Node& node) {
  using Kind = PlanNode::Kind;
  return std::visit(
      Overloaded{
          [](const Everything&) -> std::optional<PlanNode> {
            return PlanNode{.kind = Kind::kAll};
          },
          [&](const WordLeaf&) { return MakeWord(node); },
          [&](const PhraseLeaf&) { return MakePositions(node, 1); },
          [&](const PatternLeaf&) { return MakePositions(node, 1); },
          [&](const FuzzyLeaf&) { return MakePositions(node, 1); },
          [&](const CaseLeaf&) { return MakePositions(node, 1); },
          [&](const Comparison&) -> std::optional<PlanNode> {
            return PlanNode{.kind = Kind::kNone};  // only before resolving
          },
          [&](const DateRange&) -> std::optional<PlanNode> {
            return PlanNode{.kind = Kind::kColumn, .condition = &node};
          },
          [&](const DayOfYear&) -> std::optional<PlanNode> {
            return PlanNode{.kind = Kind::kColumn, .condition = &node};
          },
          [&](const NumberRange&) -> std::optional<PlanNode> {
            return PlanNode{.kind = Kind::kColumn, .condition = &node};
          },
          [&](const Presence&) -> std::optional<PlanNode> {
            return PlanPresence(node, context_.index);
          },
          [&](const WholeValue&) -> std::optional<PlanNode> {
            return PlanWholeValue(node, context_.index, problems_);
          },
          [&](const And& all) {
            return MakeGroup(all.operands, {.kind = Kind::kAnd});
          },
          [&](const Or& any) {
            return MakeGroup(any.operands, {.kind = Kind::kOr});
          },
          [&](const Not& no) {
            std::optional<PlanNode> group =
                MakeGroup(no.operand, {.kind = Kind::kNot});
            return group;
          },
          [&](const Near&) { return MakePositions(node, 1); },
          [&](const AtLeast& at_least) {
            return MakePositions(at_least.operand.front(), at_least.times);
          },
      },
      node.kind);
}

std::optional<PlanNode> Planner::MakeGroup(const std::vector<Node>& operands,
                                           PlanNode group) {
  for (const Node& operand : operands) {
    if (std::optional<PlanNode> part = Make(operand))
      group.parts.push_back(std::move(*part));
  }
  if (group.parts.empty()) return std::nullopt;
  return group;
}

std::optional<PlanNode> Planner::MakeWord(const Node& node) {
  std::optional<PlanNode> words = MakePositions(node, 1);
  if (!words) return words;
  return WithRuledNames(*std::move(words), node, context_.index, analyser_);
}

std::optional<PlanNode> Planner::MakePositions(const Node& node, int at_least) {
  std::optional<PositionTree> tree = BuildPositions(node, analyser_);
  if (!tree) return std::nullopt;
  std::vector<std::size_t> numbers;
  for (const FieldWord& word : tree->words) numbers.push_back(AddWord(word));
  const auto globalise = [&numbers](const auto& self,
                                    PositionNode& part) -> void {
    if (part.kind == PositionNode::Kind::kWord) part.word = numbers[part.word];
    for (PositionNode& inner : part.parts) self(self, inner);
  };
  globalise(globalise, tree->root);
  return FromPositions(tree->root, at_least);
}

PlanNode Planner::FromPositions(const PositionNode& node, int at_least) {
  const bool is_word = node.kind == PositionNode::Kind::kWord;
  if (at_least == 1 && is_word &&
      IsDecidedByPostings(plan_.words[node.word].spec, node.field))
    return {.kind = PlanNode::Kind::kWord, .word = node.word};
  if (at_least == 1 && node.kind == PositionNode::Kind::kAny) {
    PlanNode either = {.kind = PlanNode::Kind::kOr};
    for (const PositionNode& part : node.parts)
      either.parts.push_back(FromPositions(part, 1));
    return either;
  }
  auto question = std::make_shared<PositionQuestion>();
  question->root = node;
  question->at_least = at_least;
  AskForPlaces(question->root);
  PlanNode plan = {.kind = PlanNode::Kind::kPositions,
                   .question = std::move(question)};
  plan.parts.push_back(Candidates(node));
  return plan;
}

// Numbers the words of a question as the places of all questions are.
void Planner::AskForPlaces(PositionNode& node) {
  if (node.kind == PositionNode::Kind::kWord) {
    const auto [at, is_new] =
        place_numbers_.try_emplace(node.word, plan_.position_words.size());
    if (is_new) plan_.position_words.push_back(node.word);
    node.word = at->second;
  }
  for (PositionNode& part : node.parts) AskForPlaces(part);
}

PlanNode Planner::Candidates(const PositionNode& node) const {
  if (node.kind == PositionNode::Kind::kWord)
    return {.kind = PlanNode::Kind::kWord, .word = node.word};
  PlanNode group = {.kind = node.kind == PositionNode::Kind::kAny
                                ? PlanNode::Kind::kOr
                                : PlanNode::Kind::kAnd};
  for (const PositionNode& part : node.parts)
    group.parts.push_back(Candidates(part));
  if (node.kind == PositionNode::Kind::kSequence) AddPairs(node, group);
  return group;
}

// Neighbouring ideographs are terms, too: most articles that hold both
// characters somewhere are not worth a look at their tokens.
void Planner::AddPairs(const PositionNode& sequence, PlanNode& group) const {
  for (std::size_t i = 1; i < sequence.parts.size(); ++i) {
    const PositionNode& left = sequence.parts[i - 1];
    const PositionNode& right = sequence.parts[i];
    const bool are_words = left.kind == PositionNode::Kind::kWord &&
                           right.kind == PositionNode::Kind::kWord;
    if (!are_words || !IsPartOfText(left.field)) continue;
    const WordSpec& a = plan_.words[left.word].spec;
    const WordSpec& b = plan_.words[right.word].spec;
    if (!a.ideograph || !b.ideograph) continue;
    group.parts.push_back(
        {.kind = PlanNode::Kind::kTerms,
         .terms = std::vector<std::vector<std::string>>(
             context_.index.segments().size(), {a.text + b.text})});
  }
}

std::size_t Planner::AddWord(const FieldWord& word) {
  const auto [at, is_new] =
      known_words_.try_emplace(KeyOf(word), plan_.words.size());
  if (!is_new) return at->second;
  PreparedWord prepared = {.spec = word.spec, .field = word.field};
  // Beyond the limit there will be no answer, so nothing is worth the time.
  if (StandsForTooMany()) {
    is_counted_whole_ = false;
  } else {
    Expand(prepared);
    if (!StandsForTooMany()) CountArticles(prepared);
  }
  plan_.words.push_back(std::move(prepared));
  return at->second;
}

// Whether a word stands for many that have nothing in common: they are counted
// one by one, which needs no walk and does not depend on segments.
bool StandsForMany(const WordSpec& spec) {
  return spec.match == WordMatch::kPattern || spec.match == WordMatch::kFuzzy;
}

std::uint64_t Planner::CountIn(const PreparedWord& word,
                               std::size_t segment) const {
  if (context_.distant != nullptr && context_.index.IsDistant(segment))
    return context_.distant->ArticlesWith(segment, {word.spec, word.field});
  const Segment& in = context_.index.segments()[segment];
  // The vocabulary counts what was there when the segment was written.
  if (in.removed().empty() && IsPartOfText(word.field))
    return word.by_segment[segment].articles;
  const ArticleLanguages& languages = context_.languages[segment];
  std::vector<TermOfLanguages> terms = TermsOf(word, context_, segment);
  if (!StandsForMany(word.spec)) return CountLive(in, languages, terms);
  std::uint64_t articles = 0;
  for (const TermOfLanguages& term : terms)
    articles += CountLive(in, languages, {term});
  return articles;
}

void Planner::CountArticles(PreparedWord& word) const {
  for (std::size_t i = 0; i < context_.index.segments().size(); ++i)
    word.articles += CountIn(word, i);
  word.articles = std::min(word.articles, context_.index.live_articles());
  word.weight = LeafWeight(word.articles, context_.index.live_articles());
}

void Planner::Expand(PreparedWord& word) {
  for (const Segment& segment : context_.index.segments()) {
    const Vocabulary& vocabulary = segment.vocabulary();
    word.by_segment.push_back(ExpandWord(word.spec, vocabulary));
    for (const IndexedWord& form : word.by_segment.back().forms)
      behind_.insert(vocabulary.WordAt(form.rank));
  }
}

void Planner::RefuseTooMany() {
  if (!StandsForTooMany()) return;
  problems_.push_back(
      {fmt::format("this stands for {}{} different words; at most {} can be "
                   "looked for at once",
                   is_counted_whole_ ? "" : "more than ",
                   WithCommas(behind_.size()), WithCommas(kMaxExpansion)),
       plan_.tree->span, ""});
}

void Planner::CollectMarks(const Node& node) {
  if (std::holds_alternative<Not>(node.kind)) return;
  if (const auto* at_least = std::get_if<AtLeast>(&node.kind)) {
    CollectMarks(at_least->operand.front());
    return;
  }
  const bool is_group = std::holds_alternative<And>(node.kind) ||
                        std::holds_alternative<Or>(node.kind);
  if (is_group) {
    for (const Node& operand : *OperandsOf(node)) CollectMarks(operand);
  } else if (!is_marked_.insert(ToQueryText(node)).second) {
    return;  // asked for before
  } else if (auto tree = BuildPositions(node, analyser_)) {
    plan_.marks.push_back(std::move(*tree));
  }
}

}  // namespace

Plan MakePlan(const Node& tree, const SearchContext& context,
              Analyser& analyser, std::vector<Diagnostic>& problems) {
  return Planner(context, analyser, problems).Run(tree);
}

std::vector<TermOfLanguages> TermsOf(const PreparedWord& word,
                                     const SearchContext& context,
                                     std::size_t segment) {
  const Vocabulary& vocabulary = context.index.segments()[segment].vocabulary();
  std::vector<TermOfLanguages> terms;
  const bool is_of_text = IsPartOfText(word.field);
  for (const IndexedWord& form : word.by_segment[segment].forms) {
    terms.push_back(
        {.term = TermOf(word.field, vocabulary.WordAt(form.rank)),
         .languages = form.languages,
         .code = is_of_text ? vocabulary.CodeOf(form.rank) : kMaxWordCodes});
  }
  return terms;
}

}  // namespace archive
