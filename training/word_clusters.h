// Words with vectors → clusters of words at three sizes (spherical k-means).
#ifndef ARCHIVE_TRAINING_WORD_CLUSTERS_H_
#define ARCHIVE_TRAINING_WORD_CLUSTERS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "indexer/analysis/entity_hash.h"

namespace archive {

// In ascending order of their keys.
struct WordClusters {
  std::vector<EntityHash> keys;
  std::vector<std::uint16_t> fine;
  std::vector<std::uint8_t> middle;
  std::vector<std::uint8_t> coarse;
};

// `directory` holds words.txt, a word a line in the order of frequency, and
// vectors.i8, 100 signed bytes for each.
Result<WordClusters> ClusterWords(const std::string& directory);

}  // namespace archive

#endif  // ARCHIVE_TRAINING_WORD_CLUSTERS_H_
