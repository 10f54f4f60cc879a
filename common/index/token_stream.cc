#include "common/index/token_stream.h"

#include <utility>

namespace archive {

Result<TokenStreams> TokenStreams::Open(const std::string& path) {
  TokenStreams streams;
  ASSIGN_OR_RETURN(streams.file_, SectionFile::Open(path, kTokensKind));
  ASSIGN_OR_RETURN(streams.units_,
                   streams.file_.Array<TokenUnit>(MakeTag("UNIT")));
  ASSIGN_OR_RETURN(streams.offsets_,
                   streams.file_.Array<std::uint64_t>(MakeTag("TOFF"), 2));
  RETURN_IF_ERROR(streams.file_.RefuseUnknown());
  streams.last_doc_ = static_cast<DocId>(streams.offsets_.size() - 2);
  return streams;
}

std::span<const TokenUnit> TokenStreams::Of(DocId doc) const {
  if (doc == 0 || doc > last_doc_) return {};
  const std::uint64_t begin = offsets_[doc];
  const std::uint64_t end = offsets_[doc + 1];
  if (begin > end || end > units_.size()) return {};
  return units_.subspan(begin, end - begin);
}

}  // namespace archive
