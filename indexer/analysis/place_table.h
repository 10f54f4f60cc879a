// Where places lie: the table of scripts/make_places.py.
//
// A line a name, `name TAB country TAB region`; lines that begin with # are
// comments.  The region is empty for a country, and where one cannot tell; "~"
// stands behind what the people of a country are called: Korean, Dutch.
#ifndef ARCHIVE_INDEXER_ANALYSIS_PLACE_TABLE_H_
#define ARCHIVE_INDEXER_ANALYSIS_PLACE_TABLE_H_

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/result.h"

namespace archive {

struct PlacedIn {
  std::string_view country;
  std::string_view region;
};

// Owns: the text.  Lives: views as long as the table or a copy of it.
// Threads: const methods any.
class PlaceTable {
 public:
  static PlaceTable Parse(std::string text);
  // Fails: kIo.
  static Result<PlaceTable> Open(const std::string& path);

  // Whatever the case and accents; nullptr when the table does not say.
  const PlacedIn* Find(std::string_view name) const;
  // The country of a people, of one or many of them: "South Koreans"; empty
  // when the table does not say.
  std::string_view CountryOfPeople(std::string_view demonym) const;
  std::size_t size() const { return places_.size(); }

 private:
  std::shared_ptr<const std::string> text_;
  std::unordered_map<std::string, PlacedIn> places_;  // by folded name
  std::unordered_map<std::string, std::string_view> peoples_;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_PLACE_TABLE_H_
