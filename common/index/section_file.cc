#include "common/index/section_file.h"

#include <algorithm>

#include <xxhash.h>

namespace archive {
namespace {

constexpr std::string_view kMagic = "ARCHIDX\n";
constexpr std::uint32_t kByteOrder = 0x0a0b0c0d;
constexpr std::size_t kHeaderBytes = 64;
constexpr std::size_t kChecksumAt = 48;
constexpr std::size_t kRowBytes = 48;
constexpr std::uint16_t kIsNeeded = 1;  // flags of a row
constexpr std::uint16_t kIsPacked = 2;
constexpr std::string_view kZeros("\0\0\0\0\0\0\0\0", 8);
static_assert(kZeros.size() >= kPackedReach);

template <typename Number>
void Put(std::string& out, Number number) {
  std::array<char, sizeof(Number)> bytes = {};
  std::memcpy(bytes.data(), &number, sizeof(Number));
  out.append(bytes.data(), bytes.size());
}

template <typename Number>
Number Get(std::string_view bytes, std::size_t at) {
  Number number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof(Number));
  return number;
}

std::uint64_t RoundedUp(std::uint64_t bytes) {
  return (bytes + 7) / 8 * 8;
}

// Of the header up to the checksum, and of the table.
std::uint64_t ChecksumOf(std::string_view header, std::string_view table) {
  std::string bytes(header.substr(0, kChecksumAt));
  bytes += table;
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string TagName(Tag tag) {
  std::string name;
  for (int i = 0; i < 4; ++i) {
    const auto c = static_cast<char>(tag >> (8 * i) & 0xff);
    if (c >= ' ' && c <= '~') name += c;
  }
  return name;
}

}  // namespace

Result<SectionFile> SectionFile::Open(const std::string& path,
                                      const FileKind& kind) {
  SectionFile file;
  file.path_ = path;
  ASSIGN_OR_RETURN(file.file_, MappedFile::Open(path));
  RETURN_IF_ERROR(file.ReadTable(kind));
  return file;
}

Status SectionFile::ReadTable(const FileKind& kind) {
  const std::string_view bytes = file_.bytes();
  if (bytes.size() < kHeaderBytes || bytes.substr(0, 8) != kMagic)
    return DamagedBecause("it is no file of an index");
  if (Get<std::uint32_t>(bytes, 8) != MakeTag(kind.name))
    return DamagedBecause("it is a file of another kind");
  if (Get<std::uint32_t>(bytes, 16) != kByteOrder)
    return DamagedBecause("its bytes are in another order");
  if (Get<std::uint64_t>(bytes, 40) != bytes.size())
    return DamagedBecause("it was cut short or has grown");
  const std::uint64_t count = Get<std::uint32_t>(bytes, 20);
  if (count > (bytes.size() - kHeaderBytes) / kRowBytes)
    return DamagedBecause("its table is longer than the file");
  const std::string_view table = bytes.substr(kHeaderBytes, count * kRowBytes);
  if (Get<std::uint64_t>(bytes, kChecksumAt) != ChecksumOf(bytes, table))
    return DamagedBecause("the checksum of its header is wrong");
  if (Get<std::uint16_t>(bytes, 14) > kind.version) {
    return Error{ErrorCode::kSchemaMismatch,
                 path_ + " was written by a newer version of archive-index",
                 "use that version, or build the index anew with this one"};
  }
  std::copy_n(bytes.begin() + 24, owner_.size(), owner_.begin());
  for (std::size_t at = 0; at < table.size(); at += kRowBytes) {
    const Row row = {.tag = Get<std::uint32_t>(table, at),
                     .flags = Get<std::uint16_t>(table, at + 4),
                     .offset = Get<std::uint64_t>(table, at + 8),
                     .length = Get<std::uint64_t>(table, at + 16),
                     .checksum = Get<std::uint64_t>(table, at + 24),
                     .frame = {.least = Get<std::uint64_t>(table, at + 32),
                               .count = Get<std::uint64_t>(table, at + 40),
                               .width = Get<std::uint16_t>(table, at + 6)}};
    if (!IsSound(row, bytes.size())) return Damaged(row.tag);
    rows_.push_back(row);
  }
  is_known_.resize(rows_.size());
  return Ok();
}

bool SectionFile::IsSound(const Row& row, std::uint64_t file_bytes) {
  if (row.offset % 8 != 0 || row.offset > file_bytes ||
      row.length > file_bytes - row.offset)
    return false;
  if ((row.flags & kIsPacked) == 0) return true;
  // The first looks superfluous, but keeps what the second counts from
  // running over.
  return IsWidth(row.frame.width) && row.frame.count < std::uint64_t{1} << 58 &&
         PackedBytes(row.frame) == row.length &&
         row.length + kPackedReach <= file_bytes - row.offset;
}

const SectionFile::Row* SectionFile::FindRow(Tag tag) const {
  const auto row = std::find_if(
      rows_.begin(), rows_.end(),
      [tag](const Row& candidate) { return candidate.tag == tag; });
  return row == rows_.end() ? nullptr : &*row;
}

const NumberFrame* SectionFile::FrameIn(Tag tag) const {
  const Row* const row = FindRow(tag);
  return row != nullptr && (row->flags & kIsPacked) != 0 ? &row->frame
                                                         : nullptr;
}

std::string_view SectionFile::Section(Tag tag) const {
  const Row* const row = FindRow(tag);
  if (row == nullptr) return {};
  is_known_[static_cast<std::size_t>(row - rows_.data())] = true;
  return file_.bytes().substr(row->offset, row->length);
}

Status SectionFile::RefuseUnknown() const {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool needed = (rows_[i].flags & kIsNeeded) != 0;
    if (is_known_[i] || !needed) continue;
    return Error{ErrorCode::kSchemaMismatch,
                 path_ + " has a section " + TagName(rows_[i].tag) +
                     " that this archive-index does not know",
                 "use the version that wrote it, or build the index anew"};
  }
  return Ok();
}

Status SectionFile::CheckSections() const {
  for (const Row& row : rows_) RETURN_IF_ERROR(CheckSection(row.tag));
  // What no checksum covers is zero.
  const std::string_view bytes = file_.bytes();
  std::uint64_t covered = kHeaderBytes - sizeof(std::uint64_t);
  const auto is_zero_until = [&](std::uint64_t end) {
    return covered >= end ||
           bytes.substr(covered, end - covered).find_first_not_of('\0') ==
               std::string_view::npos;
  };
  bool is_zero = is_zero_until(kHeaderBytes);
  covered = kHeaderBytes + rows_.size() * kRowBytes;
  for (const Row& row : rows_) {  // in the order of the file
    is_zero = is_zero && is_zero_until(row.offset);
    covered = row.offset + row.length;
  }
  if (is_zero && is_zero_until(bytes.size())) return Ok();
  return DamagedBecause("there is something between its sections");
}

Status SectionFile::CheckSection(Tag tag) const {
  for (const Row& row : rows_) {
    if (row.tag != tag) continue;
    const std::string_view bytes = file_.bytes().substr(row.offset, row.length);
    if (XXH3_64bits(bytes.data(), bytes.size()) != row.checksum)
      return Damaged(tag);
  }
  return Ok();
}

Error SectionFile::Damaged(Tag tag) const {
  return DamagedBecause("its section " + TagName(tag) + " makes no sense");
}

Error SectionFile::DamagedBecause(std::string_view what) const {
  return {ErrorCode::kIndexDamaged, path_ + " is damaged: " + std::string(what),
          "build the index anew with archive-index build --fresh"};
}

std::string SectionFileWriter::HeaderAndTable() const {
  std::uint64_t offset = kHeaderBytes + sections_.size() * kRowBytes;
  std::string table;
  for (const Section& section : sections_) {
    const std::string& bytes = section.bytes;
    Put(table, section.tag);
    const bool is_needed = section.need == Need::kNeeded;
    Put<std::uint16_t>(table, (is_needed ? kIsNeeded : 0) |
                                  (section.is_packed ? kIsPacked : 0));
    Put(table, static_cast<std::uint16_t>(section.frame.width));
    Put(table, offset);
    Put<std::uint64_t>(table, bytes.size());
    Put<std::uint64_t>(table, XXH3_64bits(bytes.data(), bytes.size()));
    Put(table, section.frame.least);
    Put(table, section.frame.count);
    offset += RoundedUp(bytes.size());
  }
  std::string header(kMagic);
  Put(header, MakeTag(kind_.name));
  Put(header, kind_.version);
  Put(header, kind_.oldest_reader);
  Put(header, kByteOrder);
  Put(header, static_cast<std::uint32_t>(sections_.size()));
  header.append(owner_.begin(), owner_.end());
  Put(header, offset + kZeros.size());
  Put(header, ChecksumOf(header, table));
  header.resize(kHeaderBytes, '\0');
  return header + table;
}

Status SectionFileWriter::Write(const std::string& path) const {
  const std::string head = HeaderAndTable();
  std::vector<std::string_view> parts = {head};
  for (const Section& section : sections_) {
    const std::string& bytes = section.bytes;
    parts.emplace_back(bytes);
    parts.push_back(kZeros.substr(0, RoundedUp(bytes.size()) - bytes.size()));
  }
  parts.push_back(kZeros);
  return WriteFile(path, parts);
}

Result<StringTableView> StringTableView::Open(const SectionFile& file,
                                              Tag bytes, Tag offsets) {
  StringTableView view;
  view.bytes_ = file.Section(bytes);
  ASSIGN_OR_RETURN(view.offsets_, file.Packed<std::uint64_t>(offsets));
  return view;
}

std::size_t StringTableView::LastNotBehind(std::uint64_t at, std::size_t begin,
                                           std::size_t end) const {
  std::size_t count = end - begin;
  while (count > 1) {
    const std::size_t half = count / 2;
    if (offsets_[begin + half] <= at) begin += half;
    count -= half;
  }
  return begin;
}

std::size_t StringTableView::FindPart(std::string_view part, std::size_t begin,
                                      std::size_t end) const {
  std::size_t at = offsets_[begin];
  while (begin < end && at < bytes_.size()) {
    const void* const found = ::memmem(bytes_.data() + at, bytes_.size() - at,
                                       part.data(), part.size());
    if (found == nullptr) return end;
    at = static_cast<std::size_t>(static_cast<const char*>(found) -
                                  bytes_.data());
    begin = LastNotBehind(at, begin, end);
    if (at + part.size() <= offsets_[begin + 1]) return begin;
    ++at;  // it reaches into the next string
  }
  return end;
}

}  // namespace archive
