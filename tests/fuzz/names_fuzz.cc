// Reads any bytes as the librarian's files of names.  What must hold for all of
// them: each line is rules or told; a rule, written out, reads as itself; and
// what a name counts as is decided in the end.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/index/name_rules.h"
#include "common/text/fold.h"

namespace {

using archive::NameRule;

void Require(bool holds, std::string_view what, std::string_view line) {
  if (holds) return;
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(what.size()),
               what.data(), static_cast<int>(line.size()), line.data());
  std::abort();
}

void ReadBack(const NameRule& rule) {
  const std::string line = archive::WrittenRule(rule);
  const archive::NameLine read = rule.kind == NameRule::Kind::kStop
                                     ? archive::ReadStopLine(line)
                                     : archive::ReadAliasLine(line);
  Require(read.wrong.empty() && read.rules.size() == 1,
          "written out, it is no rule", line);
  NameRule again = read.rules.front();
  again.line = rule.line;
  Require(again == rule, "written out, it is another rule", line);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto rules = archive::NameRules::Parse(text, text);
  for (const NameRule& rule : rules.rules()) {
    ReadBack(rule);
    const std::string name = archive::FoldValue(rule.name);
    const std::array<archive::ScopeId, 2> scopes = {1, 2};
    rules.Of(rule.field.value_or(archive::FieldId::kPlace), name, name, scopes);
  }
  return 0;
}
