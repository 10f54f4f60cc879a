// A query, read, run and made into a page: what every command that asks does.
#ifndef ARCHIVE_QUERY_SESSION_H_
#define ARCHIVE_QUERY_SESSION_H_

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/index/open_index.h"
#include "common/result.h"
#include "query/alert_state.h"
#include "query/language/query_text.h"
#include "query/matching/article_selection.h"
#include "query/matching/remote_parts.h"
#include "query/matching/searcher.h"
#include "query/options.h"
#include "query/output/result_page.h"

namespace archive {

inline constexpr int kFound = 0;
inline constexpr int kNothingFound = 1;
// Of the answer something is missing: an index did not answer.
inline constexpr int kPartial = ExitStatusFor(ErrorCode::kUnreachable);

// A query and its answer.
struct Asked {
  std::string text;
  ReadQuery read;
  SearchAnswer answer;
  std::vector<Table> tables = {};  // see views.h
  // Why there is no answer: mistakes of the query, or what the index cannot do.
  std::vector<Diagnostic> mistakes;
};

// Owns: the open index.  Threads: none.
class Session {
 public:
  // Fails as OpenIndex and RemoteParts do, when a file of ids cannot be read,
  // and (kUsage) when an index on another machine cannot be asked for what the
  // options want.
  static Result<std::unique_ptr<Session>> Open(const QueryOptions& options);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // A query that is not answered yet; it may have mistakes.
  Asked Read(std::string_view text) const;
  // Answers it.  REQUIRES: it has no mistakes.  Fails: kIo, kIndexDamaged.
  Status Answer(Asked& asked, const SearchRequest& request);
  // Both.
  Result<Asked> Ask(std::string_view text, const SearchRequest& request);

  // From now on only what is new in the index between two moments is found: it
  // came, or the end of its embargo did.  What came later by the clock is new,
  // too, whatever its generation: an index that was restored from a backup
  // counts generations again that were told.  REQUIRES: one index is open.
  void SelectNew(const AlertMoment& after, const AlertMoment& until);
  // All again, as the options say.
  void SelectAll();

  // What is known of an answer, its notices left out.
  Envelope EnvelopeOf(const Asked& asked) const;

  // Of the indexes that are asked.
  std::vector<IndexRevision> Revisions() const;

  // The page of an answer, which must outlive it.
  ResultPage MakePage(const Asked& asked) const;

  // What the options ask for of a query: sort, page and facets.
  SearchRequest Request() const;
  // The same for --count.
  SearchRequest CountRequest() const;

  // The indexes that what was answered is without.
  const std::vector<MissingPart>& missing() const;

  const OpenIndex& index() const { return index_; }
  Searcher& searcher() { return searcher_; }
  const QueryOptions& options() const { return options_; }
  // What is to be said before the first answer.
  const std::vector<std::string>& remarks() const { return remarks_; }

 private:
  Session(const QueryOptions& options, OpenIndex index)
      : options_(options), index_(std::move(index)), searcher_(index_) {}

  // Reads the files of ids that the options name.
  Status SelectArticles();
  Status Narrow(const std::string& file, Listed listed);

  const QueryOptions& options_;
  OpenIndex index_;
  std::unique_ptr<RemoteParts> remote_parts_;  // nullptr: all lie here
  Searcher searcher_;
  std::optional<ArticleSelection> selection_;  // as the options say
  std::optional<ArticleSelection> new_;        // of those, what is new
  std::vector<std::string> remarks_;
};

// "archive-query: message", the hint below; the exit status.
int TellError(const Error& error, std::ostream& err);
// Remarks about a query that was run.
void TellNotices(const Asked& asked, std::ostream& err);

}  // namespace archive

#endif  // ARCHIVE_QUERY_SESSION_H_
