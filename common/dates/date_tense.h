// Whether the sentence of a date looks back or forward: "said Tuesday" is the
// last one, "will meet Tuesday" the next.
//
// A pure function of the tokens.  The verb nearest before the date counts, else
// the first behind it.  A participle or infinitive says what its auxiliary says
// ("will be released", "could cut"); "until", "through" and "by" look forward.
// Where both are said, or "was to", the answer is kUnclear.
#ifndef ARCHIVE_COMMON_DATES_DATE_TENSE_H_
#define ARCHIVE_COMMON_DATES_DATE_TENSE_H_

#include "common/dates/date_phrase.h"
#include "common/dates/date_tokens.h"

namespace archive {

Tense TenseAround(const TokenWindow& tokens, const DatePhrase& phrase);

}  // namespace archive

#endif  // ARCHIVE_COMMON_DATES_DATE_TENSE_H_
