#include "query/language/saved_reader.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "query/language/operators.h"
#include "query/language/resolver.h"

namespace archive {
namespace {

constexpr std::string_view kTooDeep =
    "saved searches stand within each other at most 10 deep";

void Measure(const Node& node, int depth, SavedTree& tree) {
  tree.depth = std::max(tree.depth, depth);
  const std::vector<Node>* operands = OperandsOf(node);
  if (operands == nullptr) {
    ++tree.leaves;
    return;
  }
  for (const Node& operand : *operands) Measure(operand, depth + 1, tree);
}

// "/x/hotlines.query, line 2"; nothing for a text that is in no file yet.
std::string PlaceOf(const SavedQuery& query, std::size_t at) {
  if (query.file.empty()) return "";
  const auto end = query.text.begin() +
                   static_cast<std::ptrdiff_t>(std::min(at, query.text.size()));
  return fmt::format("{}, line {}", query.file,
                     1 + std::count(query.text.begin(), end, '\n'));
}

}  // namespace

const SavedTree* SavedReader::Find(std::string_view name) {
  const auto query = queries_.find(name);
  if (query == queries_.end()) return nullptr;
  const auto is_open = [&name](const Open& open) { return open.name == name; };
  if (std::any_of(open_.begin(), open_.end(), is_open))
    return RefuseCircle(name);
  auto known = trees_.find(name);
  if (known == trees_.end()) {
    if (open_.size() >= static_cast<std::size_t>(kMaxSavedDepth))
      return Refuse(std::string(kTooDeep));
    open_.push_back({query->first});
    SavedTree tree = Read(query->second);
    tree.height = open_.back().height;
    open_.pop_back();
    // Its like was read before, in a search that is less deep.
    if (tree.height > kMaxSavedDepth && !tree.mistake)
      tree.mistake = {std::string(kTooDeep), PlaceOf(query->second, 0)};
    known = trees_.emplace(query->first, std::move(tree)).first;
  }
  if (!open_.empty())
    open_.back().height =
        std::max(open_.back().height, known->second.height + 1);
  return &known->second;
}

std::vector<std::string_view> SavedReader::Names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, query] : queries_) names.emplace_back(name);
  return names;
}

const SavedTree* SavedReader::Refuse(std::string message) {
  refused_ = {.mistake = SavedMistake{std::move(message), ""}};
  return &refused_;
}

const SavedTree* SavedReader::RefuseCircle(std::string_view name) {
  std::string circle;
  bool inside = false;
  for (const Open& open : open_) {
    inside = inside || open.name == name;
    if (inside) circle += fmt::format("@{}, ", open.name);
  }
  return Refuse(
      fmt::format("saved searches go round in a circle: {}@{}", circle, name));
}

SavedTree SavedReader::Read(const SavedQuery& query) {
  SavedTree tree;
  if (!query.fault.empty()) {
    tree.mistake = {query.fault, query.file};
    return tree;
  }
  ParsedQuery parsed = Parse(query.text, {.mixed = mixed_, .saved = this});
  std::vector<Diagnostic> errors = std::move(parsed.errors);
  if (errors.empty()) errors = Resolve(parsed.tree, {.today = today_}).errors;
  errors = InOrder(std::move(errors));
  if (!errors.empty()) {
    const Diagnostic& first = errors.front();
    tree.mistake = {first.message, first.place.empty()
                                       ? PlaceOf(query, first.span.begin)
                                       : first.place};
  } else if (!parsed.understood) {
    tree.mistake = {"there is no query in this file", query.file};
  }
  for (const Notice& notice : parsed.notices)
    tree.notices.push_back(notice.message);
  tree.understood = parsed.understood;
  Measure(parsed.tree, 0, tree);
  tree.tree = std::move(parsed.tree);
  return tree;
}

}  // namespace archive
