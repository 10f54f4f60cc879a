#include "indexer/sources/container.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <locale.h>

// Its `struct archive` would be our namespace.  A tag is no name for the
// linker.
#define archive libarchive_handle
#include <archive.h>
#include <archive_entry.h>
#undef archive

#include "common/text/printable.h"

namespace archive {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  ContainerKind kind;
};

constexpr std::array<Magic, 9> kMagic = {{
    {"PK\3\4", {"zip", ""}},
    {"PK\5\6", {"zip", ""}},      // one without a member
    {"PK00PK\3\4", {"zip", ""}},  // a part of one that came in several
    {"\x1F\x8B", {"gzip", ".gz .gzip "}},
    {"BZh", {"bzip2", ".bz2 "}},
    {"\xFD"
     "7zXZ\0"sv,
     {"xz", ".xz "}},
    {"\x28\xB5\x2F\xFD", {"zstd", ".zst .zstd "}},
    {"\x04\x22\x4D\x18", {"lz4", ".lz4 "}},
    {"\x1F\x9D", {"compress", ".Z "}},
}};
constexpr ContainerKind kTar = {"tar", ""};

struct ShortName {
  std::string_view extension;
  std::string_view unpacked;
};
constexpr auto kShortNames = std::to_array<ShortName>({{".tgz", ".tar"},
                                                       {".tbz", ".tar"},
                                                       {".tbz2", ".tar"},
                                                       {".txz", ".tar"},
                                                       {".tzst", ".tar"},
                                                       {".warcz", ".warc"}});

// Office documents and e-books begin with a member that says so.
bool IsOfficeDocument(std::string_view bytes) {
  constexpr std::size_t kNameAt = 30;
  const std::string_view name = bytes.substr(std::min(kNameAt, bytes.size()));
  return name.starts_with("mimetypeapplication/") ||
         name.starts_with("[Content_Types].xml") ||
         name.starts_with("_rels/.rels") ||
         name.starts_with("word/document.xml") || name.starts_with("docProps/");
}

constexpr std::size_t kTarBlock = 512;
constexpr std::size_t kTarSumAt = 148;
constexpr std::size_t kTarSumSize = 8;

// The sum of a tar's first header, which every dialect has.
bool IsTar(std::string_view bytes) {
  if (bytes.size() < kTarBlock || bytes.front() == '\0') return false;
  unsigned long written = 0;
  std::string_view digits = bytes.substr(kTarSumAt, kTarSumSize);
  digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
  if (digits.empty() || digits.front() < '0' || digits.front() > '7')
    return false;
  for (const char c : digits) {
    if (c < '0' || c > '7') break;
    written = written * 8 + static_cast<unsigned long>(c - '0');
  }
  unsigned long sum = kTarSumSize * ' ';
  for (std::size_t i = 0; i < kTarBlock; ++i) {
    if (i < kTarSumAt || i >= kTarSumAt + kTarSumSize)
      sum += static_cast<unsigned char>(bytes[i]);
  }
  return sum == written;
}

// libarchive hands names out in the charset of the thread's locale.  One for
// all threads: the C library frees what others have looked at otherwise.
class Utf8Locale {
 public:
  Utf8Locale() : before_(uselocale(Utf8())) {}
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() { uselocale(before_); }

 private:
  // Null where there is no such locale: uselocale() changes nothing then.
  static locale_t Utf8() {
    static const locale_t kUtf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return kUtf8;
  }

  locale_t before_;
};

struct Freed {
  void operator()(libarchive_handle* reader) const {
    archive_read_free(reader);
  }
};
using Handle = std::unique_ptr<libarchive_handle, Freed>;

}  // namespace

class LibarchiveReader final : public ByteSource {
 public:
  LibarchiveReader(BufferedBytes& source, Expansion& expansion)
      : source_(source), expansion_(expansion) {}

  Result<std::optional<Member>> Next();
  Result<std::size_t> Read(std::span<char> to) override;

 private:
  static la_ssize_t ReadMore(libarchive_handle* reader, void* self,
                             const void** block);
  static la_int64_t Seek(libarchive_handle* reader, void* self,
                         la_int64_t offset, int whence);

  Status Open();
  Status OpenAgain();
  Result<bool> NextHeader(archive_entry** entry);
  Status PassOver();
  Error Failure(std::string_view what) const;
  bool IsPacked() const { return archive_filter_count(reader_.get()) > 1; }

  BufferedBytes& source_;
  Expansion& expansion_;
  std::vector<char> block_;
  Status source_status_ = Ok();
  std::uint64_t position_ = 0;  // of what libarchive has read
  Handle reader_;
  std::uint64_t headers_ = 0;  // read so far
  std::uint64_t reopened_ = 0;
  bool is_broken_ = false;  // libarchive reads nothing more
  bool has_member_ = false;
};

la_ssize_t LibarchiveReader::ReadMore(libarchive_handle* reader, void* self,
                                      const void** block) {
  auto& me = *static_cast<LibarchiveReader*>(self);
  Result<std::size_t> got = me.source_.Read(me.block_);
  if (!got) {
    archive_set_error(reader, EIO, "%s", got.error().message.c_str());
    me.source_status_ = std::move(got).error();
    return ARCHIVE_FATAL;
  }
  *block = me.block_.data();
  me.position_ += *got;
  return static_cast<la_ssize_t>(*got);
}

la_int64_t LibarchiveReader::Seek(libarchive_handle* /*reader*/, void* self,
                                  la_int64_t offset, int whence) {
  auto& me = *static_cast<LibarchiveReader*>(self);
  const auto size = static_cast<la_int64_t>(*me.source_.SeekableSize());
  la_int64_t base = 0;
  if (whence == SEEK_CUR) base = static_cast<la_int64_t>(me.position_);
  if (whence == SEEK_END) base = size;
  if (offset > size || base + offset < 0) return ARCHIVE_FATAL;
  const la_int64_t to = std::min(base + offset, size);
  if (!me.source_.SeekTo(static_cast<std::uint64_t>(to))) return ARCHIVE_FATAL;
  me.position_ = static_cast<std::uint64_t>(to);
  return to;
}

Error LibarchiveReader::Failure(std::string_view what) const {
  if (!source_status_) return source_status_.error();
  const char* const text = archive_error_string(reader_.get());
  std::string reason = Printable(text == nullptr ? "" : text);
  if (!reason.empty() && reason[0] >= 'A' && reason[0] <= 'Z' &&
      !(reason.size() > 1 && reason[1] >= 'A' && reason[1] <= 'Z'))
    reason[0] = static_cast<char>(reason[0] + 32);
  while (reason.ends_with('.')) reason.pop_back();
  return {ErrorCode::kBadInput, reason.empty()
                                    ? std::string(what)
                                    : fmt::format("{} ({})", what, reason)};
}

Status LibarchiveReader::Open() {
  constexpr std::size_t kBlock = std::size_t{128} << 10;
  block_.resize(kBlock);
  reader_.reset(archive_read_new());
  libarchive_handle* const reader = reader_.get();
  if (reader == nullptr)
    return Error{ErrorCode::kInternal, "libarchive cannot start"};
  using Support = int (*)(libarchive_handle*);
  for (const Support support :
       {archive_read_support_format_zip, archive_read_support_format_tar,
        archive_read_support_format_raw, archive_read_support_format_empty,
        archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
        archive_read_support_filter_xz, archive_read_support_filter_zstd,
        archive_read_support_filter_lz4, archive_read_support_filter_compress})
    support(reader);
  archive_read_set_callback_data(reader, this);
  archive_read_set_read_callback(reader, ReadMore);
  if (source_.SeekableSize()) archive_read_set_seek_callback(reader, Seek);
  position_ = source_.offset();
  if (archive_read_open1(reader) != ARCHIVE_OK)
    return Failure("it cannot be unpacked");
  return Ok();
}

// A damaged member of a zip ends libarchive's reading, though the directory
// still tells where the others are.
Status LibarchiveReader::OpenAgain() {
  constexpr std::uint64_t kMostTimes = 1000;
  const Error failure = Failure("the rest of it cannot be read");
  const bool is_zip = (archive_format(reader_.get()) &
                       ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
  if (!is_zip || !source_.SeekableSize() || !source_status_) return failure;
  if (++reopened_ > kMostTimes)
    return Error{ErrorCode::kBadInput,
                 fmt::format("more than {} of its files are damaged, the rest "
                             "is not read",
                             kMostTimes)};
  RETURN_IF_ERROR(source_.SeekTo(0));
  RETURN_IF_ERROR(Open());
  is_broken_ = false;
  archive_entry* entry = nullptr;
  for (std::uint64_t i = 0; i < headers_; ++i) {
    if (archive_read_next_header(reader_.get(), &entry) < ARCHIVE_WARN)
      return failure;
  }
  return Ok();
}

// What libarchive would pass over by itself, in packed archives, is unpacked
// all the same, and must count.
Status LibarchiveReader::PassOver() {
  if (!has_member_ || is_broken_ || !IsPacked()) return Ok();
  std::array<char, std::size_t{64} << 10> passed;
  for (;;) {
    Result<std::size_t> got = Read(passed);
    if (expansion_.IsExceeded()) return std::move(got).error();
    if (!got || *got == 0) return Ok();
  }
}

Result<bool> LibarchiveReader::NextHeader(archive_entry** entry) {
  const int outcome = archive_read_next_header(reader_.get(), entry);
  if (outcome == ARCHIVE_EOF) return false;
  // A retry reads behind a header that is damaged.
  if (outcome < ARCHIVE_RETRY) return Failure("the rest of it cannot be read");
  ++headers_;
  return true;
}

Result<std::optional<Member>> LibarchiveReader::Next() {
  const Utf8Locale locale;
  if (reader_ == nullptr) RETURN_IF_ERROR(Open());
  RETURN_IF_ERROR(PassOver());
  has_member_ = false;
  if (is_broken_) RETURN_IF_ERROR(OpenAgain());
  for (;;) {
    archive_entry* entry = nullptr;
    ASSIGN_OR_RETURN(const bool found, NextHeader(&entry));
    if (!found) return std::optional<Member>();
    RETURN_IF_ERROR(expansion_.AddMember());
    const bool is_file = archive_entry_filetype(entry) == AE_IFREG &&
                         archive_entry_hardlink(entry) == nullptr;
    has_member_ = true;
    if (!is_file) {
      RETURN_IF_ERROR(PassOver());
      continue;
    }
    Member member;
    if (archive_format(reader_.get()) != ARCHIVE_FORMAT_RAW) {
      const char* name = archive_entry_pathname(entry);
      if (name == nullptr) name = archive_entry_pathname_utf8(entry);
      member.name = name == nullptr || *name == '\0' ? "unnamed" : name;
    }
    member.is_encrypted = archive_entry_is_encrypted(entry) != 0;
    return std::optional<Member>(std::move(member));
  }
}

Result<std::size_t> LibarchiveReader::Read(std::span<char> to) {
  if (!has_member_ || is_broken_) return std::size_t{0};
  const la_ssize_t got = archive_read_data(reader_.get(), to.data(), to.size());
  if (got >= 0) {
    RETURN_IF_ERROR(expansion_.AddBytes(static_cast<std::uint64_t>(got)));
    return static_cast<std::size_t>(got);
  }
  const Error failure = Failure("damaged");
  // A wrong checksum is a warning: the bytes have come, and the next header
  // can be read.
  is_broken_ = got == ARCHIVE_FATAL;
  has_member_ = false;
  return failure;
}

const ContainerKind* FindContainer(std::string_view bytes) {
  for (const Magic& magic : kMagic) {
    if (!bytes.starts_with(magic.bytes)) continue;
    return magic.kind.name == "zip" && IsOfficeDocument(bytes) ? nullptr
                                                               : &magic.kind;
  }
  return IsTar(bytes) ? &kTar : nullptr;
}

std::string UnpackedName(std::string_view name) {
  const auto without = [name](std::string_view extension) {
    return std::string(name.substr(0, name.size() - extension.size()));
  };
  for (const ShortName& row : kShortNames) {
    if (name.ends_with(row.extension))
      return without(row.extension) + std::string(row.unpacked);
  }
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::string(name);
  const std::string extension = std::string(name.substr(dot)) + ' ';
  for (const Magic& magic : kMagic) {
    if (magic.kind.extensions.find(extension) != std::string_view::npos)
      return std::string(name.substr(0, dot));
  }
  return std::string(name);
}

Container::Container(BufferedBytes& source, Expansion& expansion)
    : reader_(std::make_unique<LibarchiveReader>(source, expansion)) {}

Container::~Container() = default;

Result<std::optional<Member>> Container::Next() {
  return reader_->Next();
}

ByteSource& Container::bytes() {
  return *reader_;
}

}  // namespace archive
