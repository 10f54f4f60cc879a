#include "query/matching/remote_query.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "common/dates/day.h"
#include "common/index/schema.h"
#include "common/text/counts.h"
#include "common/text/fold.h"
#include "query/language/characters.h"
#include "query/language/closed_values.h"
#include "query/matching/plan.h"

namespace archive {
namespace {

using Query = Xapian::Query;

// Made afresh each time: Query::MatchAll is shared among threads.
Query Everyone() {
  return Query(std::string());
}

RemoteQuery AnyArticle() {
  return {.query = Everyone(), .is_exact = false};
}

Query Without(const Query& query) {
  return Query(Query::OP_AND_NOT, Everyone(), query);
}

Query AnyOf(const std::vector<std::string>& terms) {
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

// The articles that have a field, as terms say it.
Query Having(const Field& field) {
  const Query term(PresenceTermOf(field));
  return field.presence == PresenceTerm::kWhenMissing ? Without(term) : term;
}

std::string DayValue(Day day) {
  const Date date = DateFrom(day);
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

Query ValuesBetween(Slot slot, const std::optional<std::string>& low,
                    const std::optional<std::string>& high) {
  if (low && high) return Query(Query::OP_VALUE_RANGE, slot, *low, *high);
  if (high) {
    // An article without a value is not in a range that is open below.
    return Query(Query::OP_AND, Query(Query::OP_VALUE_GE, slot, "0"),
                 Query(Query::OP_VALUE_LE, slot, *high));
  }
  return Query(Query::OP_VALUE_GE, slot, low.value_or("0"));
}

}  // namespace

RemoteQuery RemoteQueryMaker::Make(const Node& tree) {
  const std::optional<RemoteQuery> made = MakeNode(tree);
  RefuseTooMany(tree);
  return made.value_or(RemoteQuery{.query = Query()});
}

void RemoteQueryMaker::RefuseTooMany(const Node& tree) {
  if (behind_.size() <= kMaxExpansion || !problems_.empty()) return;
  problems_.push_back(
      {fmt::format("this stands for {} different words in {}; at most {} can "
                   "be looked for at once",
                   WithCommas(behind_.size()), server_.address().text,
                   WithCommas(kMaxExpansion)),
       tree.span, ""});
}

RemoteQuery RemoteQueryMaker::Refuse(const Node& node, std::string_view what) {
  problems_.push_back(
      {fmt::format("{} cannot be asked of {}", what, server_.address().text),
       node.span,
       {},
       "a server knows words, values, dates and names; docs/scaling.md says "
       "what it does not"});
  return AnyArticle();
}

// A table, one case a kind: NOLINTNEXTLINE(readability-function-size)
std::optional<RemoteQuery> RemoteQueryMaker::MakeNode(const Node& node) {
  using Made = std::optional<RemoteQuery>;
  return std::visit(
      Overloaded{
          [](const Everything&) -> Made {
            return RemoteQuery{.query = Everyone()};
          },
          [&](const WordLeaf&) { return MakeWords(node, 1); },
          [&](const PhraseLeaf&) { return MakeWords(node, 1); },
          [&](const PatternLeaf&) { return MakeWords(node, 1); },
          [&](const FuzzyLeaf&) { return MakeWords(node, 1); },
          [&](const CaseLeaf&) { return MakeWords(node, 1); },
          [&](const Near&) { return MakeWords(node, 1); },
          [&](const AtLeast& at_least) {
            return MakeWords(at_least.operand.front(), at_least.times);
          },
          [](const Comparison&) -> Made {
            return RemoteQuery{.query = Query()};  // only before resolving
          },
          [&](const DateRange& range) -> Made {
            return MakeDates(range, node);
          },
          [&](const DayOfYear&) -> Made { return MakeDayOfYear(node); },
          [&](const NumberRange& range) -> Made {
            return MakeNumbers(range, node.field_id.value_or(FieldId::kWords));
          },
          [&](const Presence& presence) -> Made {
            return MakePresence(presence, node);
          },
          [&](const WholeValue& whole) -> Made {
            return MakeValue(whole, node);
          },
          [&](const And& all) {
            return MakeGroup(all.operands, Query::OP_AND);
          },
          [&](const Or& any) { return MakeGroup(any.operands, Query::OP_OR); },
          [&](const Not& no) { return MakeNot(no); },
      },
      node.kind);
}

std::optional<RemoteQuery> RemoteQueryMaker::MakeGroup(
    const std::vector<Node>& operands, Query::op op) {
  std::vector<Query> parts;
  RemoteQuery made;
  for (const Node& operand : operands) {
    const std::optional<RemoteQuery> part = MakeNode(operand);
    if (!part) continue;
    parts.push_back(part->query);
    made.is_exact = made.is_exact && part->is_exact;
    made.scores = made.scores || part->scores;
  }
  if (parts.empty()) return std::nullopt;
  made.query = Query(op, parts.begin(), parts.end());
  return made;
}

// Of what is found too widely nothing may be taken away.
std::optional<RemoteQuery> RemoteQueryMaker::MakeNot(const Not& no) {
  const std::optional<RemoteQuery> inner = MakeNode(no.operand.front());
  if (!inner) return std::nullopt;
  if (!inner->is_exact) return AnyArticle();
  return RemoteQuery{.query = Without(inner->query)};
}

std::optional<RemoteQuery> RemoteQueryMaker::MakeWords(const Node& node,
                                                       int at_least) {
  const std::optional<PositionTree> tree = BuildPositions(node, analyser_);
  if (!tree) return std::nullopt;
  using Kind = PositionNode::Kind;
  const auto is_decided = [&](const PositionNode& part) {
    return part.kind == Kind::kWord &&
           IsDecidedByPostings(tree->words[part.word].spec, part.field);
  };
  const bool is_exact =
      at_least == 1 && (is_decided(tree->root) ||
                        (tree->root.kind == Kind::kAny &&
                         std::all_of(tree->root.parts.begin(),
                                     tree->root.parts.end(), is_decided)));
  return RemoteQuery{.query = Candidates(*tree, tree->root),
                     .is_exact = is_exact,
                     .scores = true};
}

Query RemoteQueryMaker::Candidates(const PositionTree& tree,
                                   const PositionNode& node) {
  if (node.kind == PositionNode::Kind::kWord) {
    const RemoteWord& word = words_.Find(tree.words[node.word]);
    behind_.insert(word.terms.begin(), word.terms.end());
    return word.query;
  }
  std::vector<Query> parts;
  for (const PositionNode& part : node.parts)
    parts.push_back(Candidates(tree, part));
  const bool is_any = node.kind == PositionNode::Kind::kAny;
  return Query(is_any ? Query::OP_OR : Query::OP_AND, parts.begin(),
               parts.end());
}

// The slot holds the first day that a date may mean.
RemoteQuery RemoteQueryMaker::MakeDates(const DateRange& range,
                                        const Node& node) {
  const FieldId field = node.field_id.value_or(FieldId::kDate);
  if (field == FieldId::kAdded) return Refuse(node, "added:");
  if (field == FieldId::kMentions) return MakeMentions(range);
  if (field == FieldId::kModified)
    return {.query = Having(FieldFor(field)), .is_exact = false};
  std::optional<std::string> low;
  std::optional<std::string> high;
  const bool has_vague = server_.facts().vague_dates > 0;
  if (range.first) {
    const bool is_wide =
        has_vague && range.match == DateRange::Match::kTouching;
    const Day first =
        is_wide ? RangeOf({DateFrom(*range.first).year}).first : *range.first;
    low = DayValue(first);
  }
  if (range.last) high = DayValue(*range.last);
  return {.query = ValuesBetween(FieldFor(field).slot, low, high),
          .is_exact = !has_vague};
}

// A time within a year has that year's term.
RemoteQuery RemoteQueryMaker::MakeMentions(const DateRange& range) const {
  const Field& years = FieldFor(FieldId::kMentionsYear);
  if (range.match == DateRange::Match::kInside && range.first && range.last) {
    const int year = DateFrom(*range.first).year;
    if (DateFrom(*range.last).year == year)
      return {
          .query = Query(std::string(years.prefix) + ToIsoString(Date{year})),
          .is_exact = false};
  }
  return {.query = Having(FieldFor(FieldId::kMentions)), .is_exact = false};
}

RemoteQuery RemoteQueryMaker::MakeDayOfYear(const Node& node) {
  const FieldId field = node.field_id.value_or(FieldId::kDate);
  if (field == FieldId::kAdded) return Refuse(node, "added:");
  return {.query = Having(FieldFor(field)), .is_exact = false};
}

RemoteQuery RemoteQueryMaker::MakeNumbers(const NumberRange& range,
                                          FieldId field) const {
  if (field != FieldId::kWords) {
    const FieldId of =
        field == FieldId::kDateConfidence ? FieldId::kDate : field;
    return {.query = Having(FieldFor(of)), .is_exact = false};
  }
  // Words are whole numbers: bounds that are left out are the next ones.
  std::optional<std::string> low;
  std::optional<std::string> high;
  if (range.low) {
    low = Xapian::sortable_serialise(
        range.low_is_open ? std::floor(*range.low) + 1 : std::ceil(*range.low));
  }
  if (range.high) {
    high = Xapian::sortable_serialise(range.high_is_open
                                          ? std::ceil(*range.high) - 1
                                          : std::floor(*range.high));
  }
  const Slot slot = FieldFor(field).slot;
  if (low && high)
    return {.query = Query(Query::OP_VALUE_RANGE, slot, *low, *high)};
  if (low) return {.query = Query(Query::OP_VALUE_GE, slot, *low)};
  if (high) return {.query = Query(Query::OP_VALUE_LE, slot, *high)};
  return {.query = Everyone()};
}

RemoteQuery RemoteQueryMaker::MakePresence(const Presence& presence,
                                           const Node& node) {
  if (presence.of == FieldId::kCopiesOf)
    return Refuse(node, "which articles have near-copies");
  return {.query = Having(FieldFor(presence.of))};
}

RemoteQuery RemoteQueryMaker::MakeValue(const WholeValue& whole,
                                        const Node& node) {
  const FieldId id = node.field_id.value_or(FieldId::kId);
  if (id == FieldId::kStatus && LowerAscii(TextOf(whole.value)) == kAnyStatus)
    return {.query = Everyone()};
  if (id == FieldId::kCopiesOf) return Refuse(node, "copies-of:");
  if (whole.is_counted) return MakeCountedValue(whole, node);
  const Field& field = FieldFor(id);
  const std::string prefix(field.type == FieldType::kEntity ? field.whole_prefix
                                                            : field.prefix);
  const bool folds = id != FieldId::kId;
  if (!HasWildcards(whole.value)) {
    const std::string text = TextOf(whole.value);
    return {.query = Query(prefix + (folds ? FoldValue(text) : text))};
  }
  const Pattern pattern = folds ? FoldPattern(whole.value) : whole.value;
  std::string begin;
  if (pattern.front().kind == PatternPiece::Kind::kText)
    begin = pattern.front().text;
  return {.query = AnyOf(
              words_.TermsWith(prefix + begin, [&](std::string_view rest) {
                return MatchesPattern(pattern, begin + std::string(rest));
              }))};
}

// What values count as is told by the slot of an article, which is fetched.
RemoteQuery RemoteQueryMaker::MakeCountedValue(const WholeValue& whole,
                                               const Node& node) {
  const FieldId id = node.field_id.value_or(FieldId::kId);
  const Field& field = FieldFor(id);
  RemoteQuery made = {.query = Having(field), .is_exact = false};
  const std::string folded = FoldValue(TextOf(whole.value));
  if (field.type == FieldType::kEntity) {
    if (HasWildcards(whole.value))
      return Refuse(node, fmt::format("{}:= with a wildcard", field.name));
    counted_names_.push_back({id, folded, node.span});
    made.query = Query(std::string(field.whole_prefix) + folded);
  } else if (HasWildcards(whole.value)) {
    return made;
  } else if (field.type == FieldType::kValue) {
    made.query = Query(std::string(field.prefix) + folded);
    made.is_exact = true;
  } else {
    std::vector<Query> words = {made.query};
    std::vector<Word> cut;
    analyser_.Words(TextOf(whole.value), cut);
    for (const Word& word : cut) words.emplace_back(TermOf(id, word.text));
    made.query = Query(Query::OP_AND, words.begin(), words.end());
  }
  return made;
}

}  // namespace archive
