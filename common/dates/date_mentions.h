// The times that a text speaks of: a pure step from texts to spans with days.
//
//     text ─CutDateTokens→ tokens ─ReadWrittenPhrase, ReadRelativePhrase→
//     phrases
//          ─DateResolver→ mentions
//
// English is read in full, in other languages dates that are written out
// (docs/mentioned-dates.md says what is found and how well).  A wrong mention
// is worse than a missed one: durations, ages, times of day, scores, page and
// telephone numbers, and dates with two readings are none.
// To add a form: date_phrase.h.  To add a word: date_words.cc.
#ifndef ARCHIVE_COMMON_DATES_DATE_MENTIONS_H_
#define ARCHIVE_COMMON_DATES_DATE_MENTIONS_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/dates/date_mention.h"
#include "common/dates/date_phrase.h"
#include "common/dates/date_resolver.h"
#include "common/dates/date_tokens.h"
#include "common/dates/day.h"

namespace archive {

// Owns: room for tokens, used again from text to text.  Threads: one a finder.
class DateMentionFinder {
 public:
  // In the order of the texts, by first byte, the longer first.  `published`:
  // the day of publication; without it only what needs none is found.  Texts
  // that belong together (the paragraphs of an article) are read as one.
  // REQUIRES: texts of less than 4 GiB, in UTF-8.
  std::vector<DateMention> Find(std::span<const std::string_view> texts,
                                std::optional<Day> published);

 private:
  struct Found {
    DatePhrase phrase;
    std::size_t part;
    Span bytes;
    PhrasePlace place;
    bool joins_next = false;  // "1950 to": a range with the phrase behind it
    // Of a range in one phrase, "1939-45": where its first end stops and its
    // last one begins, in bytes; 0: it is none.
    std::size_t first_end = 0;
    std::size_t last_begin = 0;
  };

  TextTime TimeOf(std::optional<Day> published) const;
  static void AddEnds(const Found& found, const DateMention& range,
                      std::vector<DateMention>& mentions);
  bool IsListed(const DatePhrase& from, const DatePhrase& to) const;
  void FindPhrases(std::string_view text, std::size_t part);
  void NoteClub(std::size_t i);
  bool IsClub(const DatePhrase& phrase) const;
  void AddPhrase(DatePhrase phrase, std::size_t part);
  void JoinRanges(std::size_t first_of_part);
  bool IsRange(const DatePhrase& from, const DatePhrase& to) const;

  std::vector<DateToken> tokens_;
  std::vector<std::size_t> sentences_;  // by token
  std::vector<Found> found_;
  std::size_t sentence_ = 0;
  unsigned clubs_ = 0;  // by weekday: it is the name of one, too
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_MENTIONS_H_
