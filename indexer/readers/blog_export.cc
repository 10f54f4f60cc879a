#include "indexer/readers/blog_export.h"

#include <algorithm>
#include <array>
#include <string>

namespace archive {
namespace {

struct PostType {
  std::string_view name;
  std::string_view reason;
};

// WordPress's own; what a site has invented may be articles.
constexpr auto kOtherTypes = std::to_array<PostType>({
    {"attachment", "a file of a blog's export"},
    {"nav_menu_item", "a menu of a blog's export"},
    {"revision", "an earlier version in a blog's export"},
    {"custom_css", "a part of a blog's design"},
    {"customize_changeset", "a part of a blog's design"},
    {"wp_template", "a part of a blog's design"},
    {"wp_template_part", "a part of a blog's design"},
    {"wp_global_styles", "a part of a blog's design"},
    {"wp_navigation", "a menu of a blog's export"},
    {"wp_block", "a part of a blog's design"},
    {"oembed_cache", "a part of a blog's design"},
    {"user_request", "a record of a blog's export"},
});

constexpr auto kUnpublished = std::to_array<std::string_view>(
    {"draft", "pending", "private", "auto-draft", "trash", "future"});

template <typename Rows>
bool Holds(const Rows& rows, std::string_view text) {
  return std::find(rows.begin(), rows.end(), text) != rows.end();
}

}  // namespace

std::string_view WhyNoPost(const XmlTree& tree, std::size_t item) {
  for (const std::size_t child : tree.ChildrenOf(item)) {
    if (tree[child].name == "wp:post_type") {
      const std::string type = tree.TextOf(child);
      for (const PostType& row : kOtherTypes) {
        if (row.name == type) return row.reason;
      }
    }
    constexpr std::string_view kKind = "/blogger/2008/kind#";
    const std::string term = tree.AttributeOf(child, "term");
    const std::size_t at = term.find(kKind);
    if (at == std::string::npos) continue;
    const std::string kind = term.substr(at + kKind.size());
    if (kind == "comment") return "a comment of a blog's export";
    if (kind != "post" && kind != "page") return "a part of a blog's design";
  }
  return {};
}

bool IsUnpublishedPost(const XmlTree& tree, std::size_t item) {
  for (std::size_t i = item; i < tree[item].end; ++i) {
    const std::string_view name = tree[i].name;
    if (name == "wp:status" && Holds(kUnpublished, tree.TextOf(i))) return true;
    if (LocalName(name) == "draft" && tree.TextOf(i) == "yes") return true;
  }
  return false;
}

}  // namespace archive
