// Answers of any length → bytes: a thread takes a run of records, makes its
// hits and writes them into memory, and then waits for its turn.  One alone is
// at the database, which is the smaller part of the work.
#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <future>
#include <mutex>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "query/matching/record_runs.h"
#include "query/output/hits.h"

namespace archive {
namespace {

// More would wait for the one at the database.
constexpr unsigned kMostThreads = 4;
// Without one its work falls to the others.
constexpr std::launch kThreadIfCanBe =
    std::launch::async | std::launch::deferred;

// Numbered pieces of an output, in order, from threads that make them in any.
class OrderedOutput {
 public:
  explicit OrderedOutput(std::ostream& out) : out_(out) {}

  // Waits for the pieces before it.  Whether there is to be another.
  bool Write(std::size_t number, std::string_view piece,
             std::optional<Error> failure) {
    std::unique_lock lock(mutex_);
    its_turn_.wait(lock, [&] { return next_ == number || is_over_; });
    if (is_over_) return false;
    out_ << piece;
    next_ = number + 1;
    is_over_ = failure.has_value() || !out_;
    failure_ = std::move(failure);
    its_turn_.notify_all();
    return !is_over_;
  }

  // Nobody writes or waits any more.
  void End() {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
    its_turn_.notify_all();
  }

  // REQUIRES: nobody writes.
  Status Outcome() const { return failure_ ? Status(*failure_) : Ok(); }

 private:
  std::ostream& out_;
  std::mutex mutex_;
  std::condition_variable its_turn_;
  std::size_t next_ = 0;
  bool is_over_ = false;
  std::optional<Error> failure_;
};

// A piece of output in memory that is used again for the next.
class TextBuffer final : public std::streambuf {
 public:
  void Clear() { text_.clear(); }
  std::string_view text() const { return text_; }

 protected:
  int_type overflow(int_type c) override {
    if (!traits_type::eq_int_type(c, traits_type::eof()))
      text_ += traits_type::to_char_type(c);
    return traits_type::not_eof(c);
  }
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    text_.append(bytes, static_cast<std::size_t>(size));
    return size;
  }

 private:
  std::string text_;
};

// Threads: each has its own; runs and output are everybody's.
class RunWriter {
 public:
  RunWriter(const HitSource& source, std::span<const Match> matches,
            std::size_t rank, const HitWriter& write)
      : reader_(source), matches_(matches), rank_(rank), write_(write) {}

  // As long as there are any.
  void WriteAll(RecordRuns& runs, OrderedOutput& out) {
    try {
      RecordRun run;
      TextBuffer buffer;
      std::ostream piece(&buffer);
      // Without that a lack of memory would end the piece in silence.
      piece.exceptions(std::ios::badbit);
      while (runs.Take(run)) {
        buffer.Clear();
        std::optional<Error> failure = WriteRun(run, piece);
        if (!out.Write(run.number, buffer.text(), std::move(failure))) return;
      }
    } catch (...) {
      out.End();
      throw;
    }
  }

  // Those of all matches, for which no record is needed.
  Status WriteIds(std::ostream& out) {
    for (std::size_t i = 0; i < matches_.size(); ++i)
      RETURN_IF_ERROR(WriteHit(i, {}, out));
    return Ok();
  }

 private:
  Status WriteHit(std::size_t i, std::string packed, std::ostream& out) {
    ASSIGN_OR_RETURN(const Hit hit,
                     reader_.Make(matches_[i], rank_ + i, std::move(packed)));
    write_(hit, out);
    return Ok();
  }

  // Up to what cannot be read, and why that is so.
  std::optional<Error> WriteRun(const RecordRun& run, std::ostream& out) {
    for (std::size_t i = 0; i < run.records.size(); ++i) {
      Status written = WriteHit(run.first + i, run.Packed(i), out);
      if (!written) return std::move(written).error();
    }
    return run.failure;
  }

  HitReader reader_;
  std::span<const Match> matches_;
  std::size_t rank_;
  const HitWriter& write_;
};

std::size_t ThreadsFor(std::size_t matches) {
  if (matches <= RecordRuns::kFirstRun) return 1;
  return std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
}

// This thread is one of them.
template <typename Write>
void OnThreads(std::size_t count, const Write& write) {
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < count; ++i)
    others.push_back(std::async(kThreadIfCanBe, write));
  write();
  for (std::future<void>& other : others) other.get();
}

}  // namespace

Status WriteHits(const HitSource& source, std::span<const Match> matches,
                 std::size_t rank, const HitWriter& write, std::ostream& out) {
  if (source.detail == HitDetail::kId)
    return RunWriter(source, matches, rank, write).WriteIds(out);
  RecordRuns runs(source.index, matches);
  OrderedOutput pieces(out);
  OnThreads(ThreadsFor(matches.size()), [&] {
    RunWriter(source, matches, rank, write).WriteAll(runs, pieces);
  });
  return pieces.Outcome();
}

}  // namespace archive
