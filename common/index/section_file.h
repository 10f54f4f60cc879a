// The frame of every file of the index that is not Xapian's.
//
//     file    = header table section* zero[8]
//     header  = magic[8]="ARCHIDX\n" kind:u32 version:u16 oldest_reader:u16
//               byte_order:u32=0x0a0b0c0d section_count:u32 owner[16]
//               file_bytes:u64 checksum:u64 zero[8]                (64 bytes)
//     table   = (tag:u32 flags:u16 width:u16 offset:u64 length:u64
//                checksum:u64 least:u64 count:u64)*
//     section = bytes, begins at a multiple of 8, zero-padded to one
//
// Little-endian throughout.  Checksums are XXH3-64; the header's covers the
// header up to itself and the table, a row's its section.  flags: bit 0 means
// that a reader that does not know the section must refuse the file
// (RefuseUnknown), others it skips; bit 1 that the section is packed numbers
// (packed_numbers.h) of which the row holds the frame.  All others are bytes or
// arrays of numbers of one width, and width, least and count are 0; each file's
// own header (vocabulary.h, columns.h ...) says which.  The eight zeros at the
// end let a packed number be read wherever it begins.
#ifndef ARCHIVE_COMMON_INDEX_SECTION_FILE_H_
#define ARCHIVE_COMMON_INDEX_SECTION_FILE_H_

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/file_system.h"
#include "common/index/packed_numbers.h"
#include "common/result.h"

namespace archive {

static_assert(std::endian::native == std::endian::little,
              "side files are mapped in as little-endian arrays");

using Tag = std::uint32_t;  // four ASCII letters, the first in the low byte

constexpr Tag MakeTag(std::string_view letters) {
  Tag tag = 0;
  for (std::size_t i = 0; i < letters.size() && i < 4; ++i)
    tag |= static_cast<Tag>(static_cast<unsigned char>(letters[i])) << (8 * i);
  return tag;
}

using OwnerId = std::array<unsigned char, 16>;

// What a kind of file is, for its writer and its reader.
struct FileKind {
  std::string_view name;  // four letters
  std::uint16_t version;
  // The oldest version of this program's reader that may open what this
  // version writes.
  std::uint16_t oldest_reader;
};

// A section file, mapped in.
// Lives: views until destruction.  Threads: const methods any.
class SectionFile {
 public:
  // Fails: kIndexDamaged (not such a file, cut short, sections out of bounds,
  // a wrong checksum of header or table), kSchemaMismatch (too new), kIo.
  // Checksums of sections are not read here; CheckSections does.
  static Result<SectionFile> Open(const std::string& path,
                                  const FileKind& kind);

  const OwnerId& owner() const { return owner_; }
  const std::string& path() const { return path_; }

  // The bytes of a section; empty when there is none.  The tag counts as
  // known from then on.
  std::string_view Section(Tag tag) const;

  // Fails (kSchemaMismatch) when there is a needed section that nobody has
  // asked for: it says something this program does not understand.
  Status RefuseUnknown() const;

  // A section as an array of numbers.  Fails (kIndexDamaged): its length is no
  // multiple of the width, or there are fewer than `at_least` numbers.
  template <typename Number>
  Result<std::span<const Number>> Array(Tag tag,
                                        std::size_t at_least = 0) const {
    const std::string_view bytes = Section(tag);
    if (FrameIn(tag) || bytes.size() % sizeof(Number) != 0 ||
        bytes.size() / sizeof(Number) < at_least)
      return Damaged(tag);
    // Sections begin at multiples of 8 and mappings at pages.
    return std::span<const Number>(
        reinterpret_cast<const Number*>(bytes.data()),
        bytes.size() / sizeof(Number));
  }

  // A section of packed numbers.  Fails (kIndexDamaged): there is none of the
  // tag, it is not packed, or there are fewer than `at_least` numbers.
  template <typename Number>
  Result<PackedNumbers<Number>> Packed(Tag tag,
                                       std::size_t at_least = 0) const {
    const std::string_view bytes = Section(tag);
    const NumberFrame* const frame = FrameIn(tag);
    if (frame == nullptr || frame->count < at_least) return Damaged(tag);
    return PackedNumbers<Number>(*frame, bytes.data());
  }

  bool HasSection(Tag tag) const { return FindRow(tag) != nullptr; }

  // Reads every section, or the one, and compares its checksum.
  Status CheckSections() const;
  Status CheckSection(Tag tag) const;

  // The Error of a section whose content makes no sense.
  Error Damaged(Tag tag) const;

 private:
  struct Row {
    Tag tag;
    std::uint16_t flags;
    std::uint64_t offset;
    std::uint64_t length;
    std::uint64_t checksum;
    NumberFrame frame;
  };

  Status ReadTable(const FileKind& kind);
  static bool IsSound(const Row& row, std::uint64_t file_bytes);
  const Row* FindRow(Tag tag) const;
  // Nothing when the section is not packed, or not there.
  const NumberFrame* FrameIn(Tag tag) const;
  Error DamagedBecause(std::string_view what) const;

  std::string path_;
  MappedFile file_;
  OwnerId owner_ = {};
  std::vector<Row> rows_;
  mutable std::vector<bool> is_known_;  // by row
};

// Whether a reader that does not know a section must refuse the file.
enum class Need : std::uint8_t { kOptional = 0, kNeeded = 1 };

// Strings as one block of bytes and their offsets, one more than strings.
struct StringTable {
  std::string bytes;
  std::vector<std::uint64_t> offsets = {0};

  void Add(std::string_view text) {
    bytes += text;
    offsets.push_back(bytes.size());
  }
  std::size_t size() const { return offsets.size() - 1; }
};

// Collects sections and writes them as one file.
class SectionFileWriter {
 public:
  SectionFileWriter(const FileKind& kind, const OwnerId& owner)
      : kind_(kind), owner_(owner) {}

  void Add(Tag tag, std::string bytes, Need need = Need::kNeeded) {
    sections_.push_back({.tag = tag, .need = need, .bytes = std::move(bytes)});
  }
  template <typename Number>
  void Add(Tag tag, const std::vector<Number>& numbers) {
    static_assert(std::is_arithmetic_v<Number>);
    Add(tag, std::string(reinterpret_cast<const char*>(numbers.data()),
                         numbers.size() * sizeof(Number)));
  }
  // Numbers in as few bits as they need; read by SectionFile::Packed.
  template <typename Number>
  void AddPacked(Tag tag, const std::vector<Number>& numbers) {
    static_assert(std::is_integral_v<Number>);
    const std::span<const Number> all = numbers;
    const NumberFrame frame = FrameOf(all);
    sections_.push_back({.tag = tag,
                         .need = Need::kNeeded,
                         .bytes = Pack(all, frame),
                         .is_packed = true,
                         .frame = frame});
  }
  // A table of strings in two sections; read by StringTableView.
  void Add(Tag bytes, Tag offsets, const StringTable& strings) {
    Add(bytes, strings.bytes);
    AddPacked(offsets, strings.offsets);
  }

  // Writes and syncs the file; the directory is the caller's to sync.
  Status Write(const std::string& path) const;

 private:
  std::string HeaderAndTable() const;

  FileKind kind_;
  OwnerId owner_;
  struct Section {
    Tag tag;
    Need need;
    std::string bytes;
    bool is_packed = false;
    NumberFrame frame = {};
  };
  std::vector<Section> sections_;
};

// Reads a StringTable that lies in two sections.  An offset that makes no
// sense yields an empty string, never a read outside.
class StringTableView {
 public:
  StringTableView() = default;
  static Result<StringTableView> Open(const SectionFile& file, Tag bytes,
                                      Tag offsets);

  std::size_t size() const {
    return offsets_.empty() ? 0 : offsets_.size() - 1;
  }
  std::string_view operator[](std::size_t i) const {
    if (i + 1 >= offsets_.size()) return {};
    const std::uint64_t begin = offsets_[i];
    const std::uint64_t end = offsets_[i + 1];
    if (begin > end || end > bytes_.size()) return {};
    return bytes_.substr(begin, end - begin);
  }

  // Hands the numbers, in order, of those strings from `begin` on and before
  // `end` that contain `part`; the whole table is searched as one text.
  // REQUIRES: `part` is not empty.
  template <typename Take>
  void EachWithPart(std::string_view part, std::size_t begin, std::size_t end,
                    const Take& take) const {
    end = std::min(end, size());
    while (begin < end) {
      begin = FindPart(part, begin, end);
      if (begin < end) take(begin++);
    }
  }

 private:
  // The first string with `part`, from `begin` on; `end` when there is none.
  std::size_t FindPart(std::string_view part, std::size_t begin,
                       std::size_t end) const;
  // The last string of [begin, end) that begins at or before byte `at`; `begin`
  // when all begin behind it.
  std::size_t LastNotBehind(std::uint64_t at, std::size_t begin,
                            std::size_t end) const;

  std::string_view bytes_;
  PackedNumbers<std::uint64_t> offsets_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_SECTION_FILE_H_
