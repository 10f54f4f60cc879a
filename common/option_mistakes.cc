#include "common/option_mistakes.h"

#include <array>
#include <optional>

#include <fmt/format.h>

namespace archive {
namespace {

// A message of CLI11 as "{}" between fixed parts, and our sentence for it, with
// the words that stood there.
struct Wording {
  std::string_view before;   // the first word
  std::string_view between;  // it and the second
  std::string_view behind;   // the second
  std::string_view ours;
};

constexpr std::array<Wording, 4> kWordings = {{
    {"", ": 1 required ", " missing", "{0} needs a value behind it: {0} {1}"},
    {"", ": At Most 1 required but received ", "",
     "{0} is given more than once"},
    {"Could not convert: ", " = ", "", "{0} cannot be {1}"},
    {"", " excludes ", "", "{0} and {1} contradict each other"},
}};

std::optional<std::string> Reworded(std::string_view message,
                                    const Wording& wording) {
  if (!message.starts_with(wording.before) ||
      !message.ends_with(wording.behind))
    return std::nullopt;
  message.remove_prefix(wording.before.size());
  message.remove_suffix(wording.behind.size());
  const std::size_t between = message.find(wording.between);
  if (between == std::string_view::npos) return std::nullopt;
  return fmt::format(fmt::runtime(wording.ours), message.substr(0, between),
                     message.substr(between + wording.between.size()));
}

}  // namespace

std::string OptionMistake(std::string_view message) {
  for (const Wording& wording : kWordings) {
    if (std::optional<std::string> ours = Reworded(message, wording))
      return *std::move(ours);
  }
  return std::string(message);
}

}  // namespace archive
