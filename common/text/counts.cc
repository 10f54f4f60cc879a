#include "common/text/counts.h"

namespace archive {

std::string WithCommas(std::uint64_t number) {
  constexpr std::size_t kGroup = 3;
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > kGroup;) {
    at -= kGroup;
    digits.insert(at, ",");
  }
  return digits;
}

std::string Counted(std::uint64_t number, std::string_view one) {
  std::string text = WithCommas(number) + ' ';
  text += one;
  if (number != 1) text += 's';
  return text;
}

}  // namespace archive
