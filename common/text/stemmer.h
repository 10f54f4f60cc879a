// Stems of words: the border to Xapian's Snowball stemmers.
#ifndef ARCHIVE_COMMON_TEXT_STEMMER_H_
#define ARCHIVE_COMMON_TEXT_STEMMER_H_

#include <memory>
#include <string>
#include <string_view>

namespace archive {

// Grows by one whenever the same word would get another stem (a new Xapian may
// bring new rules); stored in every segment beside kAnalyserVersion.
inline constexpr int kStemmerVersion = 1;

// Threads: none; every thread has its own.
class Stemmer {
 public:
  // `language` is a code of kLanguages; of other languages, and of those
  // without a stemmer, every word is its own stem.  Empty stands for texts too
  // short to tell: they are stemmed as English, the language of most headlines
  // that stand alone.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The stem of a folded word.  Words with a digit are their own stems.
  std::string Stem(std::string_view word) const;

  // Whether any word has a stem other than itself.
  bool HasRules() const;

  // Whether two folded words may have the same stem, told without stemming:
  // in most languages a word keeps its first letter.
  bool MayAgree(std::string_view word, std::string_view other) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_TEXT_STEMMER_H_
