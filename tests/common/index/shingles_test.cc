#include "common/index/shingles.h"

#include <cmath>
#include <random>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

std::vector<Shingle> ShinglesOfText(const std::string& text) {
  std::vector<WordHash> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(HashOfWord(word));
  return ShinglesOf(words);
}

constexpr const char* kText = "the fleets of both sides opened a new line";

TEST(Fingerprint, ResemblanceIsWhatIsInBothOfWhatIsInEither) {
  const struct {
    const char* a;
    const char* b;
    double resemblance;
  } rows[] = {
      {kText, kText, 1},
      // Six shingles each, of which the last is another one.
      {kText, "the fleets of both sides opened a new cable", 5.0 / 7},
      // The first word gone: five of six.
      {kText, "fleets of both sides opened a new line", 5.0 / 6},
      {kText, "line new a opened sides both of fleets the", 0},
      {kText, "", 0},
      {"", "", 0},
      // A shingle counts once, however often it occurs.
      {"a b c d a b c d", "a b c d a b c d a b c d", 1},
  };
  for (const auto& row : rows) {
    EXPECT_DOUBLE_EQ(Resemblance(ShinglesOfText(row.a), ShinglesOfText(row.b)),
                     row.resemblance)
        << row.a << " | " << row.b;
  }
}

TEST(Fingerprint, ShortBodiesHaveNone) {
  EXPECT_TRUE(ShinglesOfText("one two three four five six seven").empty());
  EXPECT_EQ(ShinglesOfText("one two three four five six seven eight").size(),
            5U);
  EXPECT_EQ(FingerprintOf({}), kNoFingerprint);
  EXPECT_NE(FingerprintOf(ShinglesOfText(kText)), kNoFingerprint);
}

// Fingerprints on disk are compared with those of later versions.
TEST(Fingerprint, IsStable) {
  const Fingerprint fingerprint = FingerprintOf(ShinglesOfText(kText));
  EXPECT_EQ(fingerprint[0], 48362);
  EXPECT_EQ(fingerprint[1], 43351);
  EXPECT_EQ(fingerprint[31], 57380);
}

double Estimate(const Fingerprint& a, const Fingerprint& b) {
  double equal = 0;
  for (std::size_t i = 0; i < kFingerprintNumbers; ++i) equal += a[i] == b[i];
  return equal / kFingerprintNumbers;
}

// Texts of which one has some words of the other replaced: the mean of what
// fingerprints say of many such pairs is what is so.
TEST(Fingerprint, SharedNumbersTellTheResemblance) {
  std::mt19937 random(7);
  for (const int replaced : {0, 2, 6, 15, 40, 120}) {
    constexpr int kPairs = 200;
    double exact = 0;
    double estimated = 0;
    double squares = 0;
    for (int pair = 0; pair < kPairs; ++pair) {
      std::vector<WordHash> words;
      for (int i = 0; i < 120; ++i)
        words.push_back(HashOfWord(std::to_string(random() % 5000)));
      std::vector<WordHash> changed = words;
      for (int i = 0; i < replaced; ++i)
        changed[random() % changed.size()] =
            HashOfWord("new " + std::to_string(random()));
      const auto a = ShinglesOf(words);
      const auto b = ShinglesOf(changed);
      const double is = Resemblance(a, b);
      const double says = Estimate(FingerprintOf(a), FingerprintOf(b));
      exact += is;
      estimated += says;
      squares += (is - says) * (is - says);
    }
    EXPECT_NEAR(estimated / kPairs, exact / kPairs, 0.03) << replaced;
    // sqrt(J (1 - J) / 32) is at most 0.089.
    EXPECT_LT(std::sqrt(squares / kPairs), 0.11) << replaced;
  }
}

}  // namespace
}  // namespace archive
