// main() of the test programs: each holds the tests of one folder, and runs
// those of the one file that ctest names, so that a crash ends one file's tests
// and there is one program to link instead of a hundred.
//
//   indexer_tests indexer/readers/byline_test.cc [GoogleTest's options]
//
// Without a file it runs them all.
#include <iostream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace {

// GoogleTest's filter for the tests that a file holds; empty if there are none.
std::string FilterOf(std::string_view file) {
  const testing::UnitTest& tests = *testing::UnitTest::GetInstance();
  std::string filter;
  for (int i = 0; i < tests.total_test_suite_count(); ++i) {
    const testing::TestSuite& suite = *tests.GetTestSuite(i);
    for (int j = 0; j < suite.total_test_count(); ++j) {
      const testing::TestInfo& test = *suite.GetTestInfo(j);
      if (!std::string_view(test.file()).ends_with(file)) continue;
      filter += std::string(suite.name()) + "." + test.name() + ":";
    }
  }
  return filter;
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc > 1) {
    const std::string filter = FilterOf("/" + std::string(argv[1]));
    if (filter.empty()) {
      std::cerr << argv[1] << ": no tests\n";
      return 2;
    }
    testing::GTEST_FLAG(filter) = filter;
  }
  return RUN_ALL_TESTS();
}
