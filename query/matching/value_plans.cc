#include "query/matching/value_plans.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "common/text/fold.h"
#include "query/language/characters.h"
#include "query/language/closed_values.h"
#include "query/matching/leaf_words.h"
#include "query/matching/match.h"
#include "query/matching/near_copies.h"
#include "query/matching/posting_cursor.h"

namespace archive {
namespace {

using Kind = PlanNode::Kind;

PlanNode PlanTerms(const OpenIndex& index, const Field& field,
                   const Pattern& value) {
  const std::string prefix(field.type == FieldType::kEntity ? field.whole_prefix
                                                            : field.prefix);
  // Ids are compared as they are: they name files.
  const bool folds = field.id != FieldId::kId;
  PlanNode node = {.kind = Kind::kTerms};
  for (const Segment& segment : index.segments()) {
    if (!HasWildcards(value)) {
      const std::string text = TextOf(value);
      node.terms.push_back({prefix + (folds ? FoldValue(text) : text)});
      continue;
    }
    const Pattern pattern = folds ? FoldPattern(value) : value;
    std::string begin = prefix;
    if (pattern.front().kind == PatternPiece::Kind::kText)
      begin += pattern.front().text;
    node.terms.push_back(TermsWith(segment, begin, [&](std::string_view rest) {
      const std::string whole = begin.substr(prefix.size()) + std::string(rest);
      return MatchesPattern(pattern, whole);
    }));
  }
  return node;
}

// Copies of an article that there is not are none, as those of one without.
PlanNode PlanCopies(const OpenIndex& index, const std::string& id, Span span,
                    std::vector<Diagnostic>& problems) {
  const Result<std::optional<Match>> article = FindArticle(index, id);
  if (!article) problems.push_back({article.error().message, span, ""});
  if (!article || !*article) return {.kind = Kind::kNone};
  return {.kind = Kind::kDocs,
          .docs = CopiesOf(index, kUsualCopyLevel, **article)};
}

bool AnyRules(const OpenIndex& index, FieldId field,
              const std::function<bool(const NameRules&)>& test) {
  return FieldFor(field).type == FieldType::kEntity &&
         std::any_of(index.parts().begin(), index.parts().end(),
                     [&test](const OpenPart& part) {
                       return !part.name_rules.empty() && test(part.name_rules);
                     });
}

// A name is found where an article writes it, and where rules say that a name
// is this one; not where they say that it is none.
PlanNode PlanRuledName(PlanNode terms, const Node& node, FieldId field,
                       const std::string& name, const OpenIndex& index) {
  for (std::size_t i = 0; i < terms.terms.size(); ++i) {
    if (index.PartOf(i).name_rules.Deny(field, name)) terms.terms[i].clear();
  }
  PlanNode either = {.kind = Kind::kOr};
  either.parts.push_back(std::move(terms));
  either.parts.push_back({.kind = Kind::kColumn, .condition = &node});
  return either;
}

}  // namespace

PlanNode PlanWholeValue(const Node& node, const OpenIndex& index,
                        std::vector<Diagnostic>& problems) {
  const auto& whole = std::get<WholeValue>(node.kind);
  const FieldId field = node.field_id.value_or(FieldId::kId);
  if (field == FieldId::kStatus &&
      LowerAscii(TextOf(whole.value)) == kAnyStatus)
    return {.kind = Kind::kAll};
  if (whole.is_counted) return {.kind = Kind::kColumn, .condition = &node};
  if (field == FieldId::kCopiesOf)
    return PlanCopies(index, TextOf(whole.value), node.span, problems);
  PlanNode terms = PlanTerms(index, FieldFor(field), whole.value);
  const std::string name =
      HasWildcards(whole.value) ? "" : FoldValue(TextOf(whole.value));
  const bool is_ruled = AnyRules(index, field, [&](const NameRules& rules) {
    return rules.Concern(field, name);
  });
  if (!is_ruled) return terms;
  return PlanRuledName(std::move(terms), node, field, name, index);
}

PlanNode PlanPresence(const Node& node, const OpenIndex& index) {
  const FieldId of = std::get<Presence>(node.kind).of;
  if (of == FieldId::kCopiesOf) {
    return {.kind = Kind::kDocs,
            .docs = ArticlesWithCopies(index, kUsualCopyLevel)};
  }
  const Field& row = FieldFor(of);
  PlanNode with_term = {.kind = Kind::kTerms,
                        .terms = std::vector<std::vector<std::string>>(
                            index.segments().size(), {PresenceTermOf(row)})};
  if (row.presence == PresenceTerm::kWhenMissing) {
    PlanNode others = {.kind = Kind::kNot};
    others.parts.push_back(std::move(with_term));
    return others;
  }
  // An article whose only names are none has none.
  const bool has_stops = AnyRules(index, of, [&](const NameRules& rules) {
    return std::any_of(rules.rules().begin(), rules.rules().end(),
                       [of](const NameRule& rule) {
                         return rule.kind == NameRule::Kind::kStop &&
                                rule.field.value_or(of) == of;
                       });
  });
  if (!has_stops) return with_term;
  PlanNode both = {.kind = Kind::kAnd};
  both.parts.push_back(std::move(with_term));
  both.parts.push_back({.kind = Kind::kColumn, .condition = &node});
  return both;
}

PlanNode WithRuledNames(PlanNode words, const Node& leaf,
                        const OpenIndex& index, Analyser& analyser) {
  const auto* word = std::get_if<WordLeaf>(&leaf.kind);
  if (word == nullptr || !leaf.field_id) return words;
  const FieldId field = *leaf.field_id;
  const bool is_ruled = AnyRules(index, field, [&](const NameRules& rules) {
    return std::any_of(rules.rules().begin(), rules.rules().end(),
                       [&](const NameRule& rule) {
                         return rule.kind == NameRule::Kind::kKnownAs &&
                                rule.field.value_or(field) == field &&
                                HoldsWords(rule.known_as, word->text, analyser);
                       });
  });
  if (!is_ruled) return words;
  PlanNode either = {.kind = Kind::kOr};
  either.parts.push_back(std::move(words));
  either.parts.push_back({.kind = Kind::kColumn, .condition = &leaf});
  return either;
}

}  // namespace archive
