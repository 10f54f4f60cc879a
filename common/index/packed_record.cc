#include "common/index/packed_record.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <zstd.h>

namespace archive {
namespace {

// Zstandard has other tables for less than 128 KiB; with these level 5 packs
// worse than 3 (docs/benchmarks.md).
constexpr std::size_t kLargeDictionary = std::size_t{128} << 10;
constexpr int kLevel = 5;
constexpr int kLevelForSmall = 3;

// The magic number of a frame, in the order of its bytes.
constexpr std::string_view kMagic = "\x28\xb5\x2f\xfd";
constexpr std::string_view kLeftOut = kMagic.substr(0, 3);
constexpr char kFirst = kMagic[3];

// A block holds no more, and takes no less (RFC 8878, 3.1.1.2).
constexpr std::size_t kMostOfBlock = std::size_t{128} << 10;
constexpr std::size_t kLeastBlock = 4;

Error Damaged(std::string what) {
  return {ErrorCode::kIndexDamaged, std::move(what),
          "build the index anew with archive-index build --fresh"};
}

struct FreeContext {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// One for each thread: making it costs more than to unpack a record.
ZSTD_DCtx* UnpackingContext() {
  static thread_local std::unique_ptr<ZSTD_DCtx, FreeContext> context(
      ZSTD_createDCtx());
  return context.get();
}

// What the frame says that it holds, when that can be.
std::optional<std::size_t> SizeIn(std::string_view frame) {
  const unsigned long long size =
      ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR ||
      size > kMostPackedRecord ||
      size > (frame.size() / kLeastBlock + 1) * kMostOfBlock)
    return std::nullopt;
  return static_cast<std::size_t>(size);
}

struct OwnedBytes {
  std::string bytes;
  std::vector<std::uint64_t> sample;
};

}  // namespace

void RecordDictionary::Free::operator()(ZSTD_CDict_s* dictionary) const {
  ZSTD_freeCDict(dictionary);
}

void RecordDictionary::Free::operator()(ZSTD_DDict_s* dictionary) const {
  ZSTD_freeDDict(dictionary);
}

Result<DictionaryPtr> RecordDictionary::Make(
    std::string bytes, std::vector<std::uint64_t> sample) {
  const auto owned = std::make_shared<const OwnedBytes>(
      OwnedBytes{std::move(bytes), std::move(sample)});
  return View(owned->bytes, owned->sample, owned);
}

Result<DictionaryPtr> RecordDictionary::View(
    std::string_view bytes, std::span<const std::uint64_t> sample,
    std::shared_ptr<const void> owner) {
  const std::shared_ptr<RecordDictionary> dictionary(new RecordDictionary);
  dictionary->id_ = ZSTD_getDictID_fromDict(bytes.data(), bytes.size());
  if (dictionary->id_ == 0 || bytes.size() > kMostDictionaryBytes)
    return Damaged("what should be a dictionary of records is none");
  dictionary->bytes_ = bytes;
  dictionary->sample_ = sample;
  dictionary->owner_ = std::move(owner);
  return DictionaryPtr(dictionary);
}

const ZSTD_CDict_s* RecordDictionary::ForPacking() const {
  std::call_once(packing_once_, [this] {
    const int level =
        bytes_.size() < kLargeDictionary ? kLevelForSmall : kLevel;
    packing_.reset(ZSTD_createCDict(bytes_.data(), bytes_.size(), level));
  });
  return packing_.get();
}

const ZSTD_DDict_s* RecordDictionary::ForUnpacking() const {
  std::call_once(unpacking_once_, [this] {
    unpacking_.reset(ZSTD_createDDict(bytes_.data(), bytes_.size()));
  });
  return unpacking_.get();
}

void RecordPacker::Free::operator()(ZSTD_CCtx_s* context) const {
  ZSTD_freeCCtx(context);
}

RecordPacker::RecordPacker(DictionaryPtr dictionary)
    : dictionary_(std::move(dictionary)) {
  if (dictionary_) context_.reset(ZSTD_createCCtx());
}

std::string RecordPacker::Pack(std::string_view record) {
  if (!context_ || record.size() > kMostPackedRecord)
    return std::string(record);
  const ZSTD_CDict_s* const dictionary = dictionary_->ForPacking();
  if (dictionary == nullptr) return std::string(record);
  frame_.resize(std::max(frame_.size(), ZSTD_compressBound(record.size())));
  const std::size_t size =
      ZSTD_compress_usingCDict(context_.get(), frame_.data(), frame_.size(),
                               record.data(), record.size(), dictionary);
  if (ZSTD_isError(size) != 0 || size >= record.size() + kLeftOut.size())
    return std::string(record);
  return frame_.substr(kLeftOut.size(), size - kLeftOut.size());
}

bool IsPacked(std::string_view data) {
  return data.starts_with(kFirst);
}

DictionaryId DictionaryOf(std::string_view data) {
  if (!IsPacked(data)) return 0;
  constexpr std::size_t kMostOfHead = 18;
  std::string head(kLeftOut);
  head += data.substr(0, kMostOfHead);
  return ZSTD_getDictID_fromFrame(head.data(), head.size());
}

Result<RecordDictionaries> RecordDictionaries::Open(const std::string& path) {
  ASSIGN_OR_RETURN(SectionFile opened,
                   SectionFile::Open(path, kDictionariesKind));
  const auto file = std::make_shared<const SectionFile>(std::move(opened));
  ASSIGN_OR_RETURN(
      const auto bytes,
      StringTableView::Open(*file, MakeTag("DICB"), MakeTag("DICO")));
  ASSIGN_OR_RETURN(const auto begins, file->Packed<std::uint64_t>(
                                          MakeTag("SAMB"), bytes.size() + 1));
  ASSIGN_OR_RETURN(const auto sample,
                   file->Array<std::uint64_t>(MakeTag("SAMH")));
  RETURN_IF_ERROR(file->RefuseUnknown());
  RecordDictionaries dictionaries;
  dictionaries.file_ = file;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint64_t begin = begins[i];
    const std::uint64_t end = begins[i + 1];
    if (begin > end || end > sample.size())
      return file->Damaged(MakeTag("SAMB"));
    Result<DictionaryPtr> dictionary = RecordDictionary::View(
        bytes[i], sample.subspan(begin, end - begin), file);
    if (!dictionary) return file->Damaged(MakeTag("DICB"));
    dictionaries.Add(*dictionary);
  }
  return dictionaries;
}

Status RecordDictionaries::Write(const std::string& path,
                                 const OwnerId& owner) const {
  StringTable bytes;
  std::vector<std::uint64_t> begins = {0};
  std::vector<std::uint64_t> sample;
  for (const DictionaryPtr& dictionary : all_) {
    bytes.Add(dictionary->bytes());
    sample.insert(sample.end(), dictionary->sample().begin(),
                  dictionary->sample().end());
    begins.push_back(sample.size());
  }
  SectionFileWriter writer(kDictionariesKind, owner);
  writer.Add(MakeTag("DICB"), MakeTag("DICO"), bytes);
  writer.AddPacked(MakeTag("SAMB"), begins);
  writer.Add(MakeTag("SAMH"), sample);
  return writer.Write(path);
}

DictionaryPtr RecordDictionaries::Find(DictionaryId id) const {
  const auto found = std::find_if(
      all_.begin(), all_.end(),
      [id](const DictionaryPtr& candidate) { return candidate->id() == id; });
  return found == all_.end() ? nullptr : *found;
}

void RecordDictionaries::Add(const DictionaryPtr& dictionary) {
  if (!Find(dictionary->id())) all_.push_back(dictionary);
}

Result<std::string> RecordDictionaries::Unpack(std::string data) const {
  if (!IsPacked(data)) return data;
  const DictionaryId id = DictionaryOf(data);
  const DictionaryPtr dictionary = Find(id);
  if (!dictionary)
    return Damaged(fmt::format(
        "a record was packed with dictionary {}, which is not there", id));
  const ZSTD_DDict_s* const prepared = dictionary->ForUnpacking();
  ZSTD_DCtx* const context = UnpackingContext();
  if (prepared == nullptr || context == nullptr)
    return Damaged(
        fmt::format("dictionary {} of the records makes no sense", id));
  data.insert(0, kLeftOut);
  const std::optional<std::size_t> size = SizeIn(data);
  if (!size) return Damaged("a packed record makes no sense");
  std::string record(*size, '\0');
  const std::size_t unpacked =
      ZSTD_decompress_usingDDict(context, record.data(), record.size(),
                                 data.data(), data.size(), prepared);
  if (unpacked != *size) return Damaged("a packed record is damaged");
  return record;
}

}  // namespace archive
