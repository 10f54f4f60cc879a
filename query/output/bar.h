// Bars made of blocks.  Pure functions.
#ifndef ARCHIVE_QUERY_OUTPUT_BAR_H_
#define ARCHIVE_QUERY_OUTPUT_BAR_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

// `count` of `most` as blocks, of which there are `room` at most; at least one
// for what is there at all, and never more than `most`.
std::string Bar(std::uint64_t count, std::uint64_t most, std::size_t room);

// The same for shares, which may be as small as they like; padded with spaces
// to `room` columns.
std::string PaddedBar(double part, double most, std::size_t room);

// As much of a label as there is room for, padded to it; columns of a terminal.
std::string FittedLabel(std::string_view label, std::size_t room);

}  // namespace archive

#endif  // ARCHIVE_QUERY_OUTPUT_BAR_H_
