#include "indexer/command_corrections.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/index/open_index.h"
#include "common/index/schema.h"
#include "common/json_writer.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "indexer/analysis/corrections.h"
#include "indexer/command_action.h"
#include "indexer/librarian_files.h"

namespace archive {
namespace {

class CorrectionsCommand {
 public:
  CorrectionsCommand(const std::string& index,
                     const CorrectionsArguments& arguments,
                     const Console& console)
      : index_(index), arguments_(arguments), console_(console) {}

  int Run();

  Status List();
  Status Set();
  Status Unset();

 private:
  Status WarnOfUnknown(const std::string& id) const;

  const std::string& index_;
  const CorrectionsArguments& arguments_;
  const Console& console_;
};

struct Action {
  std::string_view name;
  Status (CorrectionsCommand::*run)();
};
constexpr std::array<Action, 3> kActions = {{
    {"list", &CorrectionsCommand::List},
    {"set", &CorrectionsCommand::Set},
    {"unset", &CorrectionsCommand::Unset},
}};

int CorrectionsCommand::Run() {
  const auto action =
      FindAction("corrections", arguments_.action, kActions, &Action::name);
  if (!action) return ReportError(action.error(), console_.err);
  const Status done = (this->*(*action)->run)();
  return done ? 0 : ReportError(done.error(), console_.err);
}

// A correction may come before its article, but mostly the id is mistyped.
Status CorrectionsCommand::WarnOfUnknown(const std::string& id) const {
  ASSIGN_OR_RETURN(const OpenIndex index, OpenIndex::Open(index_));
  for (const Segment& segment : index.segments()) {
    ASSIGN_OR_RETURN(const auto docs, segment.DocsWith(IdTerm(id)));
    if (!docs.empty()) return Ok();
  }
  console_.err << fmt::format(
      "archive-index: no article of the index has the id {}; the line waits "
      "for "
      "it\n",
      Printable(id));
  return Ok();
}

Status CorrectionsCommand::List() {
  ASSIGN_OR_RETURN(const std::string text,
                   ReadLibrarianFile(index_, kCorrectionsName));
  const CorrectionList list = CorrectionList::Parse(text);
  for (const LineFault& fault : list.faults())
    console_.err << "archive-index: " << TextOf(fault, kCorrectionsName)
                 << '\n';
  if (!arguments_.as_json) {
    for (const auto& [id, corrections] : list.all()) {
      for (const Correction& correction : corrections)
        console_.out << WrittenLine(id, correction) << '\n';
    }
    return Ok();
  }
  JsonWriter json(console_.out);
  json.BeginObject();
  json.Key("format_version").Int(1);
  json.Key("index").String(index_);
  json.Key("corrections").BeginArray();
  for (const auto& [id, corrections] : list.all()) {
    for (const Correction& correction : corrections) {
      json.BeginObject();
      json.Key("id").String(id);
      json.Key("field").String(FieldFor(correction.field).name);
      json.Key("value").String(correction.value);
      json.EndObject();
    }
  }
  json.EndArray();
  json.EndObject();
  console_.out << '\n';
  return Ok();
}

// Whether a line is about this field of this article; of every field where none
// is named.
bool IsAbout(std::string_view line, const std::string& id,
             std::string_view field) {
  const CorrectionLine read = ReadCorrectionLine(line);
  return read.id == id &&
         (field.empty() || FieldFor(read.correction.field).name == field);
}

Status CorrectionsCommand::Set() {
  const std::vector<std::string>& words = arguments_.words;
  if (words.size() != 3)
    return Error{ErrorCode::kUsage, "set needs an article, a field and a value",
                 "archive-index corrections set ID FIELD VALUE"};
  const CorrectionLine read = ReadCorrectionLine(
      fmt::format("{}\t{}\t{}", words[0], words[1], words[2]));
  if (read.fault) {
    std::string what = read.fault->what;
    what.resize(std::min(what.size(), what.find(';')));
    return Error{ErrorCode::kUsage, what, "nothing was changed"};
  }
  ASSIGN_OR_RETURN(std::string text,
                   ReadLibrarianFile(index_, kCorrectionsName));
  text = WithoutLines(text, [&](std::string_view line) {
    return IsAbout(line, words[0], words[1]);
  });
  text = WithLine(std::move(text), WrittenLine(read.id, read.correction));
  RETURN_IF_ERROR(WriteLibrarianFile(index_, kCorrectionsName, text));
  RETURN_IF_ERROR(WarnOfUnknown(read.id));
  console_.out << fmt::format(
      "{}: {} is {} with the next build\n", Printable(read.id), words[1],
      read.correction.value.empty() ? "taken away"
                                    : Printable(read.correction.value));
  return Ok();
}

Status CorrectionsCommand::Unset() {
  const std::vector<std::string>& words = arguments_.words;
  if (words.empty() || words.size() > 2)
    return Error{ErrorCode::kUsage, "unset needs an article",
                 "archive-index corrections unset ID [FIELD]"};
  const std::string field = words.size() > 1 ? words[1] : "";
  ASSIGN_OR_RETURN(const std::string text,
                   ReadLibrarianFile(index_, kCorrectionsName));
  std::uint64_t lines = 0;
  const std::string kept = WithoutLines(text, [&](std::string_view line) {
    const bool goes = IsAbout(line, words[0], field);
    lines += goes ? 1 : 0;
    return goes;
  });
  if (lines == 0)
    return Error{ErrorCode::kUsage,
                 fmt::format("nothing of {} was put right", words[0]),
                 "archive-index corrections list"};
  RETURN_IF_ERROR(WriteLibrarianFile(index_, kCorrectionsName, kept));
  console_.out << fmt::format(
      "{}: {} undone; the next build brings back what the source says\n",
      Printable(words[0]), Counted(lines, "correction"));
  return Ok();
}

}  // namespace

int RunCorrections(const std::string& index,
                   const CorrectionsArguments& arguments,
                   const Console& console) {
  return CorrectionsCommand(index, arguments, console).Run();
}

}  // namespace archive
