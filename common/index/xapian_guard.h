// The border to Xapian: its exceptions go no further than this.
#ifndef ARCHIVE_COMMON_INDEX_XAPIAN_GUARD_H_
#define ARCHIVE_COMMON_INDEX_XAPIAN_GUARD_H_

#include <string_view>
#include <type_traits>

#include <xapian.h>

#include "common/result.h"

namespace archive {

// The Error for the exception being handled; `doing` completes "while ...".
// Rethrows what does not come from Xapian.
// REQUIRES: called from inside a catch block
Error ErrorFromXapian(std::string_view doing);

// Runs fn() and turns what Xapian throws into an Error.  fn returns a T; the
// result is a Result<T>, or a Status where fn returns nothing.
template <typename Fn>
auto GuardXapian(std::string_view doing, Fn&& fn) {
  using Value = std::invoke_result_t<Fn>;
  if constexpr (std::is_void_v<Value>) {
    try {
      fn();
      return Ok();
    } catch (...) {
      return Status(ErrorFromXapian(doing));
    }
  } else {
    try {
      return Result<Value>(fn());
    } catch (...) {
      return Result<Value>(ErrorFromXapian(doing));
    }
  }
}

}  // namespace archive

#endif  // ARCHIVE_COMMON_INDEX_XAPIAN_GUARD_H_
