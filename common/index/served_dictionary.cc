#include "common/index/served_dictionary.h"

#include <utility>

#include <zstd.h>

namespace archive {
namespace {

constexpr int kLevel = 9;

}  // namespace

std::string ToServed(const RecordDictionary& dictionary) {
  const std::string_view bytes = dictionary.bytes();
  std::string served(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(served.data(), served.size(),
                                         bytes.data(), bytes.size(), kLevel);
  // Only for want of memory; whoever misses it says so.
  served.resize(ZSTD_isError(size) != 0 ? 0 : size);
  return served;
}

Result<DictionaryPtr> FromServed(std::string_view served) {
  const unsigned long long size =
      ZSTD_getFrameContentSize(served.data(), served.size());
  // The two marks of a size that is not known are the greatest numbers.
  if (size > kMostDictionaryBytes) return RecordDictionary::Make({}, {});
  std::string bytes(static_cast<std::size_t>(size), '\0');
  const std::size_t unpacked =
      ZSTD_decompress(bytes.data(), bytes.size(), served.data(), served.size());
  if (unpacked != bytes.size()) return RecordDictionary::Make({}, {});
  return RecordDictionary::Make(std::move(bytes), {});
}

}  // namespace archive
