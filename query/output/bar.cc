#include "query/output/bar.h"

#include <algorithm>
#include <cmath>

#include "common/text/printable.h"
#include "query/output/wrap.h"

namespace archive {
namespace {

constexpr std::string_view kBlock = "█";

std::string Blocks(std::uint64_t count) {
  std::string bar;
  for (std::uint64_t i = 0; i < count; ++i) bar += kBlock;
  return bar;
}

}  // namespace

std::string Bar(std::uint64_t count, std::uint64_t most, std::size_t room) {
  const std::uint64_t longest = std::min<std::uint64_t>(most, room);
  return Blocks(most == 0 ? 0 : (count * longest + most - 1) / most);
}

std::string PaddedBar(double part, double most, std::size_t room) {
  const double share = most > 0 ? part / most : 0;
  const auto blocks = std::min(
      room,
      static_cast<std::size_t>(std::ceil(share * static_cast<double>(room))));
  return Blocks(blocks) + std::string(room - blocks, ' ');
}

std::string FittedLabel(std::string_view label, std::size_t room) {
  std::string text = Printable(label);
  if (ColumnsOf(text) > room) {
    const Span line = WrapLines(text, room - 1).front();
    text = text.substr(0, line.end) + "…";
  }
  return text + std::string(room - ColumnsOf(text), ' ');
}

}  // namespace archive
