#include "query/matching/occurrence_counter.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/index/xapian_guard.h"
#include "common/text/analyser.h"

namespace archive {
namespace {

// Fields whose words are those of the text, by which they are divided.
bool IsOfText(FieldId field) {
  return FieldFor(field).type == FieldType::kText || field == FieldId::kCaption;
}

bool IsCountable(const Node& node) {
  if (IsLeafOfWords(node))
    return IsOfText(node.field_id.value_or(FieldId::kText));
  const bool is_group = std::holds_alternative<Or>(node.kind) ||
                        std::holds_alternative<Near>(node.kind);
  if (!is_group) return false;
  const std::vector<Node>& operands = *OperandsOf(node);
  return std::all_of(operands.begin(), operands.end(), IsCountable);
}

// Whether any word is looked for: what is no condition.
bool HoldsWords(const Node& node) {
  if (std::holds_alternative<Not>(node.kind)) return false;
  if (IsLeafOfWords(node))
    return IsOfText(node.field_id.value_or(FieldId::kText));
  const std::vector<Node>* const operands = OperandsOf(node);
  return operands != nullptr &&
         std::any_of(operands->begin(), operands->end(), HoldsWords);
}

Diagnostic Problem(const Node& node, std::string message) {
  return {
      std::move(message),
      node.span,
      {},
      "--occurrences counts a word, a phrase, a wildcard, an OR of these or "
      "a distance, beside dates and other conditions"};
}

}  // namespace

CountablePart FindCountablePart(const Node& tree) {
  if (IsCountable(tree)) return {.node = &tree};
  const auto* const all = std::get_if<And>(&tree.kind);
  if (all == nullptr)
    return {.problem = Problem(
                tree, HoldsWords(tree)
                          ? "the occurrences of this cannot be counted"
                          : "there is no word whose occurrences could be "
                            "counted")};
  CountablePart part;
  for (const Node& operand : all->operands) {
    if (!HoldsWords(operand)) continue;
    if (part.node != nullptr)
      return {.problem = Problem(tree,
                                 "the occurrences of several words, each of "
                                 "which must be there, are no single count")};
    part = FindCountablePart(operand);
    if (part.node == nullptr) return part;
  }
  if (part.node == nullptr)
    part.problem =
        Problem(tree, "there is no word whose occurrences could be counted");
  return part;
}

OccurrenceCounter::OccurrenceCounter(const OpenIndex& index, const Node& node)
    : context_(index), checker_(PlacementStepsFor(index.live_articles())) {
  Analyser analyser;
  tree_ = BuildPositions(node, analyser);
}

Result<std::unique_ptr<OccurrenceCounter>> MakeOccurrenceCounter(
    const OpenIndex& index, const Node& node) {
  return GuardXapian("counting words of " + index.directory(), [&] {
    return std::make_unique<OccurrenceCounter>(index, node);
  });
}

void OccurrenceCounter::Enter(std::size_t segment) {
  const Segment& in = context_.index.segments()[segment];
  std::vector<StreamSource::QueryWord> words;
  for (const FieldWord& word : tree_->words)
    words.push_back(
        {ExpandWord(word.spec, in.vocabulary()).forms, word.spec.letters});
  source_.emplace(in, context_.languages[segment], words);
  segment_ = segment;
}

std::uint64_t OccurrenceCounter::Count(std::size_t segment, DocId doc) {
  if (!tree_ || gave_up_) return 0;
  if (segment_ != segment) Enter(segment);
  std::uint64_t found = 0;
  for (const ValueWords& value : source_->Read(doc))
    found += checker_.Find(tree_->root, value).size();
  if (checker_.gave_up()) {
    const OpenIndex& index = context_.index;
    gave_up_ = TooManyPlacements(PlacementStepsFor(index.live_articles()),
                                 index.segments()[segment].columns().IdOf(doc));
  }
  return found;
}

}  // namespace archive
