#include "query/completion_words.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "query/language/field_names.h"

namespace archive {
namespace {

using Texts = std::vector<std::string>;

Result<Texts> Values(FieldId field) {
  if (field == FieldId::kSource)
    return Texts{"The Corpus Courier", "The Corpus \"Review\"", "Élan"};
  if (field == FieldId::kLang) return Texts{"en", "de", "el"};
  return Error{ErrorCode::kNotFound, "there is no index"};
}

Texts Complete(std::string_view typed) {
  return CompleteQuery(typed,
                       {.values = Values, .saved = {"hotlines", "walls"}});
}

TEST(CompletionWords, TheLastWordIsCompleted) {
  struct Case {
    std::string_view typed;
    Texts found;
  };
  const Case kCases[] = {
      {"titl", {"title:"}},
      {"TITL", {"title:"}},
      {"hotline titl", {"hotline title:"}},
      {"(hotline OR -titl", {"(hotline OR -title:"}},
      {"--titl", {}},
      {"\"a phrase titl", {}},
      {"\"a phrase\" titl", {"\"a phrase\" title:"}},
      {"sinc", {"since:"}},
      {"since:yes", {"since:yesterday"}},
      {"date:tod", {"date:today"}},
      {"has:byl", {"has:byline"}},
      {"lang:", {"lang:en", "lang:de", "lang:el"}},
      {"lang:e", {"lang:en", "lang:el"}},
      {"lang:\"e", {"lang:\"en\"", "lang:\"el\""}},
      {"x Pub:elan", {"x Pub:\"Élan\""}},
      {"source:the",
       {"source:\"The Corpus Courier\"",
        "source:\"The Corpus \\\"Review\\\"\""}},
      {"source:\"the corpus c", {"source:\"The Corpus Courier\""}},
      // Of a name whose quotes were forgotten, and of words that are no name.
      {"source:the corpus c", {"source:\"The Corpus Courier\""}},
      {"source:the titl", {"source:the title:"}},
      {"title:harb", {}},
      {"nosuch:x", {}},
      {"@", {"@hotlines", "@walls"}},
      {"navy -@wa", {"navy -@walls"}},
      {"place:", {}},  // the index cannot be read
  };
  for (const Case& row : kCases)
    EXPECT_EQ(Complete(row.typed), row.found) << row.typed;
}

TEST(CompletionWords, EveryFieldIsOfferedAtTheBeginning) {
  const Texts found = Complete("");
  EXPECT_EQ(found.size(), kFields.size() + kDateShorthands.size());
  for (const Field& field : kFields)
    EXPECT_NE(
        std::find(found.begin(), found.end(), std::string(field.name) + ':'),
        found.end())
        << field.name;
}

}  // namespace
}  // namespace archive
