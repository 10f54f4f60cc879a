#include "query/synonym_file.h"

#include <cstdint>
#include <utility>

#include "common/file_system.h"
#include "common/index/index_layout.h"

namespace archive {

Result<std::shared_ptr<const Synonyms>> ReadSynonymFile(
    const std::string& index) {
  std::string path = index + '/' + std::string(kSynonymsName);
  if (!FileExists(path))
    return Error{ErrorCode::kConfiguration, "--synonyms: there is no " + path,
                 "write one: a line such as Peking = Beijing for each name"};
  ASSIGN_OR_RETURN(const std::uint64_t size, FileSize(path));
  // What is too long is not read; the parser says so.
  std::string text(kMaxSynonymsFile + 1, '\n');
  if (size <= kMaxSynonymsFile) {
    ASSIGN_OR_RETURN(text, ReadRegularFile(path));
  }
  ASSIGN_OR_RETURN(Synonyms synonyms, Synonyms::Parse(text, std::move(path)));
  return std::make_shared<const Synonyms>(std::move(synonyms));
}

}  // namespace archive
