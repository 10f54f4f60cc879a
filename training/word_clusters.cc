#include "training/word_clusters.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/file_system.h"
#include "training/random.h"

namespace archive {
namespace {

constexpr std::size_t kDimensions = 100;
// Centres move by the commonest words alone; the others are put to the nearest.
constexpr std::size_t kCommonWords = 40000;
constexpr int kRounds = 10;

class KMeans {
 public:
  KMeans(const std::vector<float>& vectors, std::size_t clusters)
      : vectors_(vectors),
        words_(vectors.size() / kDimensions),
        common_(std::min(words_, kCommonWords)),
        clusters_(clusters),
        centres_(clusters * kDimensions),
        similarities_(clusters),
        random_(clusters) {}

  std::vector<std::uint16_t> Run() {
    for (std::size_t cluster = 0; cluster < clusters_; ++cluster)
      PutCentre(cluster);
    std::vector<std::uint16_t> nearest(words_);
    for (int round = 0; round < kRounds; ++round) {
      for (std::size_t word = 0; word < common_; ++word)
        nearest[word] = Nearest(word);
      MoveCentres(nearest);
    }
    for (std::size_t word = 0; word < words_; ++word)
      nearest[word] = Nearest(word);
    return nearest;
  }

 private:
  const float* Vector(std::size_t word) const {
    return vectors_.data() + word * kDimensions;
  }
  // Centres lie dimension by dimension: all similarities grow at once.
  float& Centre(std::size_t dimension, std::size_t cluster) {
    return centres_[dimension * clusters_ + cluster];
  }

  void PutCentre(std::size_t cluster) {
    const float* const vector = Vector(random_.Below(common_));
    for (std::size_t d = 0; d < kDimensions; ++d)
      Centre(d, cluster) = vector[d];
  }

  std::uint16_t Nearest(std::size_t word) {
    std::fill(similarities_.begin(), similarities_.end(), 0.0F);
    const float* const vector = Vector(word);
    for (std::size_t d = 0; d < kDimensions; ++d) {
      const float x = vector[d];
      const float* const centres = &Centre(d, 0);
      for (std::size_t cluster = 0; cluster < clusters_; ++cluster)
        similarities_[cluster] += x * centres[cluster];
    }
    return static_cast<std::uint16_t>(
        std::max_element(similarities_.begin(), similarities_.end()) -
        similarities_.begin());
  }

  void MoveCentres(const std::vector<std::uint16_t>& nearest) {
    std::fill(centres_.begin(), centres_.end(), 0.0F);
    for (std::size_t word = 0; word < common_; ++word) {
      const float* const vector = Vector(word);
      for (std::size_t d = 0; d < kDimensions; ++d)
        Centre(d, nearest[word]) += vector[d];
    }
    for (std::size_t cluster = 0; cluster < clusters_; ++cluster) {
      float square = 0;
      for (std::size_t d = 0; d < kDimensions; ++d)
        square += Centre(d, cluster) * Centre(d, cluster);
      if (square == 0) {
        PutCentre(cluster);  // nobody's: try elsewhere
        continue;
      }
      for (std::size_t d = 0; d < kDimensions; ++d)
        Centre(d, cluster) /= std::sqrt(square);
    }
  }

  const std::vector<float>& vectors_;
  std::size_t words_;
  std::size_t common_;
  std::size_t clusters_;
  std::vector<float> centres_;
  std::vector<float> similarities_;
  Random random_;
};

// Of length 1.
std::vector<float> VectorsIn(const std::string& bytes) {
  std::vector<float> vectors(bytes.size());
  for (std::size_t begin = 0; begin + kDimensions <= bytes.size();
       begin += kDimensions) {
    float square = 0;
    for (std::size_t i = begin; i < begin + kDimensions; ++i) {
      vectors[i] = static_cast<signed char>(bytes[i]);
      square += vectors[i] * vectors[i];
    }
    for (std::size_t i = begin; square > 0 && i < begin + kDimensions; ++i)
      vectors[i] /= std::sqrt(square);
  }
  return vectors;
}

}  // namespace

Result<WordClusters> ClusterWords(const std::string& directory) {
  ASSIGN_OR_RETURN(const std::string words, ReadFile(directory + "/words.txt"));
  ASSIGN_OR_RETURN(const std::string bytes,
                   ReadFile(directory + "/vectors.i8"));
  const std::vector<float> vectors = VectorsIn(bytes);
  const std::vector<std::uint16_t> fine = KMeans(vectors, 1024).Run();
  const std::vector<std::uint16_t> middle = KMeans(vectors, 256).Run();
  const std::vector<std::uint16_t> coarse = KMeans(vectors, 64).Run();
  std::map<EntityHash, std::size_t> by_key;
  std::string_view rest = words;
  for (std::size_t word = 0; word < fine.size() && !rest.empty(); ++word) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    by_key.emplace(HashOf(rest.substr(0, end)), word);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  WordClusters clusters;
  for (const auto& [key, word] : by_key) {
    clusters.keys.push_back(key);
    clusters.fine.push_back(fine[word]);
    clusters.middle.push_back(static_cast<std::uint8_t>(middle[word]));
    clusters.coarse.push_back(static_cast<std::uint8_t>(coarse[word]));
  }
  return clusters;
}

}  // namespace archive
