// The groups of near-copies of an index, by the ids of their articles.
#ifndef ARCHIVE_TESTS_SUPPORT_COPY_GROUPS_H_
#define ARCHIVE_TESTS_SUPPORT_COPY_GROUPS_H_

#include <string>
#include <vector>

#include "common/index/open_index.h"

namespace archive {

// The ids of each group, the lead first; groups by their leads' publication.
inline std::vector<std::vector<std::string>> CopyGroupsOf(
    const OpenIndex& index, CopyLevel level) {
  std::vector<std::vector<std::string>> groups;
  const Copies& copies = index.parts().front().copies;
  for (Copies::Group group = 0; group < copies.group_count(level); ++group) {
    groups.emplace_back();
    for (std::size_t i = 0; i < copies.SizeOf(level, group); ++i) {
      const CopyPlace place = copies.MemberOf(level, group, i);
      groups.back().emplace_back(
          index.segments()[place.segment].columns().IdOf(place.doc));
    }
  }
  return groups;
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_COPY_GROUPS_H_
