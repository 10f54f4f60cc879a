#include "indexer/command_tag.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <vector>

#include "common/file_system.h"
#include "common/json_writer.h"
#include "common/result.h"
#include "common/text/language.h"
#include "common/text/printable.h"
#include "indexer/analysis/entity_finder.h"
#include "indexer/analysis/entity_tagger.h"
#include "indexer/analysis/language_detector.h"
#include "indexer/analysis/name_spans.h"

namespace archive {
namespace {

constexpr std::string_view kDocumentMark = "-DOCSTART-";

Result<std::string> ReadText(const std::string& file, std::istream& in) {
  if (!file.empty() && file != "-") return ReadFile(file);
  std::string text(std::istreambuf_iterator<char>(in), {});
  return text;
}

// Lines of a document as they came, and the tokens among them.
class DocumentTagger {
 public:
  DocumentTagger(const EntityModel& model, std::ostream& out)
      : model_(model), tagger_(model), out_(out) {}

  void Line(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view token = line.substr(0, line.find('\t'));
    if (token == kDocumentMark) Finish();
    if (line.empty())
      EndSentence();
    else if (token != kDocumentMark)
      tokens_.push_back(token);
    lines_.push_back(token == kDocumentMark ? line : token);
  }

  void Finish() {
    EndSentence();
    std::vector<std::string> tags(tokens_.size(), "O");
    std::vector<TokenSpan> spans = tagger_.Tag(tokens_, ends_);
    MendSpans(model_, {tokens_, ends_}, spans);
    for (const TokenSpan& span : spans) {
      if (span.kind == EntityKind::kOther) continue;
      const std::string_view kind =
          kEntityKinds[static_cast<std::size_t>(span.kind)];
      for (std::size_t i = span.begin; i < span.end; ++i)
        (tags[i] = i == span.begin ? "B-" : "I-") += kind;
    }
    std::size_t token = 0;
    for (const std::string_view line : lines_) {
      out_ << line;
      if (!line.empty() && !line.starts_with(kDocumentMark))
        out_ << '\t' << tags[token++];
      out_ << '\n';
    }
    tokens_.clear();
    ends_.clear();
    lines_.clear();
  }

 private:
  void EndSentence() {
    if (tokens_.size() > (ends_.empty() ? 0 : ends_.back()))
      ends_.push_back(tokens_.size());
  }

  const EntityModel& model_;
  EntityTagger tagger_;
  std::ostream& out_;
  std::vector<std::string_view> lines_;
  std::vector<std::string_view> tokens_;
  std::vector<std::size_t> ends_;
};

}  // namespace

void PrintTags(std::string_view lines, const EntityModel& model,
               std::ostream& out) {
  DocumentTagger document(model, out);
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    document.Line(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  document.Finish();
}

void PrintNames(std::string_view text, const EntityModel& model,
                std::ostream& out, std::string_view language) {
  std::vector<std::string_view> paragraphs;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    paragraphs.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  EntityFinder finder(model);
  const FoundNames found = finder.Find(paragraphs, language);
  for (const NameMention& mention : found.mentions) {
    const auto offset =
        static_cast<std::size_t>(paragraphs[mention.part].data() - text.data());
    JsonWriter json(out);
    json.BeginObject();
    json.Key("start").Int(
        static_cast<std::int64_t>(offset + mention.bytes.begin));
    json.Key("end").Int(static_cast<std::int64_t>(offset + mention.bytes.end));
    json.Key("type").String(
        kEntityKinds[static_cast<std::size_t>(mention.kind)]);
    json.Key("text").String(mention.text);
    if (mention.name != kNoName)
      json.Key("canonical").String(found.names[mention.name].name);
    json.Key("confidence")
        .Double(std::round(mention.probability * 100) / 100.0);
    json.EndObject();
    out << '\n';
  }
}

namespace {

Result<EntityModel> OpenModel(const std::string& path) {
  if (path.empty()) return EntityModel::OpenOwn();
  Result<EntityModel> model = EntityModel::Open(path);
  if (model || model.error().code == ErrorCode::kIo) return model;
  return Error{ErrorCode::kConfiguration,
               path + " is no model of names that this program can read",
               "scripts/train_tagger.sh makes one; without --model the one "
               "that came with the program is used"};
}

// What a build takes a text for; English, where it is too short to tell.
Result<std::string> LanguageOf(const std::string& named,
                               std::string_view text) {
  if (!named.empty()) {
    const Language* const known = FindLanguage(named);
    if (known != nullptr) return std::string(known->code);
    return Error{ErrorCode::kUsage, "there is no language " + named,
                 "name it by its code: en, de, fr, zh …"};
  }
  const std::string detected = DetectLanguage(SoundUtf8(text));
  return detected.empty() ? "en" : detected;
}

}  // namespace

int RunTag(const TagArguments& arguments, std::istream& in,
           const Console& console) {
  const Result<EntityModel> model = OpenModel(arguments.model);
  if (!model) return ReportError(model.error(), console.err);
  const Result<std::string> text = ReadText(arguments.file, in);
  if (!text) return ReportError(text.error(), console.err);
  if (!arguments.as_text) {
    PrintTags(*text, *model, console.out);
    return 0;
  }
  const Result<std::string> language = LanguageOf(arguments.language, *text);
  if (!language) return ReportError(language.error(), console.err);
  PrintNames(*text, *model, console.out, *language);
  return 0;
}

}  // namespace archive
