#include "query/output/no_hits.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/text/analyser.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/language/diagnostics.h"
#include "query/language/written_form.h"
#include "query/matching/leaf_words.h"
#include "query/matching/spelling.h"
#include "query/output/further_query.h"
#include "query/output/wording.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

// Parts of an AND of which each is left out once; more would cost too much.
constexpr std::size_t kMostLeftOut = 6;
constexpr std::size_t kMostParts = 20;
constexpr std::size_t kMostSpellings = 3;

struct Part {
  const Node* node = nullptr;
  std::string text;
  std::uint64_t articles = 0;
};

// From the first day of publication to the last one.
class DaySpan : public MatchVisitor {
 public:
  explicit DaySpan(const OpenIndex& index) : index_(index) {}

  void Take(std::size_t segment, DocId doc) override {
    const DayRange days = index_.segments()[segment].columns().DaysOf(doc);
    if (days.first != kNoDay) Add(days);
  }
  bool TakesDays() const override { return true; }
  void TakeDay(std::optional<Day> day, std::uint64_t /*articles*/) override {
    if (day) Add({*day, *day});
  }

  std::optional<Day> first;
  std::optional<Day> last;

 private:
  void Add(const DayRange& days) {
    first = std::min(first.value_or(days.first), days.first);
    last = std::max(last.value_or(days.last), days.last);
  }

  const OpenIndex& index_;
};

class Adviser {
 public:
  Adviser(Searcher& searcher, const OpenIndex& index, std::string_view query,
          Hidden hidden)
      : searcher_(searcher),
        index_(index),
        query_(query),
        spelling_{index, hidden} {}

  Result<std::string> Advise(const Node& tree);

 private:
  Result<std::vector<Part>> CountParts(const Node& tree);
  Result<std::string> AdviseOnParts(const std::vector<Part>& parts);
  Result<std::string> AdviseOnAll(const std::vector<Part>& parts);
  // What to say behind a part that has no article.
  Result<std::string> AdviseOnPart(const Node& part);
  Result<std::string> AdviseOnWords(const Node& part);
  Result<std::string> AdviseOnDistance(const Node& part,
                                       const std::vector<FieldWord>& words);
  std::string ArchiveSpan() const;
  void CollectWords(const Node& node, std::vector<FieldWord>& words);

  Searcher& searcher_;
  const OpenIndex& index_;
  std::string_view query_;
  SpellingScope spelling_;
  Analyser analyser_;
};

Result<std::vector<Part>> Adviser::CountParts(const Node& tree) {
  std::vector<Part> parts;
  const std::vector<Node>* operands = nullptr;
  if (std::holds_alternative<And>(tree.kind) ||
      std::holds_alternative<Or>(tree.kind))
    operands = OperandsOf(tree);
  const std::size_t count =
      operands == nullptr ? 1 : std::min(operands->size(), kMostParts);
  for (std::size_t i = 0; i < count; ++i) {
    const Node& node = operands == nullptr ? tree : (*operands)[i];
    ASSIGN_OR_RETURN(const std::uint64_t articles, searcher_.Count(node));
    parts.push_back({&node, TextOfPart(query_, node), articles});
  }
  return parts;
}

std::string Adviser::ArchiveSpan() const {
  DaySpan span(index_);
  try {
    // What another machine cannot tell is left out.
    if (!searcher_.TakeEverything(Hidden::kLeftOut, span) && !span.first)
      return "the span of the archive is not known";
  } catch (const PartIsGone&) {
    return "the span of the archive is not known";
  }
  if (!span.first) return "no article of the archive has a date";
  return fmt::format("the archive spans {} to {}",
                     WrittenDate(DateFrom(*span.first)),
                     WrittenDate(DateFrom(*span.last)));
}

void Adviser::CollectWords(const Node& node, std::vector<FieldWord>& words) {
  if (std::holds_alternative<Not>(node.kind)) return;
  if (const std::vector<Node>* operands = OperandsOf(node)) {
    for (const Node& operand : *operands) CollectWords(operand, words);
  } else if (const auto tree = BuildPositions(node, analyser_)) {
    words.insert(words.end(), tree->words.begin(), tree->words.end());
  }
}

Result<std::string> Adviser::AdviseOnDistance(
    const Node& part, const std::vector<FieldWord>& words) {
  const bool is_close = std::holds_alternative<PhraseLeaf>(part.kind) ||
                        std::holds_alternative<Near>(part.kind);
  if (!is_close || words.size() < 2) return std::string();
  std::vector<Node> all;
  for (const FieldWord& word : words) {
    if (word.spec.match != WordMatch::kExact) return std::string();
    all.push_back({.kind = WordLeaf{word.spec.text, WordForm::kExact},
                   .field = "",
                   .field_id = word.field});
  }
  ASSIGN_OR_RETURN(const std::uint64_t articles,
                   searcher_.Count(MakeAnd(std::move(all), {})));
  if (articles == 0) return std::string();
  return fmt::format("{} {} all its words, not so close together",
                     Counted(articles, "article"),
                     articles == 1 ? "has" : "have");
}

Result<std::string> Adviser::AdviseOnWords(const Node& part) {
  std::vector<FieldWord> words;
  CollectWords(part, words);
  std::vector<std::string> suggestions;
  for (const FieldWord& word : words) {
    const bool is_plain = word.spec.match == WordMatch::kExact ||
                          word.spec.match == WordMatch::kInflected;
    if (!is_plain || suggestions.size() >= kMostSpellings ||
        IsInVocabulary(spelling_, word.spec, word.field))
      continue;
    const bool is_text = FieldFor(word.field).type == FieldType::kText;
    const std::string nearest =
        is_text ? NearestWord(spelling_, word.spec.text)
                : NearestValue(spelling_, word.field, word.spec.text);
    if (nearest.empty()) continue;
    const Node meant = {.kind = WordLeaf{nearest, is_text ? WordForm::kInflected
                                                          : WordForm::kExact},
                        .field = "",
                        .field_id = word.field};
    ASSIGN_OR_RETURN(const std::uint64_t articles, searcher_.Count(meant));
    std::string text = fmt::format("{} ({})", nearest, WithCommas(articles));
    if (std::find(suggestions.begin(), suggestions.end(), text) ==
        suggestions.end())
      suggestions.push_back(std::move(text));
  }
  if (suggestions.empty()) return AdviseOnDistance(part, words);
  return fmt::format("did you mean {}?", fmt::join(suggestions, ", "));
}

Result<std::string> Adviser::AdviseOnPart(const Node& part) {
  const bool is_date = std::holds_alternative<DateRange>(part.kind) ||
                       std::holds_alternative<DayOfYear>(part.kind);
  if (is_date && part.field_id == FieldId::kDate) return ArchiveSpan();
  if (const auto* whole = std::get_if<WholeValue>(&part.kind)) {
    if (HasWildcards(whole->value) || !part.field_id) return std::string();
    if (*part.field_id == FieldId::kCopiesOf) {
      ASSIGN_OR_RETURN(const auto article,
                       searcher_.FindById(TextOf(whole->value)));
      return std::string(article ? "it has no near-copies"
                                 : "there is no article with this id");
    }
    const std::string nearest =
        NearestValue(spelling_, *part.field_id, TextOf(whole->value));
    if (nearest.empty()) return std::string();
    return fmt::format("did you mean {}?",
                       ClauseForValue(FieldFor(*part.field_id).name, nearest));
  }
  return AdviseOnWords(part);
}

Result<std::string> Adviser::AdviseOnParts(const std::vector<Part>& parts) {
  constexpr std::size_t kMostColumns = 40;
  std::size_t width = 0;
  std::size_t digits = 0;
  for (const Part& part : parts) {
    width = std::max(width, std::min(ColumnsOf(part.text), kMostColumns));
    digits = std::max(digits, WithCommas(part.articles).size());
  }
  std::string out = "no articles\n";
  for (const Part& part : parts) {
    const std::size_t columns = ColumnsOf(part.text);
    std::string line =
        fmt::format("  {}{}  {:>{}}", Printable(part.text),
                    std::string(columns < width ? width - columns : 0, ' '),
                    WithCommas(part.articles), digits);
    if (part.articles == 0) {
      ASSIGN_OR_RETURN(const std::string advice, AdviseOnPart(*part.node));
      if (!advice.empty()) line += "   " + Printable(advice);
    }
    out += line + '\n';
  }
  return out;
}

Result<std::string> Adviser::AdviseOnAll(const std::vector<Part>& parts) {
  std::string counts;
  for (const Part& part : parts) {
    if (!counts.empty()) counts += " · ";
    counts += Printable(part.text) + ' ' + WithCommas(part.articles);
  }
  std::string out = fmt::format("no articles have {} of these\n  {}\n",
                                parts.size() == 2 ? "both" : "all", counts);
  if (parts.size() <= 2 || parts.size() > kMostLeftOut) return out;
  std::vector<Part> without;
  for (const Part& left_out : parts) {
    std::vector<Node> others;
    for (const Part& part : parts) {
      if (&part != &left_out) others.push_back(*part.node);
    }
    ASSIGN_OR_RETURN(const std::uint64_t articles,
                     searcher_.Count(MakeAnd(std::move(others), {})));
    without.push_back({left_out.node, left_out.text, articles});
  }
  std::stable_sort(
      without.begin(), without.end(),
      [](const Part& a, const Part& b) { return a.articles > b.articles; });
  std::string line;
  for (const Part& part : without) {
    line += fmt::format("{}without {}: {}", line.empty() ? "  " : " · ",
                        Printable(part.text), WithCommas(part.articles));
  }
  return out + line + '\n';
}

Result<std::string> Adviser::Advise(const Node& tree) {
  if (index_.live_articles() == 0 && index_.HidesAny())
    return std::string(
        "no articles: all that the index holds are withheld (withhold.txt)\n");
  if (index_.live_articles() == 0)
    return std::string(
        "no articles: the index is empty\n  archive-index build DIR fills "
        "it\n");
  ASSIGN_OR_RETURN(const std::vector<Part> parts, CountParts(tree));
  const bool all_have_some =
      std::holds_alternative<And>(tree.kind) &&
      std::all_of(parts.begin(), parts.end(),
                  [](const Part& part) { return part.articles > 0; });
  return all_have_some ? AdviseOnAll(parts) : AdviseOnParts(parts);
}

}  // namespace

Result<std::string> AdviceWhenNothingIsFound(Searcher& searcher,
                                             const OpenIndex& index,
                                             std::string_view query,
                                             const Node& tree) {
  searcher.AskForPartsOf(tree);
  return Adviser(searcher, index, query, HiddenFor(tree)).Advise(tree);
}

std::string TextOfPart(std::string_view query, const Node& part) {
  const Span span = part.span;
  if (part.origin != Origin::kTyped || span.begin >= span.end ||
      span.end > query.size())
    return ToQueryText(part);
  return std::string(query.substr(span.begin, span.end - span.begin));
}

}  // namespace archive
