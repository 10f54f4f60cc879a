#include "query/matching/plan_cursors.h"

#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "query/matching/column_tests.h"
#include "query/matching/planner.h"
#include "query/matching/token_source.h"

namespace archive {

// The operands of an AND, by what they cost.
struct CursorMaker::Parts {
  std::vector<CursorPtr> cursors;
  std::vector<DocTest> column_tests;
  std::vector<DocTest> absence_tests;
  std::vector<DocTest> position_tests;
};

CursorPtr CursorMaker::Make(const PlanNode& node, std::size_t segment) {
  const DocId last_doc = context_.index.segments()[segment].last_doc();
  switch (node.kind) {
    case PlanNode::Kind::kAll:
      return MakeAllCursor(last_doc);
    case PlanNode::Kind::kNone:
      return MakeOrCursor({});
    case PlanNode::Kind::kWord:
      return MakePostingCursor(
          context_.index.segments()[segment], context_.languages[segment],
          TermsOf(plan_.words[node.word], context_, segment),
          plan_.words[node.word].weight, context_.norm);
    case PlanNode::Kind::kTerms:
      return MakeTermsCursor(node, segment);
    case PlanNode::Kind::kDocs:
      return MakeDocsCursor(node.docs[segment]);
    case PlanNode::Kind::kOr: {
      std::vector<CursorPtr> parts;
      for (const PlanNode& part : node.parts)
        parts.push_back(Make(part, segment));
      return MakeOrCursor(std::move(parts));
    }
    case PlanNode::Kind::kColumn:
    case PlanNode::Kind::kPositions:
    case PlanNode::Kind::kNot: {
      Parts parts;
      AddPart(node, segment, parts);
      return Join(std::move(parts), segment);
    }
    case PlanNode::Kind::kAnd: {
      Parts parts;
      for (const PlanNode& part : node.parts) AddPart(part, segment, parts);
      return Join(std::move(parts), segment);
    }
  }
  return MakeOrCursor({});
}

void CursorMaker::AddPart(const PlanNode& node, std::size_t segment,
                          Parts& parts) {
  switch (node.kind) {
    case PlanNode::Kind::kColumn:
      parts.column_tests.push_back(MakeColumnTest(
          *node.condition, context_.index.segments()[segment].columns()));
      return;
    case PlanNode::Kind::kNot:
      parts.absence_tests.push_back(
          MakeAbsenceTest(Make(node.parts.front(), segment)));
      return;
    case PlanNode::Kind::kPositions:
      parts.cursors.push_back(Make(node.parts.front(), segment));
      parts.position_tests.push_back(MakePositionTest(*node.question, segment));
      return;
    case PlanNode::Kind::kAll:
    case PlanNode::Kind::kNone:
    case PlanNode::Kind::kWord:
    case PlanNode::Kind::kTerms:
    case PlanNode::Kind::kDocs:
    case PlanNode::Kind::kAnd:
    case PlanNode::Kind::kOr:
      parts.cursors.push_back(Make(node, segment));
      return;
  }
}

// Cheap tests first: reading an article's tokens comes last.
CursorPtr CursorMaker::Join(Parts parts, std::size_t segment) {
  std::vector<DocTest> tests = std::move(parts.column_tests);
  for (std::vector<DocTest>* more :
       {&parts.absence_tests, &parts.position_tests}) {
    std::move(more->begin(), more->end(), std::back_inserter(tests));
  }
  if (parts.cursors.empty())
    parts.cursors.push_back(
        MakeAllCursor(context_.index.segments()[segment].last_doc()));
  return MakeAndCursor(std::move(parts.cursors), std::move(tests));
}

DocTest CursorMaker::MakePositionTest(const PositionQuestion& question,
                                      std::size_t segment) {
  std::vector<StreamSource::QueryWord> words;
  for (const std::size_t number : question.words) {
    const PreparedWord& word = plan_.words[number];
    words.push_back({word.by_segment[segment].forms, word.spec.letters});
  }
  struct State {
    StreamSource source;
    PositionChecker checker;
  };
  auto state = std::make_shared<State>(
      State{StreamSource(context_.index.segments()[segment],
                         context_.languages[segment], words),
            PositionChecker()});
  return [state, &question, segment, this](DocId doc) {
    if (gave_up_at_) return false;  // the answer is an error already
    std::size_t found = 0;
    for (const ValueWords& value : state->source.Read(doc)) {
      if (question.at_least == 1) {
        if (state->checker.Matches(question.root, value)) return true;
        if (state->checker.gave_up()) break;
      } else {
        found += state->checker.Find(question.root, value).size();
      }
    }
    if (state->checker.gave_up()) gave_up_at_ = ArticlePlace{segment, doc};
    return question.at_least > 1 &&
           found >= static_cast<std::size_t>(question.at_least);
  };
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
