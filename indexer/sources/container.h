// Files that hold files: zip and tar, and what gzip, bzip2, xz, zstd and
// compress have packed.  The border to libarchive.
//
// Members come one after the other and are streams: nothing is unpacked to the
// disk, and no archive lies whole in memory.  Names of members are bytes that
// mean nothing here.
//
// To read another kind: a row in container.cc, and libarchive's name for it in
// NewReader.  What is done with the members is left to the readers
// (source_articles.h), limits to Expansion.
#ifndef ARCHIVE_INDEXER_SOURCES_CONTAINER_H_
#define ARCHIVE_INDEXER_SOURCES_CONTAINER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/sources/buffered_bytes.h"
#include "indexer/sources/byte_source.h"
#include "indexer/sources/expansion.h"

namespace archive {

struct ContainerKind {
  std::string_view name;        // "zip", "gzip"
  std::string_view extensions;  // of packed files: with a blank behind each
};

// As the first bytes say, 512 or more of them; nullptr for what is none, and
// for office documents, which are zip files by chance.
const ContainerKind* FindContainer(std::string_view bytes);

// "story.html.gz" → "story.html", "day.tgz" → "day.tar"; the name itself when
// nothing in it says that it is packed.
std::string UnpackedName(std::string_view name);

struct Member {
  // As the archive has it.  Empty for what is no archive but one packed file.
  std::string name;
  bool is_encrypted = false;
};

class LibarchiveReader;

// Lives: no longer than the source and the expansion.
// Threads: one at a time.
class Container final {
 public:
  Container(BufferedBytes& source, Expansion& expansion);
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;
  ~Container();

  // The next regular file; nullopt behind the last.  What was not read of the
  // one before is passed over.
  // Fails (kBadInput): the rest cannot be read, or a limit is met.
  Result<std::optional<Member>> Next();

  // The bytes of the member that Next gave.  Fails (kBadInput) where they are
  // damaged or encrypted; the members behind it may be whole.
  ByteSource& bytes();

 private:
  std::unique_ptr<LibarchiveReader> reader_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_SOURCES_CONTAINER_H_
