#include "indexer/command_withhold.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/clock.h"
#include "common/file_system.h"
#include "common/index/open_index.h"
#include "common/index/stored_record.h"
#include "common/index/withhold_list.h"
#include "common/json_writer.h"
#include "common/text/counts.h"
#include "common/text/printable.h"
#include "common/text/shell_words.h"
#include "common/text/utf8.h"
#include "indexer/command_action.h"
#include "indexer/librarian_files.h"

namespace archive {
namespace {

// Segments as the run left them: with what the list takes out of them.
using Segments = std::vector<Segment>;

Result<Segments> OpenSegments(const std::string& index) {
  ASSIGN_OR_RETURN(const Stub stub, ReadStub(index));
  ASSIGN_OR_RETURN(const Generation generation,
                   ReadGeneration(GenerationPath(index, stub.generation)));
  Segments segments;
  for (const SegmentNumber number : stub.segments) {
    const auto removed = generation.removed.find(number);
    ASSIGN_OR_RETURN(
        Segment segment,
        Segment::Open(SegmentPath(index, number), number,
                      removed == generation.removed.end() ? RemovedDocs{}
                                                          : removed->second));
    segments.push_back(std::move(segment));
  }
  return segments;
}

Result<std::uint64_t> CountOf(const Withheld& entry, const Segments& segments) {
  std::uint64_t articles = 0;
  for (const Segment& segment : segments) {
    ASSIGN_OR_RETURN(const auto docs, WithholdList::DocsOf(entry, segment));
    articles += docs.size();
  }
  return articles;
}

// By id: other versions of what an entry names, which stay; whether one was
// taken back, and is hidden until now for that alone.
using OtherVersions = std::map<std::string, bool>;

Result<bool> WasTakenBack(const Segment& segment, CopyPlace place,
                          const Visibility& visibility) {
  const auto row = visibility.FindRow(place);
  const auto why = row ? visibility.HiddenAt(*row, CurrentInstant())
                       : std::optional<WhyHidden>();
  if (why != WhyHidden::kKilled && why != WhyHidden::kWithheld) return false;
  ASSIGN_OR_RETURN(const std::string bytes, segment.RecordBytes(place.doc));
  const Usability own = DecodeRecord(bytes).article.status;
  return own != Usability::kCanceled && own != Usability::kWithheld;
}

Result<OtherVersions> VersionsThatStay(const Withheld& entry,
                                       const std::string& index,
                                       const Segments& segments) {
  OtherVersions others;
  ASSIGN_OR_RETURN(const Stub stub, ReadStub(index));
  const std::string path =
      GenerationPath(index, stub.generation) + "/visibility";
  if (!FileExists(path)) return others;
  ASSIGN_OR_RETURN(const Visibility visibility, Visibility::Open(path));
  ASSIGN_OR_RETURN(const WithholdList list, ReadWithholdList(index));
  for (std::uint32_t i = 0; i < segments.size(); ++i) {
    ASSIGN_OR_RETURN(const auto docs, WithholdList::DocsOf(entry, segments[i]));
    for (const DocId doc : docs) {
      for (const CopyPlace other : visibility.VersionsOf({i, doc})) {
        if (other.segment >= segments.size()) continue;
        const Segment& segment = segments[other.segment];
        ASSIGN_OR_RETURN(const auto withheld, list.DocsIn(segment));
        if (!segment.IsLive(other.doc) ||
            std::binary_search(withheld.begin(), withheld.end(), other.doc))
          continue;
        ASSIGN_OR_RETURN(const bool was_taken_back,
                         WasTakenBack(segment, other, visibility));
        others[std::string(segment.columns().IdOf(other.doc))] = was_taken_back;
      }
    }
  }
  return others;
}

class WithholdCommand {
 public:
  WithholdCommand(const std::string& index, const WithholdArguments& arguments,
                  const Console& console)
      : index_(index), arguments_(arguments), console_(console) {}

  int Run();

  Status List();
  Status Add();
  Status Remove();

 private:
  Result<Withheld> Named() const;
  Result<WithholdList> ReadList() const;

  const std::string& index_;
  const WithholdArguments& arguments_;
  const Console& console_;
};

struct Action {
  std::string_view name;
  Status (WithholdCommand::*run)();
};
constexpr std::array<Action, 3> kActions = {{
    {"list", &WithholdCommand::List},
    {"add", &WithholdCommand::Add},
    {"remove", &WithholdCommand::Remove},
}};

int WithholdCommand::Run() {
  const auto action =
      FindAction("withhold", arguments_.action, kActions, &Action::name);
  if (!action) return ReportError(action.error(), console_.err);
  const Status done = (this->*(*action)->run)();
  return done ? 0 : ReportError(done.error(), console_.err);
}

Result<WithholdList> WithholdCommand::ReadList() const {
  ASSIGN_OR_RETURN(const std::string text,
                   ReadLibrarianFile(index_, kWithholdName));
  WithholdList list = WithholdList::Parse(text);
  for (const LineFault& fault : list.faults())
    console_.err << "archive-index: " << TextOf(fault, kWithholdName) << '\n';
  return list;
}

// What is named, as a line would say it.
Result<Withheld> WithholdCommand::Named() const {
  const std::vector<std::string>& words = arguments_.words;
  const Error usage = {ErrorCode::kUsage,
                       arguments_.action + " needs an article",
                       fmt::format("archive-index withhold {} id|uid|url NAME",
                                   arguments_.action)};
  if (words.size() != 2) return usage;
  for (const Withheld::By by :
       {Withheld::By::kId, Withheld::By::kUid, Withheld::By::kUrl}) {
    if (NameOf(by) != words[0]) continue;
    Withheld entry = {.by = by, .value = CleanValue(words[1]), .who = {}};
    if (entry.value.empty()) return usage;
    return entry;
  }
  return usage;
}

Status WithholdCommand::List() {
  ASSIGN_OR_RETURN(const WithholdList list, ReadList());
  ASSIGN_OR_RETURN(const Segments segments, OpenSegments(index_));
  if (!arguments_.as_json) {
    for (const Withheld& entry : list.entries()) {
      ASSIGN_OR_RETURN(const std::uint64_t articles, CountOf(entry, segments));
      console_.out << Printable(WrittenLine(entry));
      if (articles != 0)
        console_.out << fmt::format("  ({} still in the segments)",
                                    Counted(articles, "article"));
      console_.out << '\n';
    }
    return Ok();
  }
  JsonWriter json(console_.out);
  json.BeginObject();
  json.Key("format_version").Int(1);
  json.Key("index").String(index_);
  json.Key("withheld").BeginArray();
  for (const Withheld& entry : list.entries()) {
    ASSIGN_OR_RETURN(const std::uint64_t articles, CountOf(entry, segments));
    json.BeginObject();
    json.Key("by").String(NameOf(entry.by));
    json.Key("value").String(entry.value);
    json.Key("who").String(entry.who);
    json.Key("when").String(ToIsoString(entry.when));
    json.Key("why").String(entry.why);
    json.Key("in_segments").Int(static_cast<std::int64_t>(articles));
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  console_.out << '\n';
  return Ok();
}

Status WithholdCommand::Add() {
  ASSIGN_OR_RETURN(Withheld entry, Named());
  entry.who = CleanValue(arguments_.who);
  entry.why = CleanValue(arguments_.why);
  if (entry.who.empty())
    return Error{ErrorCode::kUsage, "who asked for it?",
                 "archive-index withhold add … --who NAME [--why TEXT]"};
  entry.when = DateFrom(CurrentDay());
  if (!arguments_.when.empty()) {
    const WithholdLine read =
        ReadWithholdLine(fmt::format("id: x | y | {}", arguments_.when));
    if (!read.faults.empty())
      return Error{ErrorCode::kUsage,
                   fmt::format("--when: {} is no day", arguments_.when),
                   "write it as 2021-03-15"};
    entry.when = read.entries.front().when;
  }
  ASSIGN_OR_RETURN(const WithholdList list, ReadList());
  const bool is_there = std::any_of(
      list.entries().begin(), list.entries().end(),
      [&entry](const Withheld& other) { return other.NamesAs(entry); });
  if (!is_there) {
    ASSIGN_OR_RETURN(std::string text,
                     ReadLibrarianFile(index_, kWithholdName));
    RETURN_IF_ERROR(WriteLibrarianFile(
        index_, kWithholdName, WithLine(std::move(text), WrittenLine(entry))));
  }
  ASSIGN_OR_RETURN(const Segments segments, OpenSegments(index_));
  ASSIGN_OR_RETURN(const std::uint64_t articles, CountOf(entry, segments));
  console_.out << fmt::format(
      "{}: {}{}\n", NameOf(entry.by), Printable(entry.value),
      is_there ? ": withheld already"
      : articles == 0
          ? ": the index has no such article; none will enter it"
          : fmt::format(": {} withheld from now on; the next build takes {} "
                        "out of the index",
                        Counted(articles, "article"),
                        articles == 1 ? "it" : "them"));
  ASSIGN_OR_RETURN(const auto others,
                   VersionsThatStay(entry, index_, segments));
  for (const auto& [other, was_taken_back] : others) {
    const std::string id = ShellQuoted(Printable(other));
    if (!was_taken_back) {
      console_.out << fmt::format(
          "  another version stays: archive-index withhold add id {}\n", id);
      continue;
    }
    console_.err << fmt::format(
        "archive-index: {} was killed, and the next build shows it again "
        "unless another kill stays or it is withheld, too\n  archive-index "
        "withhold add id {}\n",
        Printable(other), id);
  }
  return Ok();
}

Status WithholdCommand::Remove() {
  ASSIGN_OR_RETURN(const Withheld entry, Named());
  ASSIGN_OR_RETURN(const std::string text,
                   ReadLibrarianFile(index_, kWithholdName));
  bool is_any = false;
  const std::string kept = WithoutLines(text, [&](std::string_view line) {
    const WithholdLine read = ReadWithholdLine(line);
    const bool names =
        !read.entries.empty() && read.entries.front().NamesAs(entry);
    is_any |= names;
    return names;
  });
  if (!is_any)
    return Error{
        ErrorCode::kUsage,
        fmt::format("{}: {} is not withheld", NameOf(entry.by), entry.value),
        "archive-index withhold list"};
  RETURN_IF_ERROR(WriteLibrarianFile(index_, kWithholdName, kept));
  console_.out << fmt::format(
      "{}: {}: no longer withheld; what was taken out comes back with the next "
      "build\n",
      NameOf(entry.by), Printable(entry.value));
  return Ok();
}

}  // namespace

int RunWithhold(const std::string& index, const WithholdArguments& arguments,
                const Console& console) {
  return WithholdCommand(index, arguments, console).Run();
}

std::string WithheldInSegments(const std::string& index) {
  const Result<WithholdList> list = ReadWithholdList(index);
  const Result<Segments> segments = OpenSegments(index);
  if (!list || !segments) return "";
  std::uint64_t articles = 0;
  for (const Segment& segment : *segments) {
    if (const auto docs = list->DocsIn(segment)) articles += docs->size();
  }
  if (articles == 0) return "";
  return fmt::format(
      "the copy holds {} that {} withheld: run archive-index build, then "
      "backup "
      "again",
      Counted(articles, "article"), articles == 1 ? "is" : "are");
}

}  // namespace archive
