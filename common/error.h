// Errors as values.
//
// An Error says what went wrong (message), of which kind it is (code: decides
// the exit status), and what the reader can do about it (hint).  Messages are
// for people: lower case, no full stop, they name the file or the query text.
//
// To add a kind: an ErrorCode and a row below.  The man pages' EXIT STATUS
// sections are printed from the rows.
#ifndef ARCHIVE_COMMON_ERROR_H_
#define ARCHIVE_COMMON_ERROR_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

enum class ErrorCode : std::uint8_t {
  kUsage,           // the command line makes no sense
  kQuery,           // the query text makes no sense
  kConfiguration,   // a configuration file makes no sense
  kNotFound,        // the index, or a directory to index, is not there
  kBadInput,        // a source file is not what its format promises
  kIndexLocked,     // another run holds the index
  kVanished,        // most of what was indexed is not there any more
  kIndexDamaged,    // a file of the index is not what was written
  kSchemaMismatch,  // the index was built by another version
  kFormatVersion,   // the output cannot be written as an asked-for version
  kIo,              // reading or writing failed
  kInterrupted,     // a signal stopped the run
  kUnreachable,     // an index on another machine does not answer
  kInternal,        // our bug
};
inline constexpr std::size_t kErrorCodeCount =
    static_cast<std::size_t>(ErrorCode::kInternal) + 1;

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  std::string hint = {};  // empty: nothing to suggest
};

struct ErrorKind {
  ErrorCode code;
  int exit_status;
  std::string_view help;  // completes "the program ends so when ..."
};

inline constexpr std::array<ErrorKind, kErrorCodeCount> kErrorKinds = {{
    {ErrorCode::kUsage, 2, "an option or argument makes no sense"},
    {ErrorCode::kQuery, 2, "the query cannot be understood"},
    {ErrorCode::kConfiguration, 2, "a configuration file makes no sense"},
    {ErrorCode::kNotFound, 66, "the index or the directory does not exist"},
    {ErrorCode::kBadInput, 65, "a source file is not what its format promises"},
    {ErrorCode::kIndexLocked, 75, "another run holds the index"},
    {ErrorCode::kVanished, 69,
     "most of the files are no longer there: nothing was changed"},
    {ErrorCode::kIndexDamaged, 74, "a file of the index is damaged"},
    {ErrorCode::kSchemaMismatch, 65,
     "the index was written by a newer or a too old version"},
    {ErrorCode::kFormatVersion, 65,
     "the version of the output that is asked for is not supported"},
    {ErrorCode::kIo, 74, "reading or writing failed"},
    {ErrorCode::kInterrupted, 130, "a signal stopped it"},
    {ErrorCode::kUnreachable, 4,
     "no index on another machine answers, and there is none on this one"},
    {ErrorCode::kInternal, 70, "there is a bug in this program"},
}};

constexpr int ExitStatusFor(ErrorCode code) {
  return kErrorKinds[static_cast<std::size_t>(code)].exit_status;
}

constexpr bool ErrorKindsAreInOrder() {
  for (std::size_t i = 0; i < kErrorKinds.size(); ++i) {
    if (kErrorKinds[i].code != static_cast<ErrorCode>(i)) return false;
  }
  return true;
}
static_assert(ErrorKindsAreInOrder(),
              "kErrorKinds must list the codes in order");

}  // namespace archive

#endif  // ARCHIVE_COMMON_ERROR_H_
