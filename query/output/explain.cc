#include "query/output/explain.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/index/xapian_guard.h"
#include "common/text/analyser.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "query/language/diagnostics.h"
#include "query/language/lexer.h"
#include "query/language/written_form.h"
#include "query/matching/leaf_words.h"
#include "query/matching/planner.h"
#include "query/matching/score.h"
#include "query/matching/shown_words.h"
#include "query/output/no_hits.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::size_t kMostWords = 8;
constexpr std::size_t kWordColumns = 68;
constexpr std::string_view kIndent = "            ";

void PrintStep(std::string_view label, std::string_view text,
               std::ostream& out) {
  out << fmt::format("{:<11} {}\n", label, Printable(text));
}

std::string TokensOf(std::string_view query) {
  std::string out;
  for (const QueryToken& token : Lex(query)) {
    if (token.kind == TokenKind::kEnd) break;
    if (!out.empty()) out += " · ";
    out += query.substr(token.span.begin, token.span.end - token.span.begin);
  }
  return out;
}

void CollectLeaves(const Node& node, std::vector<const Node*>& leaves) {
  const bool is_group = std::holds_alternative<And>(node.kind) ||
                        std::holds_alternative<Or>(node.kind) ||
                        std::holds_alternative<Not>(node.kind);
  if (!is_group) {
    leaves.push_back(&node);
    return;
  }
  for (const Node& operand : *OperandsOf(node)) CollectLeaves(operand, leaves);
}

// The words of the index behind a leaf, the most frequent first: "us (9,411)".
std::string WordsBehind(const Node& leaf, const OpenIndex& index, Hidden hidden,
                        Analyser& analyser) {
  const std::optional<PositionTree> tree = BuildPositions(leaf, analyser);
  if (!tree) return "";
  std::map<std::string, std::uint64_t> articles;
  for (const FieldWord& word : tree->words) {
    for (std::size_t i = 0; i < index.segments().size(); ++i) {
      const Vocabulary& vocabulary = index.segments()[i].vocabulary();
      for (const IndexedWord& form : ExpandWord(word.spec, vocabulary).forms) {
        const WordUse use = UseOfWord(index, hidden, i, form.rank, word.field);
        if (!use.is_shown) continue;
        // Articles are counted that have a word in their text.
        const bool counts = FieldFor(word.field).type == FieldType::kText;
        articles[std::string(vocabulary.WordAt(form.rank))] +=
            counts ? use.articles : 0;
      }
    }
  }
  std::vector<std::pair<std::string, std::uint64_t>> words(articles.begin(),
                                                           articles.end());
  std::stable_sort(
      words.begin(), words.end(),
      [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (std::size_t i = 0; i < std::min(words.size(), kMostWords); ++i)
    out += (i == 0 ? "" : " ") + words[i].first +
           (words[i].second == 0
                ? ""
                : fmt::format(" ({})", WithCommas(words[i].second)));
  if (words.size() > kMostWords)
    out += fmt::format(" and {} more", WithCommas(words.size() - kMostWords));
  return out.empty() ? "no word of the index" : out;
}

std::string_view FieldNameOf(const Node& leaf) {
  const Node* node = &leaf;
  while (!node->field_id) {
    const std::vector<Node>* const operands = OperandsOf(*node);
    if (operands == nullptr) return "text";
    node = &operands->front();
  }
  return FieldFor(*node->field_id).name;
}

Status PrintLeaves(const Explained& query, Searcher& searcher,
                   const OpenIndex& index, std::ostream& out) {
  std::vector<const Node*> leaves;
  CollectLeaves(query.read.tree, leaves);
  Analyser analyser;
  const Hidden hidden = HiddenFor(query.read.tree);
  std::vector<std::string> labels;
  std::size_t width = kIndent.size() - 2;
  for (const Node* const leaf : leaves) {
    labels.push_back(Printable(TextOfPart(query.text, *leaf)));
    width = std::max(width, ColumnsOf(labels.back()));
  }
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    ASSIGN_OR_RETURN(const std::uint64_t articles, searcher.Count(*leaves[i]));
    std::string words = WordsBehind(*leaves[i], index, hidden, analyser);
    if (words.empty()) words = ToQueryText(*leaves[i]);
    out << fmt::format("{}{}  {:<8}  {:>9}  {}\n", labels[i],
                       std::string(width - ColumnsOf(labels[i]), ' '),
                       FieldNameOf(*leaves[i]), WithCommas(articles),
                       Printable(words));
  }
  out << fmt::format("{:<{}}  {:<8}  {:>9}  of {} in {}\n", "all", width, "",
                     WithCommas(query.total),
                     Counted(index.articles(hidden), "article"),
                     Counted(index.segments().size(), "segment"));
  return Ok();
}

// "ranked by    BM25; words of the title count twice", and by what words else.
void PrintRanking(const Explained& query, std::ostream& out) {
  if (query.order != SortOrder::kRelevance) return;
  std::string how = fmt::format("BM25 (k1 {}, b {})", kBm25K1, kBm25B);
  if (query.ranking != Ranking::kPlain)
    how += fmt::format("; the best {} again: a word of the title counts {}",
                       WithCommas(kReranked), 1 + kTitleExtra);
  if (query.ranking == Ranking::kFeedback)
    how += fmt::format("; and {} of the best {}",
                       Counted(query.feedback.size(), "word"),
                       Counted(kFeedbackArticles, "article"));
  PrintStep("ranked by", how, out);
  std::string words;
  for (const FeedbackWord& word : query.feedback)
    words += (words.empty() ? "" : " ") + word.form;
  if (words.empty()) return;
  for (const Span line : WrapLines(words, kWordColumns)) {
    out << kIndent
        << Printable(std::string_view(words).substr(line.begin,
                                                    line.end - line.begin))
        << '\n';
  }
}

std::string_view NameOf(PlanNode::Kind kind) {
  switch (kind) {
    case PlanNode::Kind::kAll:
      return "every article";
    case PlanNode::Kind::kNone:
      return "no article";
    case PlanNode::Kind::kWord:
      return "postings";
    case PlanNode::Kind::kTerms:
      return "values";
    case PlanNode::Kind::kDocs:
      return "copies";
    case PlanNode::Kind::kColumn:
      return "column";
    case PlanNode::Kind::kPositions:
      return "positions";
    case PlanNode::Kind::kAnd:
      return "and";
    case PlanNode::Kind::kOr:
      return "or";
    case PlanNode::Kind::kNot:
      return "not";
  }
  return "";
}

std::string TextOf(const WordSpec& spec) {
  switch (spec.match) {
    case WordMatch::kExact:
      return '=' + spec.text;
    case WordMatch::kInflected:
      return spec.text;
    case WordMatch::kPattern:
      return TextOf(spec.pattern);
    case WordMatch::kFuzzy:
      return fmt::format("{}~{}", spec.text, spec.edits);
  }
  return spec.text;
}

void PrintNode(const PlanNode& node, const Plan& plan, std::size_t depth,
               std::ostream& out) {
  std::string line(NameOf(node.kind));
  if (node.kind == PlanNode::Kind::kWord) {
    const PreparedWord& word = plan.words[node.word];
    line += fmt::format(" of {} in {}", TextOf(word.spec),
                        FieldFor(word.field).name);
  } else if (node.kind == PlanNode::Kind::kTerms) {
    std::size_t terms = 0;
    for (const auto& segment : node.terms)
      terms = std::max(terms, segment.size());
    line += fmt::format(" ({})", terms);
  }
  const bool is_group = node.kind == PlanNode::Kind::kAnd ||
                        node.kind == PlanNode::Kind::kOr ||
                        node.kind == PlanNode::Kind::kNot;
  if (!is_group && node.kind != PlanNode::Kind::kWord && node.node != nullptr)
    line += " of " + ToQueryText(*node.node);
  if (depth > 0) out << kIndent;
  out << std::string(depth * 2, ' ') << Printable(line) << '\n';
  for (const PlanNode& part : node.parts) PrintNode(part, plan, depth + 1, out);
}

}  // namespace

void PrintPlan(const Plan& plan, std::ostream& out) {
  PrintNode(plan.root, plan, 0, out);
}

Status Explain(const Explained& query, Searcher& searcher,
               const OpenIndex& index, std::ostream& out) {
  PrintStep("text", query.text, out);
  PrintStep("tokens", TokensOf(query.text), out);
  PrintStep("parsed", ToString(query.read.parsed), out);
  PrintStep("resolved", ToString(query.read.tree), out);
  RETURN_IF_ERROR(GuardXapian("planning for " + index.directory(), [&] {
    const SearchContext context(index);
    Analyser analyser;
    std::vector<Diagnostic> problems;
    out << "cursors     ";
    PrintPlan(MakePlan(query.read.tree, context, analyser, problems), out);
    return Ok();
  }));
  out << '\n';
  PrintStep("read as", ToQueryText(query.read.tree), out);
  if (query.synonyms != nullptr)
    PrintStep("synonyms",
              fmt::format("{} in {}", Counted(query.synonyms->size(), "name"),
                          query.synonyms->path()),
              out);
  for (const Notice& notice : query.read.notices)
    out << kIndent << Printable(notice.message) << '\n';
  PrintRanking(query, out);
  searcher.AskForPartsOf(query.read.tree);
  return PrintLeaves(query, searcher, index, out);
}

}  // namespace archive
