// The lines of a stored record that say what is known of the article's names.
#ifndef ARCHIVE_COMMON_INDEX_NAME_LINES_H_
#define ARCHIVE_COMMON_INDEX_NAME_LINES_H_

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/stored_record.h"

namespace archive {

struct NameFactLine {
  std::string key;
  std::string value;  // empty: no line
};

// What the article's own values tell is left out.
std::vector<NameFactLine> NameLines(const NameFacts& names,
                                    const Article& article);

// Whether it is such a line, taken in then.
bool TakeNameLine(std::string_view key, std::string_view value,
                  NameFacts& names);

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_NAME_LINES_H_
