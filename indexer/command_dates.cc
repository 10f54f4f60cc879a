#include "indexer/command_dates.h"

#include <iterator>
#include <span>
#include <variant>

#include <fmt/format.h>

#include "common/dates/calendar_date.h"
#include "common/dates/date_mentions.h"
#include "common/file_system.h"
#include "common/json_writer.h"
#include "common/result.h"

namespace archive {
namespace {

Result<Day> ReadAnchor(const std::string& text) {
  const SingleDateReading reading = ReadCalendarDate(text);
  if (const auto* days = std::get_if<DayRange>(&reading)) {
    if (days->first == days->last) return days->first;
  }
  return Error{ErrorCode::kUsage,
               fmt::format("--anchor needs a day, not {}",
                           text.empty() ? "an empty word" : text),
               "write it as 2021-03-02"};
}

Result<std::string> ReadText(const std::string& file, std::istream& in) {
  if (!file.empty() && file != "-") return ReadFile(file);
  std::string text(std::istreambuf_iterator<char>(in), {});
  return text;
}

std::string DayText(Day day) {
  return ToIsoString(DateFrom(day));
}

}  // namespace

void PrintDates(std::string_view text, std::optional<Day> anchor,
                std::ostream& out) {
  DateMentionFinder finder;
  for (const DateMention& mention : finder.Find({&text, 1}, anchor)) {
    const Span span = mention.bytes;
    JsonWriter json(out);
    json.BeginObject();
    json.Key("start").Int(static_cast<std::int64_t>(span.begin));
    json.Key("end").Int(static_cast<std::int64_t>(span.end));
    json.Key("text").String(text.substr(span.begin, span.end - span.begin));
    json.Key("from").String(DayText(mention.days.first));
    json.Key("to").String(DayText(mention.days.last));
    json.Key("read").String(NameOf(mention.source));
    json.Key("confidence").Double(mention.confidence / 100.0);
    json.EndObject();
    out << '\n';
  }
}

int RunDates(const DatesArguments& arguments, std::istream& in,
             const Console& console) {
  std::optional<Day> anchor;
  if (arguments.anchor) {
    const Result<Day> day = ReadAnchor(*arguments.anchor);
    if (!day) return ReportError(day.error(), console.err);
    anchor = *day;
  }
  const Result<std::string> text = ReadText(arguments.file, in);
  if (!text) return ReportError(text.error(), console.err);
  PrintDates(*text, anchor, console.out);
  return 0;
}

}  // namespace archive
