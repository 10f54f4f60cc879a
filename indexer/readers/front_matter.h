// What stands above the text of a page of a static site, between lines of
// "---" (YAML) or "+++" (TOML): names and values.
//
// front_matter_yaml.cc is the border to libyaml.  What a name means is left to
// reader_markdown.cc.  Pure; bounded whatever the bytes: aliases are passed
// over, never expanded.
#ifndef ARCHIVE_INDEXER_READERS_FRONT_MATTER_H_
#define ARCHIVE_INDEXER_READERS_FRONT_MATTER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

inline constexpr std::size_t kMaxFrontMatterBytes = std::size_t{256} << 10;
inline constexpr std::size_t kMostFrontFields = 1000;  // and values of one

// "tags: [war, peace]"; of objects in it ("author: {name: Jane Doe}") the name.
struct FrontField {
  std::string name;
  std::vector<std::string> values;
};
using FrontFields = std::vector<FrontField>;

enum class FrontKind : unsigned char {
  kYaml,   // Jekyll, Hugo, Eleventy
  kToml,   // Hugo, Zola
  kLines,  // Pelican, MultiMarkdown: "Title: …" up to a blank line
};

struct FrontMatter {
  FrontKind kind;
  std::string_view text;  // without its marks
  std::string_view rest;  // what stands below it
};

// nullopt where there is none, or it has no end within its limit.
std::optional<FrontMatter> SplitFrontMatter(std::string_view text);

// Its fields, in their order.  Of what is no YAML ("title: Rome: a fall") the
// lines of the form "name: value".
FrontFields FrontFieldsOf(const FrontMatter& front);

// What reads the kinds; nullopt for what is no YAML.
std::optional<FrontFields> YamlFields(std::string_view yaml);
FrontFields TomlFields(std::string_view toml);

// Whether the fields of an object by this name are a page's own:
// "[taxonomies]", "params:".
bool HoldsFrontFields(std::string_view name);

// Appends a value; passed over beyond kMostFrontFields.
void AddFrontValue(std::string_view name, std::string value,
                   FrontFields& fields);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_FRONT_MATTER_H_
