#include "common/index/xapian_guard.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

namespace archive {
namespace {

// Whether the system said something that says nothing of the index: a disk that
// is full, broken or not writable, a limit of the process.  An error behind
// another one has the words of the first in its message, and some have none:
// but who creates, writes.
bool IsOfTheDisk(const Xapian::Error& error) {
  const char* const own = error.get_error_string();
  const std::string said = error.get_msg() + '\n' + (own == nullptr ? "" : own);
  for (const char* const text : {"Failed to create", "Couldn't create"}) {
    if (said.find(text) != std::string::npos) return true;
  }
  constexpr std::array kCodes = {ENOSPC, EDQUOT, EFBIG,  EIO,   EROFS,
                                 EACCES, EPERM,  EMFILE, ENFILE};
  return std::any_of(kCodes.begin(), kCodes.end(), [&said](int code) {
    return said.find(std::generic_category().message(code)) !=
           std::string::npos;
  });
}

Error DiskError(const std::string& context, const Xapian::Error& error) {
  std::string message = context + error.get_msg();
  if (const char* const said = error.get_error_string()) {
    message += ": ";
    message += said;
  }
  return {ErrorCode::kIo, std::move(message),
          "see to the disk, its room and its rights, and run it again; what "
          "was published stays"};
}

}  // namespace

// A ladder of catch clauses, because Xapian 1.4's Error has no virtual
// functions and so cannot be told apart with dynamic_cast.
Error ErrorFromXapian(std::string_view doing) {
  const std::string context = "while " + std::string(doing) + ": ";
  try {
    throw;
  } catch (const Xapian::DatabaseLockError& e) {
    // Who writes an index holds our own lock, and works in a directory of its
    // own: the system gives no lock, for want of room most likely.
    return DiskError(context, e);
  } catch (const Xapian::DatabaseVersionError& e) {
    return {ErrorCode::kSchemaMismatch, context + e.get_msg(),
            "it was written by another version of Xapian; build it anew"};
  } catch (const Xapian::DatabaseCorruptError& e) {
    if (IsOfTheDisk(e)) return DiskError(context, e);
    return {ErrorCode::kIndexDamaged, context + e.get_msg(),
            "build it anew with archive-index build --fresh"};
  } catch (const Xapian::DatabaseOpeningError& e) {
    if (IsOfTheDisk(e)) return DiskError(context, e);
    return {ErrorCode::kIndexDamaged, context + e.get_msg(),
            "build it anew with archive-index build --fresh"};
  } catch (const Xapian::DatabaseError& e) {
    // "inflate failed" and the like come with no error of the system.
    if (e.get_error_string() == nullptr && !IsOfTheDisk(e))
      return {ErrorCode::kIndexDamaged, context + e.get_msg(),
              "build it anew with archive-index build --fresh"};
    return DiskError(context, e);
  } catch (const Xapian::Error& e) {
    return {ErrorCode::kInternal, context + e.get_description()};
  } catch (const std::length_error& e) {
    // What Xapian 1.4 does with some damaged tables that it does not notice.
    return {ErrorCode::kIndexDamaged, context + e.what(),
            "build it anew with archive-index build --fresh"};
  }
}

}  // namespace archive
