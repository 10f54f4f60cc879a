// A run: the files of the roots → the next generations of the index.
#ifndef ARCHIVE_INDEXER_WRITING_BUILD_H_
#define ARCHIVE_INDEXER_WRITING_BUILD_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/dates/day.h"
#include "common/index/generation.h"
#include "common/result.h"
#include "indexer/analysis/configuration.h"
#include "indexer/writing/memory_plan.h"
#include "indexer/writing/part_size.h"
#include "indexer/writing/progress.h"
#include "indexer/writing/report.h"

namespace archive {

class EntityModel;

struct BuildOptions {
  std::string index;               // the index directory
  std::vector<std::string> paths;  // none: every root the index has
  bool fresh = false;              // begin with an empty index
  // Of the files of the roots only these; none: what the index has so far.
  std::optional<Shard> shard = {};
  Configuration configuration;
  // With what names are found in articles: asked once, when there is an
  // article, since a model costs more to open than a run that finds nothing
  // new.  It must outlive the run; nullptr, and none: only sources name any.
  std::function<const EntityModel*()> entities = nullptr;
  unsigned threads = 1;
  Instant now = 0;  // moment of arrival of what is new
  // What the run may hold in memory, about (memory_plan.h).
  std::uint64_t memory = kUsualMemory;
  // A segment is complete, and published, when it holds so much text, or when
  // the memory asks for it.
  std::uint64_t segment_bytes = std::uint64_t{256} << 20;
  // Articles that go into one part at most, whatever their length; mostly it
  // has fewer (part_size.h).
  std::size_t part_articles = kMostPart;
  // Whether segments are merged and rewritten where that is due.  Without it an
  // index has as many segments, and removed articles, as its runs have left.
  bool merges = true;
  // Files that were written in the last so many seconds are waited for, see
  // settling.h; 0: all are read as they are.
  double settle_seconds = 0;
  // Whether links that lead out of the roots are followed.
  bool follows_links = false;
  // Whether files that failed are read again though they are as they were.
  bool retries_failed = false;
  // Whether more articles may leave than run_checks.h lets.
  bool allows_vanishing = false;
  // How long to wait for a run that holds the index.
  double wait_seconds = 0;
  // Asked after each file; true: publish what is done and stop.
  std::function<bool()> interrupted = [] { return false; };
  // Called when the lock is held and nothing was read; an error ends the run.
  std::function<Status()> before_reading = [] { return Ok(); };
  // Told each event, in words.
  std::function<void(const std::string&)> log = [](const std::string&) {};
};

// How it ended stands in the index (run_record.h), also when it failed, unless
// another run holds the lock.
//
// A root of the index that is no longer there is one failed file: its articles
// stay, and the other roots are read.
// Fails: kUsage (roots that lie in one another or in the index, a directory
// that holds other things than an index, another shard than before), kVanished,
// kNotFound (a path does not exist, or no root is there any more),
// kIndexLocked, kIndexDamaged, kSchemaMismatch, kIo, and what `before_reading`
// says.  What was published before an error stays.
Result<BuildReport> RunBuild(const BuildOptions& options, Progress& progress);

// Takes a root and its articles out of the index.  Fails also (kUsage) when
// the index has no such root.
Result<BuildReport> RunForget(const std::string& index, const std::string& root,
                              Instant now);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_BUILD_H_
