// Phrases → days: the third step of date_mentions.h.
//
// Keeps what the text has spoken of so far, since "the next day" is counted
// from that.  Precision comes first: where the chain is not sure there is no
// date.
#ifndef ARCHIVE_COMMON_DATES_DATE_RESOLVER_H_
#define ARCHIVE_COMMON_DATES_DATE_RESOLVER_H_

#include <cstddef>
#include <optional>

#include "common/dates/date_mention.h"
#include "common/dates/date_phrase.h"
#include "common/dates/day.h"

namespace archive {

// What is known of the whole text.
struct TextTime {
  std::optional<Day> published;
  // The text tells of times long before its publication: days without a year
  // belong to the year it speaks of.
  bool tells_history = false;
};

struct ResolvedDate {
  DayRange days;
  MentionSource source = MentionSource::kText;
};

// Where a phrase stands.
struct PhrasePlace {
  Tense tense = Tense::kNone;  // of the verb that is nearest
  std::size_t sentence = 0;    // counts up
  std::size_t token = 0;       // its first one, of its part
  bool leads = false;          // begins its sentence, as in "In 1956, …"
};

class DateResolver {
 public:
  explicit DateResolver(const TextTime& time) : time_(time) {}

  // REQUIRES: phrases in the order of the text.
  std::optional<ResolvedDate> Resolve(const DatePhrase& phrase,
                                      const PhrasePlace& place);

 private:
  struct Spoken {
    DayRange days;
    Grain grain;
    bool written;
    PhrasePlace place;
  };

  bool TellsOfText() const { return time_.tells_history || !time_.published; }
  void Remember(const DatePhrase& phrase, const PhrasePlace& place,
                const DayRange& days);
  std::optional<ResolvedDate> Days(const DatePhrase& phrase,
                                   const PhrasePlace& place) const;
  std::optional<ResolvedDate> Yearless(const DatePhrase& phrase,
                                       const PhrasePlace& place) const;
  bool IsRatherAmount(const DatePhrase& phrase) const;
  bool IsOfStoryOrNews(const DatePhrase& phrase,
                       const PhrasePlace& place) const;
  std::optional<DayRange> InStory(const DatePhrase& phrase,
                                  const PhrasePlace& place) const;
  std::optional<ResolvedDate> FromPublication(const DatePhrase& phrase,
                                              Tense tense) const;
  std::optional<ResolvedDate> FromText(const DatePhrase& phrase,
                                       const PhrasePlace& place) const;
  std::optional<ResolvedDate> OldMonth(const DatePhrase& phrase) const;

  TextTime time_;
  std::optional<Spoken> spoken_;  // last
  std::optional<Spoken> dated_;   // the last of a month or finer
  std::optional<Spoken> year_;    // the last year since then
  std::optional<Spoken> told_;    // the last day written with a far year
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_RESOLVER_H_
