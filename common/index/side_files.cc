#include "common/index/side_files.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "common/index/vocabulary.h"
#include "common/text/analyser.h"

namespace archive {
namespace {

constexpr std::uint32_t kNoStem = 0xffffffff;

std::size_t SharedBytes(std::string_view a, std::string_view b) {
  const auto [at, other] =
      std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(at - a.begin());
}

}  // namespace

void StemCounts::Count(WordId word, std::string_view text,
                       std::uint32_t article) {
  if (stem_of_.size() <= word) stem_of_.resize(word + 1, kNoStem);
  if (stem_of_[word] == kNoStem) {
    std::string stem = stemmer_.Stem(text);
    const auto next = static_cast<std::uint32_t>(stems_.size());
    const auto [at, is_new] = known_.try_emplace(stem, next);
    if (is_new) stems_.push_back({.text = std::move(stem), .forms = {}});
    stem_of_[word] = at->second;
    stems_[at->second].forms.push_back(word);
  }
  Stem& stem = stems_[stem_of_[word]];
  if (stem.last_article == article) return;
  stem.last_article = article;
  ++stem.articles;
}

void SideFilesBuilder::Add(DocId doc, const SideRow& row) {
  while (first_item_.size() <= doc) first_item_.push_back(items_.size());
  items_.insert(items_.end(), row.stream.begin(), row.stream.end());
  columns_.Add(doc, row);
  auto stems = stems_.find(row.language);
  if (stems == stems_.end()) {
    stems = stems_.try_emplace(std::string(row.language), row.language).first;
  }
  ++stems->second.articles;
  CountWords(row.stream, doc, stems->second);
}

void SideFilesBuilder::CountWords(std::span<const StreamItem> stream,
                                  std::uint32_t article, StemCounts& stems) {
  counts_.resize(table_.size());
  bool in_text = false;
  for (const StreamItem item : stream) {
    if (IsMarkItem(item)) {
      if (IsZoneMark(MarkOf(item))) in_text = IsTextZone(ZoneOf(MarkOf(item)));
      continue;
    }
    const WordId word = WordIdOf(item);
    WordCounts& counts = counts_[word];
    ++counts.units;
    if (!in_text) continue;
    ++counts.occurrences;
    if (counts.last_article == article) continue;
    counts.last_article = article;
    ++counts.articles;
    stems.Count(word, table_.At(word), article);
  }
}

void SideFilesBuilder::RankWords() {
  counts_.resize(table_.size());
  for (WordId word = 0; word < counts_.size(); ++word) {
    if (counts_[word].units != 0) sorted_.push_back(word);
  }
  std::sort(sorted_.begin(), sorted_.end(),
            [this](WordId a, WordId b) { return table_.At(a) < table_.At(b); });
  rank_of_.resize(counts_.size());
  for (std::size_t rank = 0; rank < sorted_.size(); ++rank)
    rank_of_[sorted_[rank]] = static_cast<WordRank>(rank);
  std::vector<WordId> by_frequency = sorted_;
  std::stable_sort(by_frequency.begin(), by_frequency.end(),
                   [this](WordId a, WordId b) {
                     return counts_[a].units > counts_[b].units;
                   });
  code_of_.resize(counts_.size());
  for (std::size_t code = 0; code < by_frequency.size(); ++code)
    code_of_[by_frequency[code]] = static_cast<WordCode>(code);
}

Status SideFilesBuilder::Write(const std::string& directory,
                               const OwnerId& owner) {
  RankWords();
  if (sorted_.size() > kMaxWordCodes) {
    return Error{ErrorCode::kInternal,
                 fmt::format("a segment of {} words has more than the {} that "
                             "its tokens can number",
                             sorted_.size(), kMaxWordCodes)};
  }
  RETURN_IF_ERROR(WriteVocabulary(directory + "/vocabulary", owner));
  RETURN_IF_ERROR(WriteTokens(directory + "/tokens", owner));
  RETURN_IF_ERROR(WritePostings(directory + "/postings", owner));
  return columns_.Write(directory + "/columns", owner);
}

Status SideFilesBuilder::WriteVocabulary(const std::string& path,
                                         const OwnerId& owner) const {
  StringTable words;
  std::vector<WordCode> codes;
  std::vector<WordRank> ranks(sorted_.size());
  std::vector<std::uint32_t> articles;
  std::vector<std::uint64_t> occurrences;
  for (std::size_t rank = 0; rank < sorted_.size(); ++rank) {
    const WordId word = sorted_[rank];
    words.Add(table_.At(word));
    codes.push_back(code_of_[word]);
    ranks[code_of_[word]] = static_cast<WordRank>(rank);
    articles.push_back(counts_[word].articles);
    occurrences.push_back(counts_[word].occurrences);
  }
  SectionFileWriter writer(kVocabularyKind, owner);
  writer.Add(MakeTag("WORD"), MakeTag("WOFF"), words);
  writer.AddPacked(MakeTag("CODE"), codes);
  writer.AddPacked(MakeTag("RANK"), ranks);
  writer.AddPacked(MakeTag("DOCS"), articles);
  writer.AddPacked(MakeTag("OCCS"), occurrences);
  writer.Add(MakeTag("VERS"),
             std::vector<std::uint32_t>{kAnalyserVersion, kStemmerVersion});
  AddStems(writer);
  return writer.Write(path);
}

void SideFilesBuilder::AddStems(SectionFileWriter& writer) const {
  StringTable languages;
  std::vector<std::uint32_t> language_articles;
  std::vector<std::uint32_t> first_stems = {0};
  std::vector<std::uint8_t> shared;
  StringTable ends;
  std::vector<std::uint32_t> stem_articles;
  std::vector<std::uint32_t> first_forms = {0};
  std::vector<WordRank> forms;
  for (const auto& [language, counts] : stems_) {
    languages.Add(language);
    language_articles.push_back(counts.articles);
    std::vector<std::size_t> order(counts.stems().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&stems = counts.stems()](std::size_t a, std::size_t b) {
                return stems[a].text < stems[b].text;
              });
    for (const std::size_t i : order) {
      const StemCounts::Stem& stem = counts.stems()[i];
      stem_articles.push_back(stem.articles);
      const auto first = static_cast<std::ptrdiff_t>(forms.size());
      for (const WordId form : stem.forms) forms.push_back(rank_of_[form]);
      std::sort(forms.begin() + first, forms.end());
      const std::string_view text = stem.text;
      const std::size_t same = SharedBytes(
          text, table_.At(sorted_[forms[static_cast<std::size_t>(first)]]));
      shared.push_back(static_cast<std::uint8_t>(same));
      ends.Add(text.substr(same));
      first_forms.push_back(static_cast<std::uint32_t>(forms.size()));
    }
    first_stems.push_back(static_cast<std::uint32_t>(stem_articles.size()));
  }
  writer.Add(MakeTag("LNGB"), MakeTag("LNGO"), languages);
  writer.AddPacked(MakeTag("LDOC"), language_articles);
  writer.AddPacked(MakeTag("LSTM"), first_stems);
  writer.Add(MakeTag("STMB"), MakeTag("STMO"), ends);
  writer.AddPacked(MakeTag("SHRD"), shared);
  writer.AddPacked(MakeTag("SDOC"), stem_articles);
  writer.AddPacked(MakeTag("SFRM"), first_forms);
  writer.AddPacked(MakeTag("FORM"), forms);
}

Status SideFilesBuilder::WriteTokens(const std::string& path,
                                     const OwnerId& owner) const {
  std::string units;
  units.reserve(sizeof(TokenUnit) * (items_.size() + items_.size() / 16));
  std::vector<TokenUnit> code;
  std::size_t count = 0;
  const auto put = [&units, &count](TokenUnit unit) {
    units += static_cast<char>(unit & 0xffU);
    units += static_cast<char>(unit >> 8U);
    ++count;
  };
  std::vector<std::uint8_t> cases;
  std::vector<std::uint64_t> bounds = first_item_;
  bounds.push_back(items_.size());
  std::vector<std::uint64_t> offsets;
  auto at = items_.begin();
  for (const std::uint64_t bound : bounds) {
    const auto end = items_.begin() + static_cast<std::ptrdiff_t>(bound);
    for (; at != end; ++at) {
      const StreamItem item = *at;
      if (IsMarkItem(item)) {
        put(MarkOf(item));
      } else {
        AppendLetterCase(count, LetterCaseOf(item), cases);
        code.clear();
        AppendCode(code_of_[WordIdOf(item)], code);
        for (const TokenUnit unit : code) put(unit);
      }
    }
    offsets.push_back(count);
  }
  SectionFileWriter writer(kTokensKind, owner);
  writer.Add(MakeTag("UNIT"), std::move(units));
  writer.AddPacked(MakeTag("TOFF"), offsets);
  cases.resize((count + kCasesPerByte - 1) / kCasesPerByte);
  writer.Add(MakeTag("CASE"), cases);
  return writer.Write(path);
}

}  // namespace archive
