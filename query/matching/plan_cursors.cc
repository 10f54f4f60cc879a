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

// An operand, and how often it stands in its group.
struct Repeated {
  const PlanNode* part;
  int times;
};

bool AskTheSame(const PlanNode& a, const PlanNode& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == PlanNode::Kind::kWord) return a.word == b.word;
  // What is a candidate follows from the question.
  return a.kind == PlanNode::Kind::kPositions && *a.question == *b.question;
}

// "the the" is one list to walk, however often it is typed.
std::vector<Repeated> DifferentParts(const std::vector<PlanNode>& parts) {
  std::vector<Repeated> different;
  for (const PlanNode& part : parts) {
    const auto same = std::find_if(
        different.begin(), different.end(),
        [&part](const Repeated& r) { return AskTheSame(*r.part, part); });
    if (same == different.end()) {
      different.push_back({&part, 1});
    } else {
      ++same->times;
    }
  }
  return different;
}

}  // namespace

// The operands of an AND, by what they cost.
struct CursorMaker::Parts {
  std::vector<CursorPtr> cursors;
  std::vector<DocTest> column_tests;
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
      return MakeWordCursor(node, segment);
    case PlanNode::Kind::kPositions:
      return MakePositions(node, segment);
    case PlanNode::Kind::kTerms:
      return MakeTermsCursor(node, segment);
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
      for (const auto& [part, times] : DifferentParts(node.parts))
        AddPart(*part, times, segment, parts);
      return Join(std::move(parts), segment);
    }
  }
  return MakeOrCursor({});
}

CursorPtr CursorMaker::MakeOr(const PlanNode& node, std::size_t segment) {
  std::vector<CursorPtr> parts;
  for (const auto& [part, times] : DifferentParts(node.parts))
    parts.push_back(MakeRepeatedCursor(Make(*part, segment), times));
  return MakeOrCursor(std::move(parts));
}

void CursorMaker::AddPart(const PlanNode& node, int times, std::size_t segment,
                          Parts& parts) {
  switch (node.kind) {
    case PlanNode::Kind::kColumn:
      parts.column_tests.push_back(
          MakeColumnTest(*node.condition, context_.index, segment));
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
      parts.cursors.push_back(MakeRepeatedCursor(Make(node, segment), times));
      return;
  }
}

// Cheap tests first: reading an article's tokens is left to the cursors.
CursorPtr CursorMaker::Join(Parts parts, std::size_t segment) {
  std::vector<DocTest> tests = std::move(parts.column_tests);
  std::move(parts.absence_tests.begin(), parts.absence_tests.end(),
            std::back_inserter(tests));
  if (parts.cursors.empty())
    parts.cursors.push_back(
        MakeAllCursor(context_.index.segments()[segment].last_doc()));
  return MakeAndCursor(std::move(parts.cursors), std::move(tests));
}

CursorPtr CursorMaker::MakeWordCursor(const PlanNode& node,
                                      std::size_t segment) {
  const PreparedWord& word = plan_.words[node.word];
  return MakePostingCursor(
      context_.index.segments()[segment], context_.languages[segment],
      TermsOf(word, context_, segment), word.weight, context_.norm);
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

CursorPtr CursorMaker::MakeTermsCursor(const PlanNode& node,
                                       std::size_t segment) {
  std::vector<TermOfLanguages> terms;
  for (const std::string& term : node.terms[segment])
    terms.push_back({term, kAnyLanguage});
  return MakePostingCursor(context_.index.segments()[segment],
                           context_.languages[segment], terms, 0,
                           context_.norm);
}

}  // namespace archive
