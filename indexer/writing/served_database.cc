#include "indexer/writing/served_database.h"

#include <xapian.h>

#include "common/index/packed_record.h"
#include "common/index/schema.h"
#include "common/index/served_dictionary.h"
#include "common/index/xapian_guard.h"

namespace archive {
namespace {

void ServeDictionaries(std::span<const LivingSegment> segments,
                       Xapian::WritableDatabase& database) {
  RecordDictionaries all;
  for (const LivingSegment& living : segments) {
    for (const DictionaryPtr& one : living.segment->dictionaries().all())
      all.Add(one);
  }
  for (const DictionaryPtr& one : all.all())
    database.set_metadata(KeyOfDictionary(one->id()), ToServed(*one));
}

}  // namespace

Status WriteServedDatabase(const std::string& directory,
                           const Generation& generation,
                           const ServedFacts& facts,
                           std::span<const LivingSegment> segments) {
  return GuardXapian("writing " + directory, [&] {
    Xapian::WritableDatabase database(
        directory, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    database.set_metadata(std::string(kServedGeneration),
                          std::to_string(generation.number));
    database.set_metadata(std::string(kServedSchema),
                          std::to_string(kSchemaVersion));
    database.set_metadata(std::string(kServedId),
                          ToString(generation.index_id));
    for (const auto& [key, value] : MetadataOf(facts))
      database.set_metadata(key, value);
    ServeDictionaries(segments, database);
    database.commit();
    database.close();
  });
}

}  // namespace archive
