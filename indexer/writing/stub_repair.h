// The stub of an index (XAPIANDB) made again from its generations, where it is
// damaged: it holds nothing that they do not say.
#ifndef ARCHIVE_INDEXER_WRITING_STUB_REPAIR_H_
#define ARCHIVE_INDEXER_WRITING_STUB_REPAIR_H_

#include <string>

#include "common/dates/day.h"
#include "common/index/index_layout.h"
#include "common/result.h"

namespace archive {

struct StubRepair {
  Stub stub;
  bool is_replaced = false;
};

// The stub, where it and its generation agree.  Otherwise the newest generation
// that can be read and has all its segments is published again, be it the one
// before: the next run reads what changed since.  A generation of another
// schema is left alone; where none is whole, so is a stub that can be read.
// REQUIRES: the index's lock is held.
// Fails: kNotFound (no index there), kIndexDamaged (neither can be read), kIo.
Result<StubRepair> ReadOrRepairStub(const std::string& index);

// The same under a lock of its own.  Fails: kIndexLocked, too.
Result<StubRepair> RepairStub(const std::string& index, Instant now);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_WRITING_STUB_REPAIR_H_
