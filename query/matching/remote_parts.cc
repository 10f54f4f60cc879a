#include "query/matching/remote_parts.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "common/text/counts.h"
#include "query/matching/remote_articles.h"
#include "query/matching/remote_counts.h"
#include "query/matching/remote_query.h"
#include "query/matching/remote_server.h"
#include "query/matching/remote_share.h"
#include "query/matching/remote_words.h"

namespace archive {
namespace {

Error Unreachable(const std::vector<MissingPart>& missing) {
  std::string message;
  for (const MissingPart& part : missing)
    message += fmt::format("{}{} {}", message.empty() ? "" : "; ", part.name,
                           part.why);
  return {ErrorCode::kUnreachable, std::move(message),
          "see that xapian-tcpsrv runs there; --timeout waits longer"};
}

OpenPart DescribePart(const RemoteServer& server) {
  const ServedFacts& facts = server.facts();
  OpenPart part = {.directory = server.address().text};
  part.generation.number = server.generation();
  part.generation.index_id = server.index_id();
  part.generation.articles = facts.articles;
  part.distant = {.articles = facts.articles,
                  .hidden = server.hidden().size(),
                  .length = facts.words};
  return part;
}

}  // namespace

struct RemoteParts::Part {
  explicit Part(RemoteServer opened) : server(std::move(opened)) {}

  RemoteServer server;
  RemoteCounts counts{server};
  RemoteWords words{server, counts};
  RemoteArticles articles;
  std::size_t segment = 0;
};

RemoteParts::RemoteParts(const RemoteOptions& options, OpenIndex& index)
    : options_(options), index_(index) {}

RemoteParts::~RemoteParts() = default;

Result<std::unique_ptr<RemoteParts>> RemoteParts::Open(
    const std::vector<RemoteAddress>& addresses, const RemoteOptions& options,
    OpenIndex& index) {
  std::unique_ptr<RemoteParts> all(new RemoteParts(options, index));
  for (const RemoteAddress& address : addresses) {
    try {
      ASSIGN_OR_RETURN(RemoteServer server,
                       RemoteServer::Open(address, options.timeout));
      auto part = std::make_unique<Part>(std::move(server));
      ASSIGN_OR_RETURN(Segment none, part->articles.MakeSegment());
      part->segment =
          index.AddDistant(DescribePart(part->server), std::move(none));
      all->parts_.push_back(std::move(part));
    } catch (const RemoteFailure& failure) {
      all->missing_.push_back({address.text, failure.why});
    }
  }
  if (auto error = all->NothingLeft()) return *std::move(error);
  return all;
}

std::optional<Error> RemoteParts::NothingLeft() const {
  const auto& parts = index_.parts();
  const bool is_any_left =
      std::any_of(parts.begin(), parts.end(), [](const OpenPart& part) {
        return !part.distant || !part.distant->is_left_out;
      });
  if (is_any_left) return std::nullopt;
  return Unreachable(missing_);
}

template <typename Fn>
auto RemoteParts::Ask(Part& part, const Fn& fn) {
  std::string why;
  try {
    return fn();
  } catch (const RemoteFailure& failure) {
    why = failure.why;
  } catch (const Xapian::Error& error) {
    why = fmt::format("answers what makes no sense: {}", error.get_msg());
  }
  index_.LeaveOut(part.segment);
  missing_.push_back({part.server.address().text, std::move(why)});
  throw PartIsGone{};
}

RemoteParts::Part& RemoteParts::PartAt(std::size_t segment) {
  return **std::find_if(
      parts_.begin(), parts_.end(),
      [segment](const auto& part) { return part->segment == segment; });
}

// Fetches those that are not here yet.
Status RemoteParts::Fetch(Part& part, const std::vector<Xapian::docid>& docs) {
  bool is_any = false;
  for (const Xapian::docid doc : docs) {
    if (part.articles.Find(doc)) continue;
    part.articles.Add(doc, part.server.Fetch(doc));
    is_any = true;
  }
  if (!is_any) return Ok();
  ASSIGN_OR_RETURN(Segment segment, part.articles.MakeSegment());
  std::map<DocId, WhyHidden> why_hidden;
  for (const auto& [doc, why] : part.server.hidden()) {
    if (const auto here = part.articles.Find(doc)) why_hidden[*here] = why;
  }
  index_.PutFetched(part.segment, std::move(segment), std::move(why_hidden));
  return Ok();
}

Diagnostic RemoteParts::TooMany(const Part& part, std::uint64_t candidates,
                                const Node& tree, bool can_be_sorted) const {
  return {
      fmt::format("{} has {} that may match; at most {} are fetched",
                  part.server.address().text, Counted(candidates, "article"),
                  WithCommas(options_.limit)),
      tree.span,
      {},
      fmt::format("narrow it by a word, a date or a field{}; "
                  "--remote-limit allows more",
                  can_be_sorted ? ", or ask with --sort=newest" : "")};
}

Result<std::optional<CountedShare>> RemoteParts::GatherFrom(
    Part& part, const Node& tree, const RemoteWish& wish, Analyser& analyser,
    std::vector<Diagnostic>& problems) {
  const std::string& name = part.server.address().text;
  if (wish.order == SortOrder::kAdded) {
    problems.push_back({fmt::format("{} does not tell when articles came to "
                                    "the index",
                                    name),
                        tree.span,
                        {},
                        "--sort=newest sorts by publication"});
    return std::optional<CountedShare>();
  }
  if (const std::size_t gone = part.counts.GoneArticles(Hidden::kShown);
      gone > options_.limit) {
    problems.push_back({fmt::format("{} still holds {} that are removed; at "
                                    "most {} are fetched",
                                    name, Counted(gone, "article"),
                                    WithCommas(options_.limit)),
                        tree.span,
                        {},
                        "archive-index compact, there, takes them out"});
    return std::optional<CountedShare>();
  }
  RemoteQueryMaker maker(part.server, part.words, analyser, problems);
  const RemoteQuery made = maker.Make(tree);
  if (!problems.empty()) return std::optional<CountedShare>();
  if (CanBeCounted(made, wish, part.server, options_.limit)) {
    const RemotePage page = PageOf(made.query, wish, part.server);
    RETURN_IF_ERROR(Fetch(part, page));
    CountedShare share = CountShare(made.query, wish, part.counts);
    share.segment = part.segment;
    for (const Xapian::docid doc : page)
      share.page.push_back(*part.articles.Find(doc));
    return std::optional(std::move(share));
  }
  ServedMatches found = part.server.Find(
      made.query, options_.limit + part.server.removed().size() + 1);
  std::erase_if(found.docs, [&part](Xapian::docid doc) {
    return part.server.removed().contains(doc);
  });
  if (found.docs.size() > options_.limit) {
    RemoteWish newest = wish;
    newest.order = SortOrder::kNewest;
    problems.push_back(
        TooMany(part, found.count, tree,
                wish.order == SortOrder::kRelevance &&
                    CanBeCounted(made, newest, part.server, options_.limit)));
    return std::optional<CountedShare>();
  }
  RETURN_IF_ERROR(Fetch(part, found.docs));
  for (const CountedNameAsked& asked : maker.counted_names()) {
    if (part.articles.CountedOtherwise(asked.field, asked.folded).empty())
      continue;
    problems.push_back({fmt::format("some articles of {} count {} as another "
                                    "name, and a server does not tell which",
                                    name, asked.folded),
                        asked.span,
                        {},
                        "ask without the ="});
  }
  return std::optional<CountedShare>();
}

Result<std::vector<CountedShare>> RemoteParts::Gather(
    const Node& tree, const RemoteWish& wish, Analyser& analyser,
    std::vector<Diagnostic>& problems) {
  std::vector<CountedShare> shares;
  for (const auto& part : parts_) {
    if (index_.IsLeftOut(part->segment)) continue;
    ASSIGN_OR_RETURN(std::optional<CountedShare> share, Ask(*part, [&] {
                       return GatherFrom(*part, tree, wish, analyser, problems);
                     }));
    if (!problems.empty()) return shares;
    if (share) shares.push_back(*std::move(share));
  }
  return shares;
}

Status RemoteParts::FetchById(const std::string& id) {
  constexpr std::size_t kMostOfOneId = 10;
  for (const auto& part : parts_) {
    if (index_.IsLeftOut(part->segment)) continue;
    RETURN_IF_ERROR(Ask(*part, [&] {
      ServedMatches found =
          part->server.Find(Xapian::Query(IdTerm(id)), kMostOfOneId);
      std::erase_if(found.docs, [&part](Xapian::docid doc) {
        return part->server.removed().contains(doc);
      });
      return Fetch(*part, found.docs);
    }));
  }
  return Ok();
}

std::uint64_t RemoteParts::ArticlesWith(std::size_t segment,
                                        const FieldWord& word) {
  if (index_.IsLeftOut(segment)) return 0;
  Part& part = PartAt(segment);
  return Ask(part, [&] { return part.words.ArticlesWith(word); });
}

std::uint64_t RemoteParts::ArticlesOfStem(std::size_t segment,
                                          const std::string& rules,
                                          const std::string& stem) {
  if (index_.IsLeftOut(segment)) return 0;
  Part& part = PartAt(segment);
  return Ask(part, [&] { return part.words.ArticlesOfStem(rules, stem); });
}

Status RemoteParts::TakeEverything(Hidden hidden, MatchVisitor& visitor) {
  const Node everything = {.kind = Everything{}};
  Analyser analyser;
  std::vector<Diagnostic> problems;
  const RemoteWish wish = {
      .order = SortOrder::kNewest, .visitors = {&visitor}, .hidden = hidden};
  ASSIGN_OR_RETURN(const std::vector<CountedShare> shares,
                   Gather(everything, wish, analyser, problems));
  if (!problems.empty())
    return Error{ErrorCode::kQuery, problems.front().message,
                 "this looks at every article of every index"};
  for (const auto& part : parts_) {
    if (index_.IsLeftOut(part->segment)) continue;
    const auto share = std::find_if(shares.begin(), shares.end(),
                                    [&part](const CountedShare& counted) {
                                      return counted.segment == part->segment;
                                    });
    if (share != shares.end()) {
      for (const auto& [day, articles] : share->days)
        visitor.TakeDay(day, articles);
      continue;
    }
    const Segment& segment = index_.segments()[part->segment];
    for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
      if (hidden == Hidden::kShown || !index_.IsHidden(part->segment, doc))
        visitor.Take(part->segment, doc);
    }
  }
  return Ok();
}

}  // namespace archive
