// The names of roots, and paths as ids; the walk itself is in
// source_walker.cc.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

#include "common/file_system.h"
#include "common/text/utf8.h"
#include "indexer/sources/places.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

std::string_view LastPart(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

std::string NameOf(const std::string& path) {
  std::string_view name = LastPart(path);
  const std::string real = AbsolutePath(path);
  if (name.empty() || name == "." || name == "..") name = LastPart(real);
  if (name.empty()) return "root";
  // With the '/' that follows in ids it would be read as the end of an archive.
  if (name.ends_with('!'))
    return PathForId(name.substr(0, name.size() - 1)) + "%21";
  return PathForId(name);
}

// Nothing when no root holds the path, or it is one.
std::optional<PlaceInRoot> PlaceBelow(const std::string& path,
                                      std::span<const SourceRoot> roots) {
  for (const SourceRoot& root : roots) {
    std::optional<std::string> below = PathBelow(root.path, path);
    if (below && !below->empty())
      return PlaceInRoot{root, *std::move(below), path};
  }
  return std::nullopt;
}

bool IsHexDigit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') ||
         (c >= 'a' && c <= 'f');
}

// The bytes of the character that `text` begins with; one for what is none.
std::size_t CharacterLength(std::string_view text) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size());
       ++length) {
    if (IsValidUtf8(text.substr(0, length))) return length;
  }
  return 1;
}

bool NeedsCode(std::string_view text, std::string_view character) {
  if (character == "%")
    return text.size() > 2 && IsHexDigit(text[1]) && IsHexDigit(text[2]);
  // What parts an id from what stands behind a file's path.
  if (character == "#" || text.starts_with("!/")) return true;
  return character == "\t" || character == "\n" ||
         CleanUtf8(character) != character;
}

}  // namespace

std::vector<SourceRoot> NameRoots(std::span<const std::string> paths,
                                  std::span<const SourceRoot> taken) {
  std::vector<SourceRoot> roots;
  std::set<std::string> names;
  std::map<Place, std::string> known_names;
  std::set<Place> places;
  for (const SourceRoot& root : taken) {
    names.insert(root.name);
    known_names.emplace(PlaceOf(root.path), root.name);
  }
  for (const std::string& path : paths) {
    const Place place = PlaceOf(path);
    if (!places.insert(place).second) continue;
    const auto known = known_names.find(place);
    if (known != known_names.end()) {
      roots.push_back({known->second, path});
      continue;
    }
    const std::string wanted = NameOf(path);
    std::string name = wanted;
    for (int number = 2; !names.insert(name).second; ++number)
      name = fmt::format("{}-{}", wanted, number);
    roots.push_back({std::move(name), path});
  }
  return roots;
}

std::vector<PlaceInRoot> PlacesInRoots(std::span<const std::string> paths,
                                       std::span<const SourceRoot> taken) {
  std::vector<PlaceInRoot> places;
  std::vector<std::string> outside;
  for (const std::string& path : paths) {
    if (std::optional<PlaceInRoot> place = PlaceBelow(path, taken))
      places.push_back(*std::move(place));
    else
      outside.push_back(path);
  }
  for (SourceRoot& root : NameRoots(outside, taken)) {
    std::string path = root.path;
    places.push_back({std::move(root), "", std::move(path)});
  }
  const auto order = [&](const PlaceInRoot& place) {
    return std::find(paths.begin(), paths.end(), place.path);
  };
  std::stable_sort(places.begin(), places.end(),
                   [&](const PlaceInRoot& a, const PlaceInRoot& b) {
                     return order(a) < order(b);
                   });
  return places;
}

std::string FullPath(const SourceRoot& root, std::string_view path_in_root) {
  std::string path = root.path;
  if (path_in_root.empty()) return path;
  if (!path.ends_with('/')) path += '/';
  path += path_in_root;
  return path;
}

std::string PathForReaders(const SourceRoot& root,
                           std::string_view path_in_root) {
  return PathForId(path_in_root.empty() ? LastPart(root.path) : path_in_root);
}

std::string PathForId(std::string_view path) {
  std::string id;
  id.reserve(path.size());
  while (!path.empty()) {
    const std::string_view character = path.substr(0, CharacterLength(path));
    if (NeedsCode(path, character)) {
      for (const char byte : character)
        id += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    } else {
      id += character;
    }
    path.remove_prefix(character.size());
  }
  return id;
}

std::string IdOf(const SourceRoot& root, std::string_view path_in_root) {
  if (path_in_root.empty()) return root.name;
  return root.name + '/' + PathForId(path_in_root);
}

std::string RecordId(std::string_view file_id, std::size_t number) {
  return fmt::format("{}#{}", file_id, number);
}

std::string MemberId(std::string_view archive_id, std::string_view name) {
  while (name.starts_with("./")) name.remove_prefix(2);
  std::string id = std::string(archive_id) + "!/";
  for (bool is_first = true; is_first || !name.empty(); is_first = false) {
    const std::size_t slash = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, slash);
    const bool has_slash = slash < name.size();
    name.remove_prefix(has_slash ? slash + 1 : slash);
    if (part == "..") {
      id += "%2E%2E";
    } else if (part.ends_with('!') && has_slash) {
      // PathForId codes this where it sees the '/'.
      id += PathForId(part.substr(0, part.size() - 1)) + "%21";
    } else {
      id += PathForId(part);
    }
    if (has_slash) id += is_first && part.empty() ? "%2F" : "/";
  }
  return id;
}

std::string BoundedFileId(std::string id) {
  constexpr std::size_t kMaxBytes = 200;
  constexpr std::size_t kKeptBytes = 180;
  if (id.size() <= kMaxBytes) return id;
  const std::uint64_t hash = XXH3_64bits(id.data(), id.size());
  return fmt::format("{}~{:016x}", CutAtCharacter(id, kKeptBytes), hash);
}

}  // namespace archive
