#include "training/training_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/file_system.h"
#include "training/random.h"

namespace archive {
namespace {

constexpr std::size_t kLongDocument = 100;
constexpr std::size_t kPart = 40;
constexpr float kShareInCapitals = 0.06F;
constexpr float kShareAsTitle = 0.06F;
constexpr float kShareSmall = 0.03F;
constexpr float kShareSplit = 0.5F;  // of those with a hyphen in a name
// What the tagger finds with less is no example of anything.
constexpr float kSure = 0.6F;
constexpr std::size_t kShortWord = 3;  // small in a headline

LabelMask MaskOf(EntityLabel label) {
  return LabelMask{1} << label;
}

std::size_t KindNamed(std::string_view name) {
  const auto* const found =
      std::find(kEntityKinds.begin(), kEntityKinds.end(), name);
  return static_cast<std::size_t>(found - kEntityKinds.begin());
}

// Of token `i` in a name of the tokens [begin, end).
NamePart PartAt(std::size_t i, std::size_t begin, std::size_t end) {
  if (end - begin == 1) return NamePart::kUnit;
  if (i == begin) return NamePart::kBegin;
  return i + 1 == end ? NamePart::kLast : NamePart::kInside;
}

// BIO → the labels of entity_labels.h; kinds that are not learned are outside.
std::vector<LabelMask> LabelsOf(const std::vector<std::string>& tags) {
  std::vector<LabelMask> labels(tags.size(), MaskOf(kOutside));
  for (std::size_t i = 0; i < tags.size();) {
    if (tags[i] == "?") labels[i] = kAnyLabel;
    if (tags[i].size() < 3) {
      ++i;
      continue;
    }
    const std::string kind_name = tags[i].substr(2);
    std::size_t end = i + 1;
    while (end < tags.size() && tags[end] == "I-" + kind_name) ++end;
    const std::size_t kind = KindNamed(kind_name);
    for (std::size_t j = i; kind < kEntityKindCount && j < end; ++j) {
      labels[j] =
          MaskOf(LabelOf(static_cast<EntityKind>(kind), PartAt(j, i, end)));
    }
    i = end;
  }
  return labels;
}

class Reader {
 public:
  Reader(float weight, std::vector<TrainingDocument>& documents)
      : weight_(weight), documents_(documents) {}

  void Line(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string_view token = line.substr(0, tab);
    if (line.empty()) {
      EndSentence();
    } else if (token == "-DOCSTART-") {
      EndDocument();
    } else {
      sentence_.tokens.emplace_back(token.empty() ? "_" : token);
      tags_.emplace_back(tab < line.size() ? line.substr(tab + 1) : "O");
    }
  }

  void EndDocument() {
    EndSentence();
    const std::size_t n = sentences_.size();
    const std::size_t part = n > kLongDocument ? kPart : kLongDocument;
    for (std::size_t i = 0; i < n; i += part) {
      TrainingDocument document{.sentences = {}, .weight = weight_};
      for (std::size_t j = i; j < std::min(i + part, n); ++j)
        document.sentences.push_back(std::move(sentences_[j]));
      documents_.push_back(std::move(document));
    }
    sentences_.clear();
  }

 private:
  void EndSentence() {
    if (sentence_.tokens.empty()) return;
    sentence_.labels = LabelsOf(tags_);
    sentences_.push_back(std::exchange(sentence_, {}));
    tags_.clear();
  }

  float weight_;
  std::vector<TrainingDocument>& documents_;
  std::vector<TrainingSentence> sentences_;
  TrainingSentence sentence_;
  std::vector<std::string> tags_;
};

char Capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

char Small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

TrainingSentence InCapitals(TrainingSentence sentence) {
  for (std::string& token : sentence.tokens)
    std::transform(token.begin(), token.end(), token.begin(), Capital);
  return sentence;
}

TrainingSentence InSmallLetters(TrainingSentence sentence) {
  for (std::string& token : sentence.tokens)
    std::transform(token.begin(), token.end(), token.begin(), Small);
  return sentence;
}

TrainingSentence AsTitle(TrainingSentence sentence) {
  for (std::string& token : sentence.tokens) {
    if (token.size() > kShortWord) token.front() = Capital(token.front());
  }
  return sentence;
}

bool IsHyphenatedName(std::string_view token) {
  const std::size_t hyphen = token.find('-');
  return hyphen != std::string_view::npos && hyphen > 0 &&
         hyphen + 1 < token.size() && token[0] >= 'A' && token[0] <= 'Z';
}

bool HasHyphenatedName(const TrainingSentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     IsHyphenatedName);
}

// The labels of the parts of a token: those of U.S. - led are not known when
// U.S.-led is no name.
std::vector<LabelMask> LabelsOfParts(LabelMask whole, std::size_t parts) {
  if (whole == kAnyLabel || whole == MaskOf(kOutside))
    return std::vector<LabelMask>(parts, kAnyLabel);
  EntityLabel label = 0;
  while (whole != MaskOf(label)) ++label;
  const EntityKind kind = KindOf(label);
  const NamePart part = PartOf(label);
  const bool begins = part == NamePart::kUnit || part == NamePart::kBegin;
  const bool ends = part == NamePart::kUnit || part == NamePart::kLast;
  std::vector<LabelMask> labels(parts,
                                MaskOf(LabelOf(kind, NamePart::kInside)));
  if (begins) labels.front() = MaskOf(LabelOf(kind, NamePart::kBegin));
  if (ends) labels.back() = MaskOf(LabelOf(kind, NamePart::kLast));
  return labels;
}

TrainingSentence SplitAtHyphens(const TrainingSentence& sentence) {
  TrainingSentence split;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const std::string& token = sentence.tokens[i];
    if (!IsHyphenatedName(token)) {
      split.tokens.push_back(token);
      split.labels.push_back(sentence.labels[i]);
      continue;
    }
    const std::size_t first = split.tokens.size();
    for (std::size_t begin = 0; begin < token.size();) {
      const std::size_t end = std::min(token.find('-', begin), token.size());
      if (end > begin) split.tokens.push_back(token.substr(begin, end - begin));
      if (end < token.size()) split.tokens.emplace_back("-");
      begin = end + 1;
    }
    for (const LabelMask mask :
         LabelsOfParts(sentence.labels[i], split.tokens.size() - first))
      split.labels.push_back(mask);
  }
  return split;
}

}  // namespace

Status ReadTrainingText(const std::string& path, float weight,
                        std::vector<TrainingDocument>& documents) {
  const Result<std::string> text = ReadFile(path);
  if (!text) return text.error();
  Reader reader(weight, documents);
  std::string_view rest = *text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    reader.Line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  reader.EndDocument();
  return Ok();
}

void AddVariants(std::vector<TrainingDocument>& documents) {
  Random random(0x68656164);
  for (TrainingDocument& document : documents) {
    const std::size_t n = document.sentences.size();
    for (std::size_t i = 0; i < n; ++i) {
      const TrainingSentence sentence = document.sentences[i];
      const float chance = random.Share();
      if (chance < kShareInCapitals)
        document.sentences.push_back(InCapitals(sentence));
      else if (chance < kShareInCapitals + kShareAsTitle)
        document.sentences.push_back(AsTitle(sentence));
      else if (chance < kShareInCapitals + kShareAsTitle + kShareSmall)
        document.sentences.push_back(InSmallLetters(sentence));
      else if (chance > 1 - kShareSplit && HasHyphenatedName(sentence))
        document.sentences.push_back(SplitAtHyphens(sentence));
    }
  }
}

void ReadWithTagger(EntityTagger& tagger,
                    std::span<TrainingDocument> documents) {
  for (TrainingDocument& document : documents) {
    std::vector<std::string_view> tokens;
    std::vector<std::size_t> ends;
    for (const TrainingSentence& sentence : document.sentences) {
      tokens.insert(tokens.end(), sentence.tokens.begin(),
                    sentence.tokens.end());
      ends.push_back(tokens.size());
    }
    std::vector<LabelMask> labels(tokens.size(), MaskOf(kOutside));
    for (const TokenSpan& span : tagger.Tag(tokens, ends)) {
      for (std::size_t i = span.begin; i < span.end; ++i)
        labels[i] =
            span.probability < kSure
                ? kAnyLabel
                : MaskOf(LabelOf(span.kind, PartAt(i, span.begin, span.end)));
    }
    auto label = labels.begin();
    for (TrainingSentence& sentence : document.sentences) {
      for (LabelMask& mask : sentence.labels) mask = *label++;
    }
  }
}

}  // namespace archive
