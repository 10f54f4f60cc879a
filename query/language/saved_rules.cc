#include "query/language/saved_rules.h"

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/text/edit_distance.h"
#include "query/language/leaf_reader.h"
#include "query/language/saved_queries.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

constexpr std::size_t kMostNames = 2;

Node WordOf(const QueryToken& token) {
  QueryToken word = token;
  word.text.insert(0, 1, '@');
  word.literal.insert(word.literal.begin(), true);
  Pattern pattern = PatternOf(word);
  if (HasWildcards(pattern))
    return {.kind = PatternLeaf{std::move(pattern)}, .span = token.span};
  return {.kind = WordLeaf{std::move(word.text)}, .span = token.span};
}

Offer TheWordItself(const QueryToken& token) {
  return {ToQueryText(WordOf(token)), "the word itself"};
}

void PutAt(Node& node, Span span) {
  node.span = span;
  // Where the field was typed that an unknown one in it is told at.
  node.field_span = {span.begin, span.begin};
  std::vector<Node>* const operands = OperandsOf(node);
  if (operands == nullptr) return;
  for (Node& operand : *operands) {
    PutAt(operand, span);
    operand.origin = Origin::kSaved;
  }
}

}  // namespace

Node SavedExpander::Expand(const QueryToken& token, int depth) {
  const SavedTree* saved = nullptr;
  if (!IsSavedName(token.text)) {
    TellBadName(token);
  } else {
    if (lookup_ != nullptr) saved = lookup_->Find(token.text);
    if (saved == nullptr) TellUnknown(token);
  }
  if (saved == nullptr) return WordOf(token);
  if (saved->mistake) TellMistake(token, *saved->mistake);
  if (!saved->understood || !HasRoom(*saved, token, depth))
    return WordOf(token);
  for (const std::string& notice : saved->notices)
    notices_.push_back(
        {fmt::format("in @{}: {}", token.text, notice), token.span});
  Node tree = saved->tree;
  PutAt(tree, token.span);
  return tree;
}

void SavedExpander::TellMistake(const QueryToken& token,
                                const SavedMistake& mistake) {
  const bool is_in_file = !mistake.place.empty();
  mistakes_.Add({.message = mistake.message,
                 .span = token.span,
                 .advice = is_in_file
                               ? "set it right there, or save the search "
                                 "anew with --save"
                               : "",
                 .place = mistake.place});
}

void SavedExpander::TellBadName(const QueryToken& token) {
  mistakes_.Add({.message = fmt::format("\"@{}\" names no saved search: {}",
                                        token.text, kSavedNameRule),
                 .span = token.span,
                 .offers = Offers({TheWordItself(token)})});
}

void SavedExpander::TellUnknown(const QueryToken& token) {
  std::vector<Offer> offers;
  if (lookup_ != nullptr) {
    for (const std::string_view name :
         NearestNames(token.text, lookup_->Names(), kMostNames))
      offers.push_back({fmt::format("@{}", name)});
  }
  offers.push_back(TheWordItself(token));
  mistakes_.Add(
      {.message = fmt::format("there is no saved search \"{}\"", token.text),
       .span = token.span,
       .offers = Offers(std::move(offers))});
}

bool SavedExpander::HasRoom(const SavedTree& saved, const QueryToken& token,
                            int depth) {
  leaves_ += saved.leaves;
  std::string message;
  if (leaves_ > kMaxLeaves) message = "a query has at most 10,000 terms";
  if (depth + saved.depth > kMaxNesting)
    message = fmt::format("nested more than {} deep", kMaxNesting);
  if (message.empty()) return true;
  mistakes_.Add(std::move(message), token.span);
  mistakes_.GiveUp();
  return false;
}

}  // namespace archive
