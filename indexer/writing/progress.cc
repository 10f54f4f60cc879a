#include "indexer/writing/progress.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/text/counts.h"

namespace archive {
namespace {

constexpr std::size_t kBarWidth = 20;

std::string Bar(std::uint64_t done, std::uint64_t all) {
  const std::size_t filled =
      all == 0 ? 0 : static_cast<std::size_t>(done * kBarWidth / all);
  std::string bar;
  for (std::size_t i = 0; i < kBarWidth; ++i) bar += i < filled ? "█" : "░";
  return bar;
}

}  // namespace

Progress::Progress(std::function<void(const std::string&)> show)
    : show_(std::move(show)) {}

void Progress::FileDone(std::uint64_t bytes, std::uint64_t articles) {
  ++files_;
  bytes_ += bytes;
  articles_ += articles;
  if (!show_) return;
  const Clock::time_point now = Clock::now();
  const std::chrono::duration<double> since_begin = now - begin_;
  if (since_begin.count() < 1 || now - shown_ < std::chrono::milliseconds(100))
    return;
  shown_ = now;
  const double left =
      since_begin.count() / static_cast<double>(files_) *
      static_cast<double>(files_to_read_ - std::min(files_, files_to_read_));
  Say(fmt::format(
      "{} {} of {} files · {} articles · {:.1f} MB/s · {:.0f} s left",
      Bar(files_, files_to_read_), WithCommas(files_),
      WithCommas(files_to_read_), WithCommas(articles_),
      static_cast<double>(bytes_) / 1e6 / since_begin.count(), left));
}

void Progress::Say(const std::string& what) {
  if (!show_) return;
  show_(what);
  is_shown_ = true;
}

void Progress::Clear() {
  if (is_shown_) show_("");
  is_shown_ = false;
}

}  // namespace archive
