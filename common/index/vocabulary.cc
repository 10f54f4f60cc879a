#include "common/index/vocabulary.h"

#include "common/text/analyser.h"
#include "common/text/stemmer.h"

namespace archive {
namespace {

// The first of [from, to) that does not come before what is looked for.
template <typename ComesBefore>
std::size_t LowerBoundIn(std::size_t from, std::size_t to,
                         const ComesBefore& comes_before) {
  while (from < to) {
    const std::size_t middle = from + (to - from) / 2;
    if (comes_before(middle)) {
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
  ASSIGN_OR_RETURN(codes_, file_.Packed<WordCode>(MakeTag("CODE"), words));
  ASSIGN_OR_RETURN(ranks_, file_.Packed<WordRank>(MakeTag("RANK"), words));
  ASSIGN_OR_RETURN(docs_, file_.Packed<std::uint32_t>(MakeTag("DOCS"), words));
  ASSIGN_OR_RETURN(occurrences_,
                   file_.Packed<std::uint64_t>(MakeTag("OCCS"), words));
  ASSIGN_OR_RETURN(languages_, StringTableView::Open(file_, MakeTag("LNGB"),
                                                     MakeTag("LNGO")));
  const std::size_t languages = languages_.size();
  ASSIGN_OR_RETURN(language_docs_,
                   file_.Packed<std::uint32_t>(MakeTag("LDOC"), languages));
  ASSIGN_OR_RETURN(first_stems_,
                   file_.Packed<std::uint32_t>(MakeTag("LSTM"), languages + 1));
  ASSIGN_OR_RETURN(stem_ends_, StringTableView::Open(file_, MakeTag("STMB"),
                                                     MakeTag("STMO")));
  const std::size_t stems = stem_ends_.size();
  ASSIGN_OR_RETURN(stem_shared_,
                   file_.Packed<std::uint8_t>(MakeTag("SHRD"), stems));
  ASSIGN_OR_RETURN(stem_docs_,
                   file_.Packed<std::uint32_t>(MakeTag("SDOC"), stems));
  ASSIGN_OR_RETURN(first_forms_,
                   file_.Packed<std::uint32_t>(MakeTag("SFRM"), stems + 1));
  ASSIGN_OR_RETURN(forms_, file_.Packed<WordRank>(MakeTag("FORM")));
  return file_.RefuseUnknown();
}

WordRank Vocabulary::LowerBound(std::string_view word) const {
  return static_cast<WordRank>(LowerBoundIn(
      0, words_.size(),
      [this, word](std::size_t rank) { return words_[rank] < word; }));
}

std::optional<WordRank> Vocabulary::Find(std::string_view word) const {
  const WordRank rank = LowerBound(word);
  if (rank < words_.size() && words_[rank] == word) return rank;
  return std::nullopt;
}

int Vocabulary::CompareStem(std::size_t stem, std::string_view text) const {
  const WordRank first_form = forms_[first_forms_[stem]];
  const std::string_view begin =
      words_[first_form].substr(0, stem_shared_[stem]);
  const int order = begin.compare(text.substr(0, begin.size()));
  if (order != 0) return order;
  return stem_ends_[stem].compare(text.substr(begin.size()));
}

Vocabulary::StemClass Vocabulary::FindStem(std::size_t language,
                                           std::string_view stem) const {
  if (language + 1 >= first_stems_.size()) return {};
  const std::size_t end = first_stems_[language + 1];
  const std::size_t at = LowerBoundIn(
      first_stems_[language], end,
      [this, stem](std::size_t i) { return CompareStem(i, stem) < 0; });
  if (at >= end || at + 1 >= first_forms_.size() || CompareStem(at, stem) != 0)
    return {};
  return {forms_.Slice(first_forms_[at], first_forms_[at + 1]), stem_docs_[at]};
}

}  // namespace archive
