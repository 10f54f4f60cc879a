// The text of a query, half typed → what it can become, for the completion of
// shells (common/completion.h).
//
// The last word alone is completed: names of fields, and behind a colon what
// the field can hold: values from the index, words for days, names of fields
// behind has:; behind @ the saved searches.
#ifndef ARCHIVE_QUERY_COMPLETION_WORDS_H_
#define ARCHIVE_QUERY_COMPLETION_WORDS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "common/result.h"

namespace archive {

// Values of a field, the most frequent first.
using ValuesOfField =
    std::function<Result<std::vector<std::string>>(FieldId field)>;

// What there is to choose from besides the tables.
struct KnownNames {
  ValuesOfField values;
  std::vector<std::string> saved;  // searches
};

// Whole texts, each beginning as `typed` does but for case and quotes of the
// value in the last word.  Empty: nothing is known, or `values` fails.
std::vector<std::string> CompleteQuery(std::string_view typed,
                                       const KnownNames& known);

}  // namespace archive

#endif  // ARCHIVE_QUERY_COMPLETION_WORDS_H_
