#include "indexer/analysis/foreign_names.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <mutex>
#include <utility>

#include "common/file_system.h"
#include "common/text/language.h"
#include "common/text/rule_lines.h"

namespace archive {
namespace {

// The cells of a line; fewer where it has fewer.
std::array<std::string_view, 4> CellsOf(std::string_view line) {
  std::array<std::string_view, 4> cells;
  for (std::string_view& cell : cells) {
    const std::size_t end = std::min(line.find('\t'), line.size());
    cell = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return cells;
}

// The table from the first line of a language or script on: those of one
// stand together.
std::string_view LinesOf(std::string_view table, std::string_view key) {
  const std::string begin = std::string(key) + '\t';
  if (table.starts_with(begin)) return table;
  const std::size_t at = table.find('\n' + begin);
  return at == std::string_view::npos ? std::string_view()
                                      : table.substr(at + 1);
}

ForeignNameTable TableOf(std::string_view text, std::string_view key) {
  ForeignNameTable table;
  Analyser analyser;
  const bool is_language = FindLanguage(key) != nullptr;
  const Stemmer stemmer(is_language ? key : "none");
  text = LinesOf(text, key);
  while (!text.empty()) {
    const auto [of, kind, name, known_as] = CellsOf(TakeLine(text));
    if (of != key) break;
    if (known_as.empty()) continue;
    ForeignName row = {
        .kind = kind == "ORG" ? EntityKind::kOrganisation : EntityKind::kPlace,
        .name = std::string(name),
        .known_as = std::string(known_as)};
    for (const Word& word : analyser.Words(name)) {
      if (row.words.empty()) row.first = word.text;
      row.words.push_back(StemOf(word, &stemmer));
      row.capitals.push_back(word.letter_case != LetterCase::kSmall);
    }
    if (!row.words.empty()) table[row.words.front()].push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::string StemOf(const Word& word, const Stemmer* stemmer) {
  return stemmer == nullptr || word.ideograph ? word.text
                                              : stemmer->Stem(word.text);
}

struct ForeignNames::State {
  std::string text;
  std::mutex mutex;
  std::map<std::string, ForeignNameTable, std::less<>> tables;
};

ForeignNames::ForeignNames(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
ForeignNames::ForeignNames(ForeignNames&&) noexcept = default;
ForeignNames& ForeignNames::operator=(ForeignNames&&) noexcept = default;
ForeignNames::~ForeignNames() = default;

ForeignNames ForeignNames::Parse(std::string text) {
  auto state = std::make_unique<State>();
  state->text = std::move(text);
  return ForeignNames(std::move(state));
}

Result<ForeignNames> ForeignNames::Open(const std::string& path) {
  ASSIGN_OR_RETURN(std::string text, ReadFile(path));
  return Parse(std::move(text));
}

const ForeignNameTable& ForeignNames::Of(
    std::string_view language_or_script) const {
  const std::lock_guard lock(state_->mutex);
  auto place = state_->tables.find(language_or_script);
  if (place == state_->tables.end())
    place = state_->tables
                .emplace(language_or_script,
                         TableOf(state_->text, language_or_script))
                .first;
  return place->second;
}

}  // namespace archive
