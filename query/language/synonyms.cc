#include "query/language/synonyms.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/text/counts.h"
#include "common/text/printable.h"
#include "common/text/rule_lines.h"
#include "query/language/operators.h"

namespace archive {
namespace {

constexpr std::string_view kHowToWrite =
    "write Peking = Beijing, or one way: Persia -> Iran, Islamic Republic";
constexpr std::string_view kArrow = "->";

std::string KeyOf(std::string_view name, Analyser& analyser) {
  std::string key;
  for (const Word& word : analyser.Words(name))
    key += (key.empty() ? "" : " ") + word.text;
  return key;
}

}  // namespace

// Owns: what was read of a file so far.  Threads: none.
class SynonymParser {
 public:
  // "" when there is nothing wrong with the line.
  std::string Read(std::string_view line) {
    if (SoundUtf8(line) != line) return "this is no text in UTF-8";
    const std::string_view text = WithoutBlanks(WithoutComment(line));
    if (text.empty()) return "";
    const bool has_arrow = text.find(kArrow) != std::string_view::npos;
    const bool has_equals = text.find('=') != std::string_view::npos;
    if (has_arrow && has_equals) return "a line has = or ->, not both";
    if (has_arrow) return ReadOneWay(text);
    if (has_equals) return ReadBothWays(text);
    return "there is neither = nor -> in this line";
  }

  Synonyms Take(std::string path) {
    return Synonyms(std::move(others_), std::move(path));
  }

 private:
  using Names = std::vector<SynonymName>;

  std::string ReadOneWay(std::string_view text) {
    const std::size_t arrow = text.find(kArrow);
    const std::string_view before = text.substr(0, arrow);
    const std::string_view behind = text.substr(arrow + kArrow.size());
    if (behind.find(kArrow) != std::string_view::npos)
      return "there is more than one -> in this line";
    if (before.find(',') != std::string_view::npos)
      return "one name stands before ->, without a comma";
    Names names;
    std::string wrong = AddNames(SplitAtMarks(before, kArrow), names);
    if (wrong.empty()) wrong = AddNames(SplitAtMarks(behind, ","), names);
    if (wrong.empty()) wrong = CheckAll(names);
    for (std::size_t i = 1; wrong.empty() && i < names.size(); ++i)
      wrong = Add(names.front(), names[i]);
    return wrong;
  }

  std::string ReadBothWays(std::string_view text) {
    if (text.find(',') != std::string_view::npos)
      return "a comma parts names behind -> alone; here = parts them all";
    Names names;
    std::string wrong = AddNames(SplitAtMarks(text, "="), names);
    if (wrong.empty()) wrong = CheckAll(names);
    for (const SynonymName& name : names) {
      for (const SynonymName& other : names) {
        if (wrong.empty()) wrong = Add(name, other);
      }
    }
    return wrong;
  }

  std::string AddNames(const std::vector<std::string>& texts, Names& names) {
    for (const std::string& text : texts) {
      if (text.empty()) return "a name is missing beside =, -> or a comma";
      if (text.size() > kMaxSynonymName)
        return fmt::format("a name is at most {} bytes long", kMaxSynonymName);
      if (text.find_first_of("*?") != std::string_view::npos)
        return fmt::format("\"{}\": a name has no wildcards", text);
      names.push_back({text, KeyOf(text, analyser_)});
      if (names.back().key.empty())
        return fmt::format("there is no word in \"{}\"", text);
    }
    return "";
  }

  static std::string CheckAll(const Names& names) {
    if (names.size() > kMaxSynonymsOfName + 1)
      return fmt::format("a name has at most {} others", kMaxSynonymsOfName);
    const bool differ = std::any_of(
        names.begin(), names.end(),
        [&](const SynonymName& name) { return name.key != names.front().key; });
    if (differ) return "";
    return fmt::format("\"{}\" and \"{}\" are the same words to a search",
                       names.front().text, names.back().text);
  }

  // `name` finds `other`, too.
  std::string Add(const SynonymName& name, const SynonymName& other) {
    if (name.key == other.key) return "";
    Names& others = others_[name.key];
    const bool is_known = std::any_of(
        others.begin(), others.end(),
        [&](const SynonymName& had) { return had.key == other.key; });
    if (is_known) return "";
    if (others.size() == kMaxSynonymsOfName)
      return fmt::format("\"{}\" has more than {} others", name.text,
                         kMaxSynonymsOfName);
    others.push_back(other);
    return "";
  }

  Analyser analyser_;
  std::map<std::string, Names> others_;
};

namespace {

Error ConfigurationError(const std::string& path, std::string_view what,
                         std::string_view hint) {
  return {ErrorCode::kConfiguration, fmt::format("{}: {}", path, what),
          std::string(hint)};
}

// Expands one tree.
class Expander {
 public:
  explicit Expander(const Synonyms& synonyms) : synonyms_(synonyms) {}

  ExpandedTree Run(Node tree) {
    CountLeaves(tree);
    Expand(tree);
    return {std::move(tree), leaves_, has_synonyms_};
  }

 private:
  void CountLeaves(const Node& node) {
    const std::vector<Node>* operands = OperandsOf(node);
    if (operands == nullptr) {
      ++leaves_;
      return;
    }
    for (const Node& operand : *operands) CountLeaves(operand);
  }

  void Expand(Node& node) {
    if (std::holds_alternative<AtLeast>(node.kind)) return;
    std::vector<Node>* operands = OperandsOf(node);
    if (operands == nullptr) {
      std::vector<Node> either = WithSynonyms(node);
      if (either.size() > 1) node = MakeOr(std::move(either), node.span);
    } else if (std::holds_alternative<Or>(node.kind)) {
      ExpandAlternatives(*operands);
    } else {
      for (Node& operand : *operands) Expand(operand);
    }
  }

  // The synonyms of an alternative are alternatives beside it.
  void ExpandAlternatives(std::vector<Node>& operands) {
    std::vector<Node> expanded;
    for (Node& operand : operands) {
      if (OperandsOf(operand) != nullptr) {
        Expand(operand);
        expanded.push_back(std::move(operand));
        continue;
      }
      for (Node& either : WithSynonyms(operand))
        expanded.push_back(std::move(either));
    }
    operands = std::move(expanded);
  }

  // The leaf itself first.
  std::vector<Node> WithSynonyms(const Node& leaf) {
    std::vector<Node> either = {leaf};
    const std::string name = NameOf(leaf);
    if (name.empty() || leaves_ > kMaxLeaves) return either;
    for (const SynonymName& other : synonyms_.Of(name, analyser_)) {
      Node synonym = leaf;
      synonym.kind = KindOf(other.text);
      synonym.origin = Origin::kSynonym;
      either.push_back(std::move(synonym));
      ++leaves_;
      has_synonyms_ = true;
    }
    return either;
  }

  // What may have synonyms; "" for all else.
  std::string NameOf(const Node& leaf) {
    const FieldId field = leaf.field_id.value_or(FieldId::kText);
    if (FieldFor(field).type != FieldType::kText) return "";
    if (const auto* word = std::get_if<WordLeaf>(&leaf.kind))
      return word->form == WordForm::kInflected ? word->text : "";
    const auto* phrase = std::get_if<PhraseLeaf>(&leaf.kind);
    const bool is_name =
        phrase != nullptr && !phrase->slop && !HasWildcards(phrase->text);
    if (!is_name) return "";
    std::string text = TextOf(phrase->text);
    // One quoted word is that form alone.
    return analyser_.Words(text).size() > 1 ? std::move(text) : "";
  }

  static NodeKind KindOf(const std::string& name) {
    // Two dots would be read as a range.
    const bool is_phrase = name.find_first_of(" \t") != std::string::npos ||
                           name.find("..") != std::string::npos;
    if (is_phrase) return PhraseLeaf{.text = PlainPattern(name)};
    return WordLeaf{name};
  }

  const Synonyms& synonyms_;
  Analyser analyser_;
  int leaves_ = 0;
  bool has_synonyms_ = false;
};

}  // namespace

Result<Synonyms> Synonyms::Parse(std::string_view text, std::string path) {
  if (text.size() > kMaxSynonymsFile)
    return ConfigurationError(path, "a file of synonyms is at most 1 MiB long",
                              "leave out what is not searched for");
  text = WithoutUtf8Mark(text);
  SynonymParser parser;
  std::string first;
  std::size_t bad = 0;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = TakeLine(text);
    const std::string wrong =
        number > kMaxSynonymsLines
            ? "a file of synonyms has at most 20,000 lines"
            : parser.Read(line);
    if (!wrong.empty() && ++bad == 1)
      first = fmt::format("line {}: {}", number, wrong);
    if (number > kMaxSynonymsLines) break;
  }
  if (bad == 0) return parser.Take(std::move(path));
  if (bad > 1) first += fmt::format("; and {}", Counted(bad - 1, "more line"));
  return ConfigurationError(path, first, kHowToWrite);
}

std::span<const SynonymName> Synonyms::Of(std::string_view name,
                                          Analyser& analyser) const {
  const auto at = others_.find(KeyOf(name, analyser));
  if (at == others_.end()) return {};
  return at->second;
}

ExpandedTree ExpandSynonyms(Node tree, const Synonyms& synonyms) {
  return Expander(synonyms).Run(std::move(tree));
}

}  // namespace archive
