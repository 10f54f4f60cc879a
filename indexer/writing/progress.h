// What a terminal shows while a run goes on.
#ifndef ARCHIVE_INDEXER_WRITING_PROGRESS_H_
#define ARCHIVE_INDEXER_WRITING_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace archive {

// Threads: none.
class Progress {
 public:
  // `show` replaces the line on the terminal; empty: nothing is shown.
  explicit Progress(std::function<void(const std::string&)> show = {});

  void SetFiles(std::uint64_t to_read) { files_to_read_ = to_read; }
  // Called after each file; shows a line now and then, none in the first
  // second.
  void FileDone(std::uint64_t bytes, std::uint64_t articles);
  void Say(const std::string& what);
  // Takes the line away.
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::function<void(const std::string&)> show_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point shown_ = begin_;
  std::uint64_t files_to_read_ = 0;
  std::uint64_t files_ = 0;
  std::uint64_t articles_ = 0;
  std::uint64_t bytes_ = 0;
  bool is_shown_ = false;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_PROGRESS_H_
