// Where the articles lie in what services and content systems answer with:
// {"status": "ok", "articles": […]}, {"response": {"docs": […]}}.
//
// To know another name: a row in json_containers.cc.  Pure; views into the
// object that was asked, which may be cut anywhere.
#ifndef ARCHIVE_INDEXER_READERS_JSON_CONTAINERS_H_
#define ARCHIVE_INDEXER_READERS_JSON_CONTAINERS_H_

#include <string_view>
#include <vector>

#include "indexer/readers/json_spans.h"

namespace archive {

// nullptr where there is none.
const JsonMember* FindMember(const std::vector<JsonMember>& members,
                             std::string_view key);

bool IsArrayOfObjects(std::string_view value);

// The array of articles in an object, or in objects inside it; empty where
// there is none.
std::string_view FindArticleArray(std::string_view object);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_JSON_CONTAINERS_H_
