// --complete: what a shell asks for while a query is typed.
#include <memory>

#include "query/commands.h"
#include "query/completion_words.h"

namespace archive {
namespace {

Result<std::vector<std::string>> ValuesInIndex(const QueryOptions& options,
                                               FieldId field) {
  ASSIGN_OR_RETURN(const std::unique_ptr<Session> session,
                   Session::Open(options));
  ASSIGN_OR_RETURN(
      const Asked asked,
      session->Ask(
          "*", {.order = SortOrder::kNewest, .limit = 0, .facets = {field}}));
  std::vector<std::string> values;
  for (const FacetCounts& counts : asked.answer.facets) {
    for (const FacetRow& row : counts.rows) values.push_back(row.value);
  }
  return values;
}

}  // namespace

int RunCompletion(const CompletionMode& mode, const QueryOptions& options,
                  const Streams& streams) {
  KnownNames known;
  known.values = [&options](FieldId field) {
    return ValuesInIndex(options, field);
  };
  for (const auto& [name, query] : *options.reading.saved)
    known.saved.push_back(name);
  for (const std::string& text : CompleteQuery(mode.text, known))
    streams.out << text << '\n';
  return kFound;
}

}  // namespace archive
