#include "indexer/readers/web_address.h"

#include <string_view>

#include <gtest/gtest.h>

namespace archive {
namespace {

// The examples of RFC 3986, section 5.4, and bases that are none.
TEST(WebAddress, IsResolvedAsTheWebDoes) {
  constexpr std::string_view kBase = "http://a/b/c/d;p?q";
  const struct {
    std::string_view base, reference, address;
  } cases[] = {
      {kBase, "g:h", "g:h"},
      {kBase, "g", "http://a/b/c/g"},
      {kBase, "./g", "http://a/b/c/g"},
      {kBase, "g/", "http://a/b/c/g/"},
      {kBase, "/g", "http://a/g"},
      {kBase, "//g", "http://g"},
      {kBase, "?y", "http://a/b/c/d;p?y"},
      {kBase, "g?y", "http://a/b/c/g?y"},
      {kBase, "#s", "http://a/b/c/d;p?q#s"},
      {kBase, "g?y/../x", "http://a/b/c/g?y/../x"},
      {kBase, ";x", "http://a/b/c/;x"},
      {kBase, "", "http://a/b/c/d;p?q"},
      {kBase, ".", "http://a/b/c/"},
      {kBase, "..", "http://a/b/"},
      {kBase, "../g", "http://a/b/g"},
      {kBase, "../../g", "http://a/g"},
      {kBase, "../../../g", "http://a/g"},
      {kBase, "g/../h", "http://a/b/c/h"},
      {"http://a", "g", "http://a/g"},
      {"", "g", "g"},
      {"relative/base", "g", "g"},
  };
  for (const auto& [base, reference, address] : cases)
    EXPECT_EQ(ResolveAddress(base, reference), address) << reference;
}

}  // namespace
}  // namespace archive
