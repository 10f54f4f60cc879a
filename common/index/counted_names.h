// What the values of a field count as, in one segment: facets, tallies and `=`
// ask this, so that they agree.
//
// Values count as themselves, but for names: U.S. counts as United States when
// the segment knows it so (columns.h), and the librarian's rules go before that
// (name_rules.h).  An article that has several names of one thing has it once.
#ifndef ARCHIVE_COMMON_INDEX_COUNTED_NAMES_H_
#define ARCHIVE_COMMON_INDEX_COUNTED_NAMES_H_

#include <cstddef>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/columns.h"
#include "common/index/name_rules.h"

namespace archive {

// Of a value that is not counted.
inline constexpr Ordinal kUncounted = std::numeric_limits<Ordinal>::max();

// Lives: columns and rules as long.  Threads: const methods any.
// Costs: where there are rules, a look at every value of a field of names, and
// more for those alone that rules speak of.
class CountedNames {
 public:
  // REQUIRES: the field is facetable.
  CountedNames(const Columns& columns, FieldId field, const NameRules& rules);

  // Ordinals of values, and behind them those of names that only rules know.
  std::size_t size() const { return column_->value_count() + ruled_.size(); }
  std::string_view NameAt(Ordinal counted) const {
    return counted < column_->value_count()
               ? column_->ValueAt(counted)
               : ruled_[counted - column_->value_count()];
  }

  // Whether the name is there for the rules' sake.
  bool IsRuled(Ordinal counted) const {
    return counted >= column_->value_count();
  }

  // What a value of an article counts as: below size(), or kUncounted.
  Ordinal CountedAs(Ordinal value, DocId doc) const;

  // Hands over what the values of an article count as, each once.
  template <typename Take>
  void EachOf(DocId doc, const Take& take) const {
    const Ordinals values = column_->Of(doc);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const Ordinal counted = CountedAs(values[i], doc);
      if (counted == kUncounted) continue;
      bool is_new = true;
      for (std::size_t k = 0; k < i && is_new && !is_plain_; ++k)
        is_new = CountedAs(values[k], doc) != counted;
      if (is_new) take(counted);
    }
  }

  // Whether that differs by article: a rule holds in some.
  bool DependsOnArticle(Ordinal value) const {
    return !is_scoped_.empty() && is_scoped_[value];
  }

  // Why a value counts so in an article; nullptr where no rule decides.
  const NameRule* WhyOf(Ordinal value, DocId doc) const;

  const FacetColumn& column() const { return *column_; }

 private:
  // Names of a value, folded.
  struct Folded {
    std::string own;
    std::string known;
  };
  using Scopes = std::vector<ScopeId>;
  Folded FoldedOf(Ordinal value) const;
  // The places where rules hold that an article is in, the narrowest first.
  Scopes ScopesOf(DocId doc) const;
  // By ordinal; kEverywhere: no rule holds just there.
  Scopes ScopesByValue(FieldId field) const;
  std::vector<Ordinal> RuledValues() const;
  void ApplyRules();
  Ordinal FindCounted(const RuledName& ruled, const Folded& names,
                      Ordinal value) const;
  Ordinal RuledOrdinal(const std::string& name);

  const Columns& columns_;
  const FacetColumn* column_;
  FieldId field_;
  const NameRules& rules_;
  bool is_plain_ = true;          // each counts as itself
  std::vector<Ordinal> counted_;  // by value; empty: as the segment says
  std::vector<bool> is_scoped_;   // by value: articles decide
  std::unordered_map<Ordinal, Folded> scoped_;  // names of those
  Scopes sections_;                             // by ordinal of that column
  Scopes sources_;
  std::deque<std::string> ruled_;  // names that rules give
  std::unordered_map<std::string, Ordinal> ruled_ordinals_;  // by folded name
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_COUNTED_NAMES_H_
