// Archives for tests, made in memory.
#ifndef ARCHIVE_TESTS_SUPPORT_PACKING_H_
#define ARCHIVE_TESTS_SUPPORT_PACKING_H_

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#define archive libarchive_handle
#include <archive.h>
#include <archive_entry.h>
#undef archive

namespace archive {

struct Packed {
  std::string name;
  std::string bytes;
  unsigned type = AE_IFREG;
};

// `format` is libarchive's name for it ("zip", "ustar", "raw"), `filter` as
// well ("gzip", "zstd", or "").
inline std::string Pack(const std::string& format, const std::string& filter,
                        const std::vector<Packed>& members,
                        const std::string& options = "") {
  std::size_t size = std::size_t{64} << 10;
  for (const Packed& member : members) size += member.bytes.size() + 4096;
  std::string out(size, '\0');
  std::size_t used = 0;
  libarchive_handle* const writer = archive_write_new();
  EXPECT_EQ(archive_write_set_format_by_name(writer, format.c_str()),
            ARCHIVE_OK);
  if (!filter.empty()) {
    EXPECT_EQ(archive_write_add_filter_by_name(writer, filter.c_str()),
              ARCHIVE_OK);
  }
  if (!options.empty()) {
    EXPECT_EQ(archive_write_set_options(writer, options.c_str()), ARCHIVE_OK);
  }
  archive_write_set_bytes_in_last_block(writer, 1);
  EXPECT_EQ(archive_write_open_memory(writer, out.data(), out.size(), &used),
            ARCHIVE_OK);
  for (const Packed& member : members) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_filetype(entry, member.type);
    archive_entry_set_perm(entry, 0644);
    if (member.type == AE_IFLNK) {
      archive_entry_set_symlink(entry, member.bytes.c_str());
    } else {
      archive_entry_set_size(entry,
                             static_cast<la_int64_t>(member.bytes.size()));
    }
    EXPECT_EQ(archive_write_header(writer, entry), ARCHIVE_OK) << member.name;
    if (member.type == AE_IFREG)
      archive_write_data(writer, member.bytes.data(), member.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_free(writer);
  out.resize(used);
  return out;
}

inline std::string Compress(const std::string& filter, std::string bytes) {
  return Pack("raw", filter, {{"data", std::move(bytes)}});
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_PACKING_H_
