#include "indexer/sources/buffered_bytes.h"

#include <algorithm>

namespace archive {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

}  // namespace

bool BufferedBytes::Fill() {
  if (at_end_) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t held = buffer_.size();
  // Grows with what is held, so that a long line is not copied block by block.
  const std::size_t more = std::max(kBlock, held / 2);
  buffer_.resize(held + more);
  Result<std::size_t> got = source_.Read({buffer_.data() + held, more});
  buffer_.resize(held + (got ? *got : 0));
  if (!got) status_ = std::move(got).error();
  at_end_ = buffer_.size() == held;
  return !at_end_;
}

std::string_view BufferedBytes::Peek(std::size_t least) {
  while (Buffered().size() < least && Fill()) {
  }
  return Buffered();
}

void BufferedBytes::Consume(std::size_t count) {
  begin_ += count;
  offset_ += count;
}

std::uint64_t BufferedBytes::Skip(std::uint64_t count) {
  std::uint64_t skipped = 0;
  while (skipped < count) {
    const std::string_view next = Peek(1);
    if (next.empty()) break;
    const auto part = static_cast<std::size_t>(
        std::min<std::uint64_t>(next.size(), count - skipped));
    Consume(part);
    skipped += part;
  }
  return skipped;
}

std::optional<TakenLine> BufferedBytes::TakeLine(std::size_t max_bytes) {
  std::size_t looked_at = 0;
  std::string_view next = Peek(1);
  if (next.empty()) return std::nullopt;
  std::size_t end = next.find('\n');
  while (end == std::string_view::npos && looked_at < max_bytes) {
    looked_at = next.size();
    next = Peek(looked_at + 1);
    if (next.size() == looked_at) break;  // a last line without its end
    end = next.find('\n', looked_at);
  }
  TakenLine line;
  if (end == std::string_view::npos && next.size() > max_bytes) {
    line = {next.substr(0, 0), 0, true};
    // Its text is not kept: nobody wants half a line of this length.
    for (;;) {
      const std::size_t part = std::min(next.find('\n'), next.size());
      line.size += part;
      const bool ends = part < next.size();
      Consume(ends ? part + 1 : part);
      if (ends) break;
      next = Peek(1);
      if (next.empty()) break;
    }
    return line;
  }
  const bool ends = end != std::string_view::npos;
  line.size = ends ? end : next.size();
  line.text = next.substr(0, line.size);
  line.is_cut = line.size > max_bytes;
  Consume(ends ? end + 1 : line.size);
  return line;
}

BufferedBytes::Rest BufferedBytes::TakeAll(std::uint64_t max_bytes) {
  Rest rest;
  const std::uint64_t size = std::max(SeekableSize().value_or(0), offset_);
  // Nobody wants the beginning of what is too long.
  if (size - offset_ > max_bytes) return {"", true};
  rest.bytes.reserve(static_cast<std::size_t>(size - offset_));
  for (;;) {
    const std::string_view next = Peek(1);
    if (next.empty()) return rest;
    const auto part = static_cast<std::size_t>(
        std::min<std::uint64_t>(next.size(), max_bytes - rest.bytes.size()));
    rest.bytes += next.substr(0, part);
    rest.is_cut = part < next.size();
    if (rest.is_cut) return rest;
    Consume(part);
  }
}

Result<std::size_t> BufferedBytes::Read(std::span<char> to) {
  if (Buffered().empty() && to.size() >= kBlock && !at_end_) {
    Result<std::size_t> got = source_.Read(to);
    if (got) offset_ += *got;
    return got;
  }
  const std::string_view next = Peek(1);
  if (next.empty() && !status_) return Error(status_.error());
  const std::size_t part = std::min(next.size(), to.size());
  std::copy_n(next.begin(), part, to.begin());
  Consume(part);
  return part;
}

Status BufferedBytes::SeekTo(std::uint64_t offset) {
  buffer_.clear();
  begin_ = 0;
  at_end_ = false;
  status_ = Ok();
  Status sought = source_.SeekTo(offset);
  if (sought) offset_ = offset;
  return sought;
}

}  // namespace archive
