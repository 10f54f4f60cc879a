#include "common/index/posting_lists_builder.h"

#include <algorithm>

#include "common/index/bit_groups.h"
#include "common/index/posting_lists.h"

namespace archive {

void PostingListsBuilder::Add(WordCode code, std::span<const DocId> docs,
                              std::span<const std::uint32_t> occurrences) {
  // Words between this one and the last have no list.
  first_blocks_.resize(std::size_t{code} + 1, first_blocks_.back());
  counts_.resize(code);
  DocId before = 0;
  for (std::size_t at = 0; at < docs.size(); at += kPostingsOfBlock) {
    const std::size_t held = std::min(kPostingsOfBlock, docs.size() - at);
    AddBlock(before, docs.subspan(at, held), occurrences.subspan(at, held));
    before = docs[at + held - 1];
  }
  first_blocks_.push_back(static_cast<std::uint32_t>(last_docs_.size()));
  counts_.push_back(static_cast<std::uint32_t>(docs.size()));
}

void PostingListsBuilder::AddBlock(DocId before, std::span<const DocId> docs,
                                   std::span<const std::uint32_t> occurrences) {
  std::vector<std::uint32_t> distances;
  std::vector<std::uint32_t> more;
  distances.reserve(docs.size());
  more.reserve(docs.size());
  for (const DocId doc : docs) {
    distances.push_back(doc - before - 1);
    before = doc;
  }
  for (const std::uint32_t number : occurrences) more.push_back(number - 1);
  const std::uint32_t distance_width = WidthOf(distances);
  const std::uint32_t occurrence_width = WidthOf(more);
  last_docs_.push_back(before);
  begins_.push_back(bits_.size());
  distance_widths_.push_back(static_cast<std::uint8_t>(distance_width));
  occurrence_widths_.push_back(static_cast<std::uint8_t>(occurrence_width));
  AppendGroups(distances, distance_width, bits_);
  AppendGroups(more, occurrence_width, bits_);
}

Status PostingListsBuilder::Write(const std::string& path,
                                  const OwnerId& owner) const {
  SectionFileWriter writer(kPostingsKind, owner);
  writer.AddPacked(MakeTag("LBLK"), first_blocks_);
  writer.AddPacked(MakeTag("LCNT"), counts_);
  writer.AddPacked(MakeTag("LAST"), last_docs_);
  writer.AddPacked(MakeTag("BBEG"), begins_);
  writer.AddPacked(MakeTag("DWID"), distance_widths_);
  writer.AddPacked(MakeTag("OWID"), occurrence_widths_);
  writer.Add(MakeTag("BITS"), bits_);
  return writer.Write(path);
}

}  // namespace archive
