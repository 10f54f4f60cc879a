#include "query/matching/leaf_words.h"

#include <utility>

#include <fmt/format.h>

#include "common/text/fold.h"

namespace archive {
namespace {

// While the analyser cuts a text with wildcards, letters that belong to every
// script stand for them; people do not type these two.
constexpr std::string_view kAnyRunLetter = "\u02b9";
constexpr std::string_view kAnyOneLetter = "\u02ba";

std::string WithLetters(const Pattern& pattern) {
  std::string text;
  for (const PatternPiece& piece : pattern) {
    switch (piece.kind) {
      case PatternPiece::Kind::kText:
        text += piece.text;
        break;
      case PatternPiece::Kind::kAnyRun:
        text += kAnyRunLetter;
        break;
      case PatternPiece::Kind::kAnyOne:
        text += kAnyOneLetter;
        break;
    }
  }
  return text;
}

Pattern FromLetters(std::string_view text) {
  Pattern pattern;
  while (!text.empty()) {
    if (text.starts_with(kAnyRunLetter)) {
      Append(pattern, {PatternPiece::Kind::kAnyRun});
      text.remove_prefix(kAnyRunLetter.size());
    } else if (text.starts_with(kAnyOneLetter)) {
      Append(pattern, {PatternPiece::Kind::kAnyOne});
      text.remove_prefix(kAnyOneLetter.size());
    } else {
      Append(pattern,
             {PatternPiece::Kind::kText, std::string(text.substr(0, 1))});
      text.remove_prefix(1);
    }
  }
  return pattern;
}

WordSpec SpecOf(const Word& word) {
  Pattern pattern = FromLetters(word.text);
  if (!HasWildcards(pattern))
    return {.text = word.text, .ideograph = word.ideograph};
  return {.match = WordMatch::kPattern, .pattern = std::move(pattern)};
}

// A run of any letters that stands right behind an ideograph asks for nothing:
// the next character is a word of its own.
bool IsIdle(const std::vector<Word>& words, std::size_t i) {
  return i > 0 && words[i].joined && words[i - 1].ideograph &&
         words[i].text == kAnyRunLetter;
}

void Shift(PositionNode& node, std::size_t by) {
  if (node.kind == PositionNode::Kind::kWord) node.word += by;
  for (PositionNode& part : node.parts) Shift(part, by);
}

// `=u.s` there asks for exactly that; other fields have no other way to ask.
bool IsStemmed(FieldId field) {
  return field == FieldId::kText || field == FieldId::kTitle ||
         field == FieldId::kLead || field == FieldId::kBody;
}

class Builder {
 public:
  explicit Builder(Analyser& analyser) : analyser_(analyser) {}

  std::optional<PositionNode> Build(const Node& node) {
    field_ = node.field_id.value_or(FieldId::kText);
    return std::visit([this](const auto& kind) { return this->Of(kind); },
                      node.kind);
  }

  std::vector<FieldWord> TakeWords() { return std::move(words_); }

 private:
  // One for each kind, so that the compiler asks for that of a new one.
  using Built = std::optional<PositionNode>;
  Built Of(const WordLeaf& leaf) {
    return Token(leaf.text, leaf.form == WordForm::kInflected
                                ? WordMatch::kInflected
                                : WordMatch::kExact);
  }
  Built Of(const PhraseLeaf& leaf) { return Phrase(leaf); }
  Built Of(const PatternLeaf& leaf) {
    return Sequence(SpecsOf(leaf.pattern, analyser_));
  }
  Built Of(const FuzzyLeaf& leaf) {
    return Token(leaf.text, WordMatch::kFuzzy, leaf.edits);
  }
  Built Of(const CaseLeaf& leaf) { return Written(leaf); }
  Built Of(const Or& either) {
    return Group(either.operands, {.kind = PositionNode::Kind::kAny});
  }
  Built Of(const Near& near) {
    return Group(near.operands, {.kind = PositionNode::Kind::kNear,
                                 .distance = near.distance,
                                 .order = near.order,
                                 .scope = near.scope});
  }
  // These stand at no position.
  static Built Of(const Everything& /*all*/) { return std::nullopt; }
  static Built Of(const Comparison& /*bound*/) { return std::nullopt; }
  static Built Of(const DateRange& /*range*/) { return std::nullopt; }
  static Built Of(const DayOfYear& /*day*/) { return std::nullopt; }
  static Built Of(const NumberRange& /*range*/) { return std::nullopt; }
  static Built Of(const Presence& /*of*/) { return std::nullopt; }
  static Built Of(const WholeValue& /*value*/) { return std::nullopt; }
  static Built Of(const And& /*all*/) { return std::nullopt; }
  static Built Of(const Not& /*negation*/) { return std::nullopt; }
  static Built Of(const AtLeast& /*atleast*/) { return std::nullopt; }

  PositionNode AddWord(WordSpec spec) {
    words_.push_back({std::move(spec), field_});
    return {.kind = PositionNode::Kind::kWord,
            .word = words_.size() - 1,
            .field = field_};
  }

  std::optional<PositionNode> Sequence(std::vector<WordSpec> specs) {
    if (specs.empty()) return std::nullopt;
    if (specs.size() == 1) return AddWord(std::move(specs.front()));
    PositionNode node = {.kind = PositionNode::Kind::kSequence};
    for (WordSpec& spec : specs) node.parts.push_back(AddWord(std::move(spec)));
    return node;
  }

  // What people type without a space: one word, or several that stand side by
  // side or joined (`F-16` finds `F-16`, `F 16` and `F16`).
  std::optional<PositionNode> Token(std::string_view text, WordMatch match,
                                    int edits = 0) {
    const std::vector<Word> words = analyser_.Words(text);
    if (words.empty()) return std::nullopt;
    const bool as_written = match == WordMatch::kExact && IsStemmed(field_);
    if (words.size() == 1 && words.front().dotted && !as_written)
      return Dotted(words.front(), match, edits);
    std::vector<WordSpec> specs;
    std::string joined;
    bool joins = words.size() > 1;
    for (const Word& word : words) {
      specs.push_back({.text = word.text, .ideograph = word.ideograph});
      joined += word.text;
      joins = joins && !word.ideograph;
    }
    // Of several, the last one alone is inflected or misspelt.
    specs.back().match = match;
    specs.back().edits = edits;
    specs.back().ideograph =
        specs.back().ideograph && match != WordMatch::kFuzzy;
    std::optional<PositionNode> apart = Sequence(std::move(specs));
    if (!joins) return apart;
    PositionNode either = {.kind = PositionNode::Kind::kAny};
    either.parts.push_back(std::move(*apart));
    either.parts.push_back(
        AddWord({.match = match, .text = std::move(joined), .edits = edits}));
    return either;
  }

  // `U.S.` finds `U.S.` and `US` in capitals.
  PositionNode Dotted(const Word& word, WordMatch match, int edits) {
    std::string plain = word.text;
    std::erase(plain, '.');
    PositionNode either = {.kind = PositionNode::Kind::kAny};
    either.parts.push_back(
        AddWord({.match = match, .text = word.text, .edits = edits}));
    either.parts.push_back(AddWord(
        {.text = std::move(plain), .letters = LetterPattern::kAllCapitals}));
    return either;
  }

  // Never inflected: `allcaps(aids)` is not AID.
  std::optional<PositionNode> Written(const CaseLeaf& leaf) {
    std::vector<WordSpec> specs;
    for (const Word& word : analyser_.Words(leaf.text)) {
      specs.push_back({.text = word.text,
                       .ideograph = word.ideograph,
                       .letters = leaf.letters});
    }
    return Sequence(std::move(specs));
  }

  std::optional<PositionNode> Phrase(const PhraseLeaf& phrase) {
    std::optional<PositionNode> node =
        Sequence(SpecsOf(phrase.text, analyser_));
    if (node && phrase.slop && node->kind == PositionNode::Kind::kSequence) {
      node->kind = PositionNode::Kind::kWindow;
      node->distance = *phrase.slop;
    }
    return node;
  }

  std::optional<PositionNode> Group(const std::vector<Node>& operands,
                                    PositionNode node) {
    for (const Node& operand : operands) {
      if (std::optional<PositionNode> part = Build(operand))
        node.parts.push_back(std::move(*part));
    }
    if (node.parts.empty()) return std::nullopt;
    if (node.parts.size() == 1) return std::move(node.parts.front());
    return node;
  }

  Analyser& analyser_;
  FieldId field_ = FieldId::kText;
  std::vector<FieldWord> words_;
};

}  // namespace

JoinedTrees JoinTrees(std::span<const PositionTree> trees) {
  JoinedTrees joined;
  for (const PositionTree& tree : trees) {
    joined.roots.push_back(tree.root);
    Shift(joined.roots.back(), joined.specs.size());
    for (const FieldWord& word : tree.words) joined.specs.push_back(word.spec);
  }
  return joined;
}

std::optional<PositionTree> BuildPositions(const Node& node,
                                           Analyser& analyser) {
  Builder builder(analyser);
  std::optional<PositionNode> root = builder.Build(node);
  if (!root) return std::nullopt;
  return PositionTree{builder.TakeWords(), std::move(*root)};
}

std::vector<WordSpec> SpecsOf(const Pattern& text, Analyser& analyser) {
  const std::vector<Word> words = analyser.Words(WithLetters(text));
  std::vector<WordSpec> specs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!IsIdle(words, i)) specs.push_back(SpecOf(words[i]));
  }
  return specs;
}

Pattern FoldPattern(const Pattern& pattern) {
  Pattern folded;
  for (const PatternPiece& piece : pattern) {
    PatternPiece copy = {piece.kind, {}};
    AppendFolded(piece.text, copy.text);
    Append(folded, std::move(copy));
  }
  return folded;
}

bool HoldsWords(std::string_view name, std::string_view words,
                Analyser& analyser) {
  const std::vector<Word> wanted = analyser.Words(words);
  const std::vector<Word> held = analyser.Words(name);
  return std::all_of(wanted.begin(), wanted.end(), [&held](const Word& word) {
    return std::any_of(held.begin(), held.end(), [&word](const Word& other) {
      return other.text == word.text;
    });
  });
}

bool IsPartOfText(FieldId field) {
  return field == FieldId::kText || field == FieldId::kBody ||
         field == FieldId::kLead;
}

bool IsDecidedByPostings(const WordSpec& spec, FieldId field) {
  return !spec.letters && field != FieldId::kBody && field != FieldId::kLead;
}

std::string TermOf(FieldId field, std::string_view word) {
  if (IsPartOfText(field)) return std::string(word);
  return std::string(FieldFor(field).prefix) + std::string(word);
}

std::string KeyOf(const FieldWord& word) {
  const int letters =
      word.spec.letters ? 1 + static_cast<int>(*word.spec.letters) : 0;
  return fmt::format("{}/{}/{}/{}/{}/{}", static_cast<int>(word.field),
                     static_cast<int>(word.spec.match), word.spec.edits,
                     letters, word.spec.text, TextOf(word.spec.pattern));
}

}  // namespace archive
