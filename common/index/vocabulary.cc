#include "common/index/vocabulary.h"

#include "common/text/analyser.h"
#include "common/text/stemmer.h"

namespace archive {
namespace {

// The first of [from, to) whose string is not less than `text`.
std::size_t LowerBoundIn(const StringTableView& strings, std::size_t from,
                         std::size_t to, std::string_view text) {
  while (from < to) {
    const std::size_t middle = from + (to - from) / 2;
    if (strings[middle] < text) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}

}  // namespace

Result<Vocabulary> Vocabulary::Open(const std::string& path) {
  Vocabulary vocabulary;
  ASSIGN_OR_RETURN(vocabulary.file_, SectionFile::Open(path, kVocabularyKind));
  RETURN_IF_ERROR(vocabulary.ReadSections());
  return vocabulary;
}

Status Vocabulary::ReadSections() {
  ASSIGN_OR_RETURN(const auto versions,
                   file_.Array<std::uint32_t>(MakeTag("VERS"), 2));
  // Other versions are believed only where they were written.
  RETURN_IF_ERROR(file_.CheckSection(MakeTag("VERS")));
  if (versions[0] != kAnalyserVersion || versions[1] != kStemmerVersion) {
    return Error{ErrorCode::kSchemaMismatch,
                 file_.path() +
                     " holds words that another version of "
                     "archive-index has cut",
                 "build the index anew with archive-index build --fresh"};
  }
  ASSIGN_OR_RETURN(
      words_, StringTableView::Open(file_, MakeTag("WORD"), MakeTag("WOFF")));
  const std::size_t words = words_.size();
  ASSIGN_OR_RETURN(codes_, file_.Array<WordCode>(MakeTag("CODE"), words));
  ASSIGN_OR_RETURN(ranks_, file_.Array<WordRank>(MakeTag("RANK"), words));
  ASSIGN_OR_RETURN(docs_, file_.Array<std::uint32_t>(MakeTag("DOCS"), words));
  ASSIGN_OR_RETURN(occurrences_,
                   file_.Array<std::uint64_t>(MakeTag("OCCS"), words));
  ASSIGN_OR_RETURN(languages_, StringTableView::Open(file_, MakeTag("LNGB"),
                                                     MakeTag("LNGO")));
  const std::size_t languages = languages_.size();
  ASSIGN_OR_RETURN(language_docs_,
                   file_.Array<std::uint32_t>(MakeTag("LDOC"), languages));
  ASSIGN_OR_RETURN(first_stems_,
                   file_.Array<std::uint32_t>(MakeTag("LSTM"), languages + 1));
  ASSIGN_OR_RETURN(
      stems_, StringTableView::Open(file_, MakeTag("STMB"), MakeTag("STMO")));
  const std::size_t stems = stems_.size();
  ASSIGN_OR_RETURN(stem_docs_,
                   file_.Array<std::uint32_t>(MakeTag("SDOC"), stems));
  ASSIGN_OR_RETURN(first_forms_,
                   file_.Array<std::uint32_t>(MakeTag("SFRM"), stems + 1));
  ASSIGN_OR_RETURN(forms_, file_.Array<WordRank>(MakeTag("FORM")));
  return file_.RefuseUnknown();
}

WordRank Vocabulary::LowerBound(std::string_view word) const {
  return static_cast<WordRank>(LowerBoundIn(words_, 0, words_.size(), word));
}

std::optional<WordRank> Vocabulary::Find(std::string_view word) const {
  const WordRank rank = LowerBound(word);
  if (rank < words_.size() && words_[rank] == word) return rank;
  return std::nullopt;
}

Vocabulary::StemClass Vocabulary::FindStem(std::size_t language,
                                           std::string_view stem) const {
  if (language + 1 >= first_stems_.size()) return {};
  const std::size_t end = first_stems_[language + 1];
  const std::size_t at =
      LowerBoundIn(stems_, first_stems_[language], end, stem);
  if (at >= end || at + 1 >= first_forms_.size() || stems_[at] != stem)
    return {};
  const std::size_t first = first_forms_[at];
  const std::size_t last = first_forms_[at + 1];
  if (first > last || last > forms_.size()) return {};
  return {forms_.subspan(first, last - first), stem_docs_[at]};
}

}  // namespace archive
