#include "indexer/writing/dictionary_sample.h"

#include <algorithm>
#include <utility>

#include <zdict.h>

#include "common/index/withhold_list.h"

namespace archive {
namespace {

constexpr std::size_t kDictionaryBytes = std::size_t{128} << 10;
// Of so much text a byte of the dictionary.
constexpr std::size_t kSampleForDictionary = 6;
// A long article would crowd the others out.
constexpr std::size_t kMostOfRecord = std::size_t{8} << 10;

void AddNames(const StoredRecord& record, std::vector<std::uint64_t>& names) {
  const auto add = [&](const Article& article) {
    const auto more = NamesOf(record.id, article);
    names.insert(names.end(), more.begin(), more.end());
  };
  add(record.article);
  for (const KeptVersion& kept : record.kept)
    add(DecodeRecord(kept.record).article);
}

}  // namespace

void DictionarySample::Add(const StoredRecord& record) {
  if (IsFull()) return;
  const std::string encoded = EncodeRecord(record);
  sizes_.push_back(std::min(encoded.size(), kMostOfRecord));
  records_.append(encoded, 0, sizes_.back());
  AddNames(record, names_);
}

DictionaryPtr DictionarySample::Train() const {
  if (sizes_.size() < kLeastSample) return nullptr;
  std::string bytes(
      std::min(kDictionaryBytes, records_.size() / kSampleForDictionary), '\0');
  const std::size_t size = ZDICT_trainFromBuffer(
      bytes.data(), bytes.size(), records_.data(), sizes_.data(),
      static_cast<unsigned>(sizes_.size()));
  if (ZDICT_isError(size) != 0) return nullptr;
  bytes.resize(size);
  std::vector<std::uint64_t> names = names_;
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  Result<DictionaryPtr> dictionary =
      RecordDictionary::Make(std::move(bytes), std::move(names));
  return dictionary ? *dictionary : nullptr;
}

}  // namespace archive
