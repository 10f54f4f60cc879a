// Queries in one process, warm: what bench/queries.py compares with peers.
//
// query_benchmark QUERIES INDEX... [--benchmark_…]: each line of the file
// QUERIES is a benchmark, "type/number".  A line is tab-separated: number,
// type, words, first and last day (YYYYMMDD, or nothing), facet (or "-").  What
// is timed is a whole answer: the text is read, all articles are counted, the
// ten best are found and their records read.
#include <cstddef>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "query/session.h"
#include "query/views.h"

namespace archive {
namespace {

struct BenchmarkQuery {
  std::string name;
  std::string text;
  QueryOptions options;
};

std::vector<std::string> Split(const std::string& line, char separator) {
  std::vector<std::string> parts(1);
  for (const char character : line) {
    if (character == separator) {
      parts.emplace_back();
    } else {
      parts.back() += character;
    }
  }
  return parts;
}

std::string TextOf(const std::string& type, const std::string& words) {
  if (type.starts_with("phrase")) return '"' + words + '"';
  const std::string_view between = type == "or3"     ? " OR "
                                   : type == "near2" ? " W/8 "
                                                     : " AND ";
  return fmt::format("{}", fmt::join(Split(words, ' '), between));
}

BenchmarkQuery QueryFrom(const std::string& line) {
  const std::vector<std::string> parts = Split(line, '\t');
  BenchmarkQuery query;
  query.name = parts.at(1) + '/' + parts.at(0);
  query.text = TextOf(parts.at(1), parts.at(2));
  if (!parts.at(3).empty())
    query.text += fmt::format(" AND date:{}..{}", parts[3], parts.at(4));
  if (parts.at(1) == "timeline") {
    query.text = "*";
    query.options.views.timeline =
        TimelineRequest{.unit = TimelineUnit::kMonth};
  }
  if (parts.at(1) == "newest") query.options.order = SortOrder::kNewest;
  if (parts.at(5) == "places")
    query.options.facets = {{.field = FieldId::kPlace}};
  if (parts.at(5) == "topics")
    query.options.facets = {{.field = FieldId::kTopic}};
  query.options.ranking = Ranking::kPlain;
  return query;
}

[[noreturn]] void Fail(std::string_view message) {
  std::cerr << "query_benchmark: " << message << '\n';
  std::exit(2);
}

void Run(benchmark::State& state, const BenchmarkQuery& query) {
  Result<std::unique_ptr<Session>> session = Session::Open(query.options);
  if (!session) Fail(session.error().message);
  // Warm: what is kept for later searches is made by the first two.
  for (int i = 0; i < 2; ++i) {
    if (!AskWithViews(**session, query.text)) Fail("no answer");
  }
  std::uint64_t total = 0;
  for ([[maybe_unused]] auto _ : state) {
    Result<Asked> asked = AskWithViews(**session, query.text);
    if (!asked || !asked->mistakes.empty()) Fail("a mistake in " + query.text);
    total = asked->answer.total;
    for (const Match& match : asked->answer.matches) {
      auto record = (*session)->searcher().RecordOf(match);
      benchmark::DoNotOptimize(record);
    }
  }
  state.counters["found"] = static_cast<double>(total);
}

int Main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc < 3) Fail("usage: query_benchmark QUERIES INDEX... [--benchmark_…]");
  std::ifstream file(argv[1]);
  for (std::string line; std::getline(file, line);) {
    BenchmarkQuery query = QueryFrom(line);
    query.options.indexes.assign(argv + 2, argv + argc);
    benchmark::RegisterBenchmark(
        query.name.c_str(),
        [query](benchmark::State& state) { Run(state, query); })
        ->Unit(benchmark::kMicrosecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace archive

int main(int argc, char** argv) {
  return archive::Main(argc, argv);
}
