#include "common/index/xapian_guard.h"

#include <stdexcept>
#include <string>

namespace archive {

// A ladder of catch clauses, because Xapian 1.4's Error has no virtual
// functions and so cannot be told apart with dynamic_cast.
Error ErrorFromXapian(std::string_view doing) {
  const std::string context = "while " + std::string(doing) + ": ";
  try {
    throw;
  } catch (const Xapian::DatabaseLockError& e) {
    return {ErrorCode::kIndexLocked, context + e.get_msg(),
            "another program is writing to this index; wait for it"};
  } catch (const Xapian::DatabaseVersionError& e) {
    return {ErrorCode::kSchemaMismatch, context + e.get_msg(),
            "it was written by another version of Xapian; build it anew"};
  } catch (const Xapian::DatabaseCorruptError& e) {
    return {ErrorCode::kIndexDamaged, context + e.get_msg(),
            "build it anew with archive-index build --fresh"};
  } catch (const Xapian::DatabaseOpeningError& e) {
    return {ErrorCode::kIndexDamaged, context + e.get_msg(),
            "build it anew with archive-index build --fresh"};
  } catch (const Xapian::DatabaseError& e) {
    // "inflate failed" and the like come with no error of the system.
    if (e.get_error_string() == nullptr)
      return {ErrorCode::kIndexDamaged, context + e.get_msg(),
              "build it anew with archive-index build --fresh"};
    return {ErrorCode::kIo,
            context + e.get_msg() + ": " + e.get_error_string()};
  } catch (const Xapian::Error& e) {
    return {ErrorCode::kInternal, context + e.get_description()};
  } catch (const std::length_error& e) {
    // What Xapian 1.4 does with some damaged tables that it does not notice.
    return {ErrorCode::kIndexDamaged, context + e.what(),
            "build it anew with archive-index build --fresh"};
  }
}

}  // namespace archive
