#include "indexer/readers/html_byline.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/dates/date_scanner.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_title.h"

namespace archive {
namespace {

constexpr std::size_t kLongestName = 80;
constexpr std::size_t kMostAuthors = 20;

// Accounts that content systems sign with when nobody else did.
constexpr auto kNobody = std::to_array<std::string_view>(
    {"admin", "administrator",  "editor",      "webmaster",
     "staff", "redaktion",      "author",      "guest",
     "user",  "superuser",      "root",        "web",
     "news",  "unknown",        "null",        "undefined",
     "none",  "editorial team", "the editors", "newsroom"});

// What stands behind a name on a byline.
constexpr auto kBehindNames = std::to_array<std::string_view>(
    {" | ", " • ", " · ", " // ", " for ", " on ", ", for ", " — ", " – ", " (",
     " at ", " Posted", " Published", " Updated", " is a ", " in "});

constexpr auto kRoles = std::to_array<std::string_view>(
    {"reporter",   "writer",      "editor",   "correspondent", "columnist",
     "journalist", "contributor", "producer", "critic",        "analyst",
     "anchor",     "chief",       "director", "photographer",  "staff",
     "author",     "blogger",     "fellow",   "professor",     "redakteur",
     "journaliste"});

bool IsRole(std::string_view part) {
  std::string last;
  for (const char c : part.substr(part.rfind(' ') + 1)) last += Lower(c);
  return std::find(kRoles.begin(), kRoles.end(), last) != kRoles.end();
}

bool IsName(std::string_view name, std::string_view site) {
  if (name.size() < 2 || name.size() > kLongestName) return false;
  if (name.find("http") != std::string_view::npos ||
      name.find("www.") != std::string_view::npos ||
      name.find_first_of("@/<>{}[]=_\\") != std::string_view::npos)
    return false;
  if (std::count_if(name.begin(), name.end(), IsDigit) > 2) return false;
  if (CountWords(name) > 7) return false;
  const std::string skeleton = Skeleton(name);
  if (skeleton.empty() || skeleton == Skeleton(site)) return false;
  return std::none_of(
      kNobody.begin(), kNobody.end(),
      [name](std::string_view nobody) { return SameLetters(nobody, name); });
}

// "By Jane Doe, Health Reporter | The Courier" → {"Jane Doe"}.
std::vector<std::string> NamesIn(std::string_view text, std::string_view site) {
  static constexpr auto kBefore = std::to_array<std::string_view>(
      {"Written by", "Posted by", "Published by", "Reported by", "Story by",
       "Author:", "Authors:", "Escrito por", "Publicado por",
       "Text:", "Autor:"});
  for (const std::string_view before : kBefore) {
    if (SameLetters(text.substr(0, before.size()), before))
      text.remove_prefix(before.size());
  }
  while (text.starts_with(' ') || text.starts_with(':')) text.remove_prefix(1);
  for (const std::string_view behind : kBehindNames) {
    const std::size_t at = text.find(behind);
    if (at != std::string_view::npos && at > 0) text = text.substr(0, at);
  }
  std::vector<std::string> names;
  for (std::string name : NamesOfByline(text)) {
    // "Jane Doe, Staff Writer".
    while (name.rfind(',') != std::string::npos &&
           IsRole(std::string_view(name).substr(name.rfind(',') + 1)))
      name.erase(name.rfind(','));
    if (IsRole(name) && CountWords(name) > 1 && !names.empty()) continue;
    if (IsName(name, site)) names.push_back(std::move(name));
  }
  return names;
}

class Authors {
 public:
  explicit Authors(std::string_view site) : site_(site) {}

  void Add(std::string_view text) {
    for (std::string& name : NamesIn(text, site_)) {
      const bool is_new = std::none_of(
          names_.begin(), names_.end(),
          [&](const auto& other) { return Skeleton(other) == Skeleton(name); });
      if (is_new && names_.size() < kMostAuthors)
        names_.push_back(std::move(name));
    }
  }

  bool Found() const { return !names_.empty(); }
  std::vector<std::string> Names() && { return std::move(names_); }

 private:
  std::string_view site_;
  std::vector<std::string> names_;
};

bool IsBylineElement(const HtmlTree& tree, const HtmlNode& node) {
  if (node.name == "a" && tree.AttributeOf(node, "rel") == "author")
    return true;
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"byline", "author", "by-line", "writer", "reporter", "autor"});
  for (const std::string_view attribute : {"class", "id", "data-testid"}) {
    std::string value;
    for (const char c : tree.AttributeOf(node, attribute).substr(0, 200))
      value += Lower(c);
    for (const std::string_view word : kWords) {
      if (value.find(word) != std::string::npos) return true;
    }
  }
  return false;
}

// The first element that calls itself a byline and holds little else.
void AddShown(const HtmlTree& tree, Authors& authors) {
  constexpr std::size_t kMostTried = 40;
  std::size_t tried = 0;
  for (std::size_t i = 1; i < tree.size() && tried < kMostTried; ++i) {
    if (tree[i].IsText() || tree[i].name == "body" || tree[i].name == "html" ||
        !IsBylineElement(tree, tree[i]))
      continue;
    ++tried;
    if (tree[i].end - i > 40) continue;
    const std::string text = tree.TextOf(i);
    if (text.size() > 160) continue;
    authors.Add(text);
    if (authors.Found()) return;
  }
}

// Of what an author's element holds, the name is told best by itself.
std::string_view NameOf(const HtmlTree& tree, const HtmlMetadata& metadata,
                        const HtmlProperty& author) {
  for (const HtmlProperty& inside : metadata.properties) {
    if (inside.name == "name" && inside.element > author.element &&
        inside.element < tree[author.element].end && !inside.value.empty())
      return inside.value;
  }
  return author.value;
}

// Microdata and RDFa: all authors of the first item that has one.
void AddOfItem(const HtmlTree& tree, const HtmlMetadata& metadata,
               Authors& authors) {
  std::size_t item = 0;
  for (const std::string_view property : {"author", "creator"}) {
    for (const HtmlProperty* const author : metadata.PropertiesOf(property)) {
      if (authors.Found() && (item == 0 || author->item != item)) continue;
      authors.Add(NameOf(tree, metadata, *author));
      item = author->item;
    }
  }
}

}  // namespace

std::vector<std::string> AuthorsOf(const HtmlTree& tree,
                                   const HtmlMetadata& metadata,
                                   std::string_view site) {
  Authors authors(site);
  if (const LinkedItem* const article = metadata.Article()) {
    for (const std::string& name : article->authors) authors.Add(name);
  }
  for (const std::string_view meta :
       {"author", "article:author", "parsely-author", "sailthru.author",
        "dc.creator", "dcterms.creator", "citation_author", "byl",
        "article:author_name", "cxenseparse:author", "dc.contributor"}) {
    if (authors.Found()) break;
    for (const std::string_view value : metadata.AllMetas(meta))
      authors.Add(value);
  }
  if (!authors.Found()) AddOfItem(tree, metadata, authors);
  if (!authors.Found()) AddShown(tree, authors);
  return std::move(authors).Names();
}

}  // namespace archive
