#include "query/matching/plan_cursors.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "query/matching/column_tests.h"
#include "query/matching/planner.h"
#include "query/matching/token_source.h"

namespace archive {

namespace {

// A window takes some kilobytes; more words than this are walked one by one.
constexpr std::size_t kMostWindows = 16;

// Whether posting lists alone say which articles have it.
bool IsOfLists(const PlanNode& node) {
  return node.kind == PlanNode::Kind::kWord ||
         node.kind == PlanNode::Kind::kTerms;
}

bool AskTheSame(const PlanNode& a, const PlanNode& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == PlanNode::Kind::kWord) return a.word == b.word;
  // What is a candidate follows from the question.
  return a.kind == PlanNode::Kind::kPositions && *a.question == *b.question;
}

}  // namespace

// An operand, and how often it stands in its group.
struct CursorMaker::Operand {
  const PlanNode* part;
  int times;

  // "the the" is one list to walk, however often it is typed.
  static std::vector<Operand> AllOf(const std::vector<PlanNode>& parts) {
    std::vector<Operand> different;
    for (const PlanNode& part : parts) {
      const auto same = std::find_if(
          different.begin(), different.end(),
          [&part](const Operand& r) { return AskTheSame(*r.part, part); });
      if (same == different.end()) {
        different.push_back({&part, 1});
      } else {
        ++same->times;
      }
    }
    return different;
  }
};

// The operands of an AND, by what they cost.
struct CursorMaker::Parts {
  std::vector<Operand> walked;
  WordConditions conditions;
  std::vector<DocTest> absence_tests;
};

CursorMaker::CursorMaker(const Plan& plan, const SearchContext& context)
    : plan_(plan),
      context_(context),
      budget_{
          PositionChecker(PlacementStepsFor(context.index.live_articles()))} {}

CursorPtr CursorMaker::Make(const PlanNode& node, std::size_t segment) {
  const DocId last_doc = context_.index.segments()[segment].last_doc();
  switch (node.kind) {
    case PlanNode::Kind::kAll:
      return MakeAllCursor(last_doc);
    case PlanNode::Kind::kNone:
      return MakeOrCursor({});
    case PlanNode::Kind::kWord:
    case PlanNode::Kind::kTerms:
      return MakeOneWord(node, segment);
    case PlanNode::Kind::kPositions:
      return MakePositions(node, segment);
    case PlanNode::Kind::kDocs:
      return MakeDocsCursor(node.docs[segment]);
    case PlanNode::Kind::kOr:
      return MakeOr(node, segment);
    case PlanNode::Kind::kColumn:
    case PlanNode::Kind::kNot: {
      Parts parts;
      AddPart(node, 1, segment, parts);
      return Join(std::move(parts), segment);
    }
    case PlanNode::Kind::kAnd: {
      Parts parts;
      for (const auto& [part, times] : Operand::AllOf(node.parts))
        AddPart(*part, times, segment, parts);
      return Join(std::move(parts), segment);
    }
  }
  return MakeOrCursor({});
}

CursorPtr CursorMaker::MakeOr(const PlanNode& node, std::size_t segment) {
  const std::vector<Operand> operands = Operand::AllOf(node.parts);
  WordConditions none;
  if (auto words = JoinWords(operands, JoinedBy::kAny, none, segment))
    return *std::move(words);
  std::vector<CursorPtr> parts;
  for (const auto& [part, times] : operands)
    parts.push_back(MakeRepeatedCursor(Make(*part, segment), times));
  return MakeOrCursor(std::move(parts));
}

// Nothing where they are not words alone, or one word that is a plain list.
std::optional<CursorPtr> CursorMaker::JoinWords(
    const std::vector<Operand>& operands, JoinedBy joined,
    WordConditions& conditions, std::size_t segment) {
  const bool is_fit =
      operands.size() + conditions.tests.size() > 1 && !operands.empty() &&
      operands.size() <= kMostWindows &&
      std::all_of(operands.begin(), operands.end(),
                  [](const Operand& o) { return IsOfLists(*o.part); });
  if (!is_fit) return std::nullopt;
  std::vector<std::unique_ptr<WordWindow>> words;
  for (const auto& [part, times] : operands) {
    words.push_back(std::make_unique<WordWindow>(
        context_.index.segments()[segment], context_.languages[segment],
        ListsOf(*part, segment), ScorerOf(*part, times, segment)));
  }
  return MakeWordCursor(std::move(words), joined, std::move(conditions));
}

void CursorMaker::AddPart(const PlanNode& node, int times, std::size_t segment,
                          Parts& parts) {
  switch (node.kind) {
    case PlanNode::Kind::kColumn:
      AddColumnTest(
          *node.condition, context_.index, segment,
          context_.days ? context_.days->Of(context_.index, segment) : nullptr,
          parts.conditions);
      return;
    case PlanNode::Kind::kNot:
      parts.absence_tests.push_back(
          MakeAbsenceTest(Make(node.parts.front(), segment)));
      return;
    case PlanNode::Kind::kAll:
    case PlanNode::Kind::kNone:
    case PlanNode::Kind::kWord:
    case PlanNode::Kind::kTerms:
    case PlanNode::Kind::kDocs:
    case PlanNode::Kind::kPositions:
    case PlanNode::Kind::kAnd:
    case PlanNode::Kind::kOr:
      parts.walked.push_back({&node, times});
      return;
  }
}

// Cheap tests first: reading an article's tokens is left to the cursors.
CursorPtr CursorMaker::Join(Parts parts, std::size_t segment) {
  WordConditions& conditions = parts.conditions;
  std::move(parts.absence_tests.begin(), parts.absence_tests.end(),
            std::back_inserter(conditions.tests));
  if (auto words = JoinWords(parts.walked, JoinedBy::kAll, conditions, segment))
    return *std::move(words);
  std::vector<CursorPtr> cursors;
  for (const auto& [part, times] : parts.walked)
    cursors.push_back(MakeRepeatedCursor(Make(*part, segment), times));
  if (cursors.empty())
    cursors.push_back(
        MakeAllCursor(context_.index.segments()[segment].last_doc()));
  return MakeAndCursor(std::move(cursors), std::move(conditions.tests));
}

CursorPtr CursorMaker::MakeOneWord(const PlanNode& node, std::size_t segment) {
  return MakePostingCursor(context_.index.segments()[segment],
                           context_.languages[segment], ListsOf(node, segment),
                           ScorerOf(node, 1, segment));
}

std::vector<PostingList> CursorMaker::ListsOf(const PlanNode& word,
                                              std::size_t segment) const {
  const Segment& in = context_.index.segments()[segment];
  if (word.kind == PlanNode::Kind::kWord)
    return OpenLists(in, TermsOf(plan_.words[word.word], context_, segment));
  std::vector<TermOfLanguages> terms;
  for (const std::string& term : word.terms[segment])
    terms.push_back({.term = term});
  return OpenLists(in, terms);
}

WordScorer CursorMaker::ScorerOf(const PlanNode& word, int times,
                                 std::size_t segment) const {
  const double weight =
      word.kind == PlanNode::Kind::kWord ? plan_.words[word.word].weight : 0;
  return WordScorer(context_.index.segments()[segment].columns(), weight,
                    context_.norm, times);
}

CursorPtr CursorMaker::MakePositions(const PlanNode& node,
                                     std::size_t segment) {
  if (!matcher_ || matcher_->segment() != segment) {
    matcher_ =
        std::make_shared<PositionMatcher>(plan_, context_, segment, budget_);
  }
  return MakePositionCursor(Make(node.parts.front(), segment), *node.question,
                            matcher_);
}

}  // namespace archive
