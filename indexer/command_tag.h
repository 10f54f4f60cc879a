// `archive-index tag`: the names in a text, as the index finds them.
//
//     archive-index tag [FILE]          token per line → token TAB tag
//     archive-index tag --text [FILE]   text → one JSON line a mention
#ifndef ARCHIVE_INDEXER_COMMAND_TAG_H_
#define ARCHIVE_INDEXER_COMMAND_TAG_H_

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "indexer/analysis/entity_model.h"
#include "indexer/console.h"

namespace archive {

struct TagArguments {
  std::string file;      // the text; "" or "-": standard input
  std::string model;     // "": the one that came with the program
  std::string language;  // of running text; "": as detected
  bool as_text = false;  // running text, not a token a line
};

// Each line `token`, `token TAB tag` … comes out as `token TAB tag`: B-PER,
// I-PER, B-ORG … or O.  Empty lines end sentences, lines with the token
// -DOCSTART- documents; both are kept as they are.
void PrintTags(std::string_view lines, const EntityModel& model,
               std::ostream& out);

// The names of a text: start, end (bytes), type, text, canonical, probability.
// `language` is the code of the text's.
void PrintNames(std::string_view text, const EntityModel& model,
                std::ostream& out, std::string_view language = "en");

// The language of running text is detected as a build does, and is English
// where it is too short to tell.
// Fails: kIo when the file cannot be read, kUsage when there is no such
// language, kConfiguration when the model is none.
int RunTag(const TagArguments& arguments, std::istream& in,
           const Console& console);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_COMMAND_TAG_H_
