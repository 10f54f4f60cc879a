#include "common/index/token_stream.h"

#include <utility>

namespace archive {

Result<TokenStreams> TokenStreams::Open(const std::string& path) {
  TokenStreams streams;
  ASSIGN_OR_RETURN(streams.file_, SectionFile::Open(path, kTokensKind));
  ASSIGN_OR_RETURN(streams.units_,
                   streams.file_.Array<TokenUnit>(MakeTag("UNIT")));
  ASSIGN_OR_RETURN(streams.offsets_,
                   streams.file_.Packed<std::uint64_t>(MakeTag("TOFF"), 2));
  ASSIGN_OR_RETURN(
      const auto cases,
      streams.file_.Array<std::uint8_t>(
          MakeTag("CASE"),
          (streams.units_.size() + kCasesPerByte - 1) / kCasesPerByte));
  streams.cases_ = LetterCases(cases);
  RETURN_IF_ERROR(streams.file_.RefuseUnknown());
  streams.last_doc_ = static_cast<DocId>(streams.offsets_.size() - 2);
  return streams;
}

TokenReader TokenStreams::Read(DocId doc) const {
  if (doc == 0 || doc > last_doc_) return TokenReader({});
  const std::uint64_t begin = offsets_[doc];
  const std::uint64_t end = offsets_[doc + 1];
  if (begin > end || end > units_.size()) return TokenReader({});
  return TokenReader(units_.subspan(begin, end - begin), cases_, begin);
}

}  // namespace archive
