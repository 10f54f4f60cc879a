#include "query/output/citation.h"

#include <fmt/format.h>

namespace archive {

std::string CitedTitle(const Hit& hit) {
  return hit.title.text.empty() ? hit.id : hit.title.text;
}

std::vector<std::string> CitedKeywords(const Hit& hit) {
  std::vector<std::string> keywords = hit.record.article.topics;
  keywords.insert(keywords.end(), hit.record.article.keywords.begin(),
                  hit.record.article.keywords.end());
  return keywords;
}

std::string CitedIndexes(const Envelope& envelope, std::string_view what) {
  std::string text;
  for (const auto& [id, generation] : envelope.indexes)
    text += fmt::format("{}{} {}, generation {}", text.empty() ? "" : "; ",
                        what, id, generation);
  return text;
}

std::string CitedArchive(const Envelope& envelope) {
  return CitedIndexes(envelope, "archive-index");
}

std::string CitedNote(const Envelope& envelope, const Hit& hit) {
  const Article& article = hit.record.article;
  std::string note = fmt::format("{}, bytes {} to {}; ", hit.id,
                                 article.bytes.begin, article.bytes.end);
  note += article.published ? fmt::format("date from {}, confidence {:.6g}",
                                          NameOf(article.published->source),
                                          article.published->confidence)
                            : "no date known";
  return note + fmt::format("; {}, archive-query {}", CitedArchive(envelope),
                            envelope.tool);
}

}  // namespace archive
