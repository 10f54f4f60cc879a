// Extraction alone, in one process: what bench/pages_a_second.py tells beside
// what `archive-index read` takes.
//
// page_benchmark DIR... [--benchmark_…]: the files of each directory are a
// benchmark, called after it.  What is timed is all of a reader's work: which
// format a file has, the page's tree, its text, title, names and dates.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "indexer/readers/reader.h"

namespace archive {
namespace {

struct Page {
  std::string name;
  std::string bytes;
};

std::vector<Page> PagesIn(const std::string& directory) {
  std::vector<Page> pages;
  for (const auto& file : std::filesystem::directory_iterator(directory)) {
    std::ifstream in(file.path(), std::ios::binary);
    pages.push_back({.name = file.path().filename(),
                     .bytes = {std::istreambuf_iterator<char>(in), {}}});
  }
  return pages;
}

void Extract(benchmark::State& state, const std::vector<Page>& pages) {
  std::size_t articles = 0;
  const ArticleSink sink = {.article =
                                [&articles](Article article) {
                                  benchmark::DoNotOptimize(article);
                                  ++articles;
                                },
                            .rejection = [](const Rejection& /*rejection*/) {}};
  for ([[maybe_unused]] auto _ : state) {
    articles = 0;
    for (const Page& page : pages) {
      const Detection detected = DetectFormat(page.name, page.bytes);
      // What is no article costs time, too.
      if (detected.format != nullptr)
        benchmark::DoNotOptimize(detected.format->read(
            {.path = page.name, .bytes = page.bytes}, {}, sink));
    }
  }
  state.counters["articles"] = static_cast<double>(articles);
  state.SetItemsProcessed(static_cast<std::int64_t>(pages.size()) *
                          state.iterations());
}

int Main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    const std::vector<Page> pages = PagesIn(argv[i]);
    benchmark::RegisterBenchmark(
        std::filesystem::path(argv[i]).filename().c_str(),
        [pages](benchmark::State& state) { Extract(state, pages); })
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace archive

int main(int argc, char** argv) {
  return archive::Main(argc, argv);
}
