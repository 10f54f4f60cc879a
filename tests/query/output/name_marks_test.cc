#include "query/output/name_marks.h"

#include <string>

#include <gtest/gtest.h>

namespace archive {
namespace {

// The text with its marks in brackets.
std::string Marked(NameMarks& names, const std::string& text) {
  std::string marked;
  std::size_t at = 0;
  for (const Span& mark : names.Find(text)) {
    marked += text.substr(at, mark.begin - at) + '[' +
              text.substr(mark.begin, mark.end - mark.begin) + ']';
    at = mark.end;
  }
  return marked + text.substr(at);
}

TEST(NameMarks, MarkWholeNamesAndPartsOfPeoplesNames) {
  NameMarks names;
  names.Add("Tan Kefei", NameMarks::Parts::kEach);
  names.Add("Joint Security Area", NameMarks::Parts::kWhole);
  names.Add("Seán O'Brien", NameMarks::Parts::kEach);
  names.Add("U.S.", NameMarks::Parts::kWhole);
  names.Add("中国", NameMarks::Parts::kWhole);
  const struct {
    const char* text;
    const char* marked;
  } cases[] = {
      {"Senior Colonel Tan Kefei spoke; Tan left.",
       "Senior Colonel [Tan Kefei] spoke; [Tan] left."},
      {"TAN KEFEI's tan coat", "[TAN KEFEI]'s tan coat"},
      {"the Joint Security Area, a security area, Joint Area",
       "the [Joint Security Area], a security area, Joint Area"},
      {"Mr O'Brien and Sean O'Brien", "Mr O'[Brien] and [Sean O'Brien]"},
      {"a U.S. envoy told us", "a [U.S]. envoy told us"},
      {"他在中国。", "他在[中国]。"},
      {"", ""},
  };
  for (const auto& [text, marked] : cases)
    EXPECT_EQ(Marked(names, text), marked);
}

}  // namespace
}  // namespace archive
