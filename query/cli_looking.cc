#include "query/cli_looking.h"

#include <charconv>
#include <map>
#include <system_error>

#include <fmt/format.h>

#include "query/cli_values.h"
#include "query/option_values.h"
#include "query/output/hit_fields.h"
#include "query/output/terminal.h"

namespace archive {
namespace {

constexpr const char* kGroup = "How to show it";

const std::map<std::string, ColorChoice> kColors = {
    {"auto", ColorChoice::kAuto},
    {"always", ColorChoice::kAlways},
    {"never", ColorChoice::kNever}};

std::string FormatsWithFields() {
  return NamesOfFormats([](const OutputFormat& format) {
    return format.fields == FieldChoice::kChosen;
  });
}

std::vector<std::string> HitFieldNames() {
  std::vector<std::string> names;
  for (const HitField& field : HitFields()) names.emplace_back(field.name);
  return names;
}

void DeclareFormat(CLI::App& app, TypedLooks& typed) {
  std::vector<std::string> formats;
  for (const OutputFormat& format : kOutputFormats)
    formats.emplace_back(format.name);
  app.add_option("-f,--format", typed.format,
                 fmt::format("{}", fmt::join(formats, ", ")))
      ->type_name("FORMAT")
      ->check(OneOf(formats))
      ->capture_default_str()
      ->group(kGroup);
  app.add_option("--format-version", typed.format_version,
                 "End with an error unless this version of json or jsonl can "
                 "be written")
      ->type_name("N")
      ->group(kGroup);
  app.add_option("--fields", typed.fields,
                 fmt::format("Which fields of an article {} give, "
                             "comma-separated",
                             FormatsWithFields()))
      ->type_name("NAMES")
      ->check(Suggested(HitFieldNames()))
      ->allow_extra_args(false)
      ->group(kGroup);
}

// Programs that were written for a version get it or an error, never another.
Status CheckVersion(const CLI::App& app, const OutputFormat& format) {
  if (!IsGiven(app, "--format-version")) return Ok();
  const auto text = app.get_option("--format-version")->as<std::string>();
  if (format.versions == Versions::kNone)
    return UsageError(fmt::format("--format={} has no version", format.name),
                      "--format-version goes with " +
                          NamesOfFormats([](const OutputFormat& other) {
                            return other.versions == Versions::kNumbered;
                          }));
  int version = 0;
  const auto [end, code] =
      std::from_chars(text.data(), text.data() + text.size(), version);
  if (code == std::errc::invalid_argument || end != text.data() + text.size())
    return UsageError(fmt::format("--format-version {} is not a number", text),
                      fmt::format("--format-version {}", kFormatVersion));
  if (code == std::errc() && version >= kOldestFormatVersion &&
      version <= kFormatVersion)
    return Ok();
  return Error{
      ErrorCode::kFormatVersion,
      fmt::format("there is no version {} of --format={}", text, format.name),
      kOldestFormatVersion == kFormatVersion
          ? fmt::format("archive-query {} writes version {}", ARCHIVE_VERSION,
                        kFormatVersion)
          : fmt::format("archive-query {} writes versions {} to {}",
                        ARCHIVE_VERSION, kOldestFormatVersion, kFormatVersion)};
}

RenderStyle StyleOf(const TypedLooks& typed, const TerminalFacts& facts) {
  const Plainness plainness =
      typed.plain ? Plainness::kPlain : Plainness::kNormal;
  return {.emphasis = ChooseEmphasis(facts, kColors.at(typed.color), plainness),
          .width = facts.width,
          .line_end = typed.nul ? LineEnd::kNul : LineEnd::kLineFeed,
          .target = facts.is_terminal ? Target::kTerminal : Target::kProgram,
          .verbosity = typed.verbose ? Verbosity::kNames : Verbosity::kNormal,
          .fields = {}};
}

}  // namespace

void DeclareLooking(CLI::App& app, TypedLooks& typed) {
  DeclareFormat(app, typed);
  app.add_flag("-0,--null", typed.nul,
               "End paths and ids with a NUL instead of a line feed")
      ->group(kGroup);
  app.add_flag("-v,--verbose", typed.verbose,
               "People, organisations and places under each article")
      ->group(kGroup);
  app.add_option("--color", typed.color, "auto, always or never")
      ->type_name("WHEN")
      ->check(OneOf(KeysOf(kColors)))
      ->capture_default_str()
      ->group(kGroup);
  app.add_flag("--plain", typed.plain,
               "Matches in «brackets», no colours, no pager")
      ->group(kGroup);
  app.add_flag("--no-pager", typed.no_pager,
               "Print straight to the terminal, not through $ARCHIVE_PAGER, "
               "$PAGER or less")
      ->group(kGroup);
}

Status CheckLooks(const CLI::App& app, const OutputFormat& format) {
  if (IsGiven(app, "--fields") && format.fields == FieldChoice::kFixed)
    return UsageError(
        fmt::format("--format={} shows fixed fields", format.name),
        "--fields goes with " + FormatsWithFields());
  for (const char* const whole : {"--show", "--history"}) {
    if (!IsGiven(app, whole) || format.name == "text" || format.name == "json")
      continue;
    return UsageError(
        fmt::format("{} prints no {}", whole, format.name),
        fmt::format("--format=json, or archive-query --format={} 'id:\"…\"'",
                    format.name));
  }
  if (IsGiven(app, "--null") && format.name != "paths" && format.name != "ids")
    return UsageError(fmt::format("--format={} has no NULs", format.name),
                      "-0 goes with --format=paths and --format=ids");
  RETURN_IF_ERROR(CheckVersion(app, format));
  // Scorers sort by the score, and articles by date have none.
  if (format.orders == Orders::kRelevance && IsGiven(app, "--sort") &&
      app.get_option("--sort")->as<std::string>() != "relevance")
    return UsageError(
        fmt::format("--format={} ranks by relevance", format.name),
        "leave out --sort");
  return Ok();
}

Status ReadLooks(const TypedLooks& typed, QueryOptions& options) {
  options.format = FindOutputFormat(typed.format);
  const TerminalFacts facts = LookAtTerminal();
  options.style = StyleOf(typed, facts);
  ASSIGN_OR_RETURN(options.style.fields, ReadHitFields(typed.fields));
  options.may_page =
      facts.is_terminal && !facts.is_dumb && !typed.plain && !typed.no_pager;
  return Ok();
}

}  // namespace archive
