// What several threads find, in the order of the files.
#include "indexer/writing/reading_queue.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace archive {
namespace {

// A piece that tells one line.
ReadPiece Line(std::string text) {
  const std::uint64_t bytes = text.size();
  return {[text = std::move(text)](const NumberedSink& sink) {
            sink.rejection({"", text});
          },
          bytes};
}

std::string Name(std::size_t file, int piece) {
  return std::to_string(file) + "." + std::to_string(piece);
}

using ReadFile = std::function<void(ReadingQueue&, std::size_t)>;

std::vector<std::thread> StartReaders(ReadingQueue& queue, int count,
                                      const ReadFile& read) {
  std::vector<std::thread> readers;
  readers.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    readers.emplace_back([&queue, &read] {
      while (const auto file = queue.NextFile()) read(queue, *file);
    });
  }
  return readers;
}

void Join(std::vector<std::thread>& readers) {
  for (std::thread& reader : readers) reader.join();
}

std::vector<std::string> TakeFile(ReadingQueue& queue) {
  std::vector<std::string> lines;
  if (!queue.TakeOpening().IsRead()) return {"not read"};
  const NumberedSink sink = {
      .article = [](const NumberedArticle&) {},
      .rejection =
          [&](const Rejection& told) { lines.push_back(told.reason); }};
  while (const std::optional<ReadPiece> piece = queue.TakePiece())
    piece->tell(sink);
  lines.push_back(queue.TakeEnding().nature.format);
  return lines;
}

// Every third piece is left for later, every seventh file is not read.
void ReadByRule(ReadingQueue& queue, std::size_t file) {
  if (file % 7 == 6) return queue.Open(file, {.is_fresh = true});
  queue.Open(file, {});
  if (file % 5 == 1) queue.WaitForTurn(file);
  for (int i = 0; i < static_cast<int>(file % 11); ++i) {
    if (i % 3 == 1)
      queue.AddLater(file,
                     {100, [name = Name(file, i)] { return Line(name); }});
    else
      queue.Add(file, Line(Name(file, i)));
  }
  FileEnding ending;
  ending.nature.format = "end of " + std::to_string(file);
  queue.End(file, std::move(ending));
}

std::vector<std::string> ExpectedOf(std::size_t file) {
  if (file % 7 == 6) return {"not read"};
  std::vector<std::string> lines;
  for (int i = 0; i < static_cast<int>(file % 11); ++i)
    lines.push_back(Name(file, i));
  lines.push_back("end of " + std::to_string(file));
  return lines;
}

TEST(ReadingQueue, GivesFilesInTheirOrderHoweverManyReadThem) {
  constexpr std::size_t kFiles = 300;
  const ReadFile read = ReadByRule;
  for (const int threads : {1, 2, 8}) {
    // The second lets one piece wait, the third one file be ahead.
    for (const ReadAhead ahead :
         {ReadAhead{}, ReadAhead{10, 1}, ReadAhead{1, 1 << 20}}) {
      ReadingQueue queue(kFiles, ahead);
      std::vector<std::thread> readers = StartReaders(queue, threads, read);
      for (std::size_t file = 0; file < kFiles; ++file)
        EXPECT_EQ(TakeFile(queue), ExpectedOf(file)) << threads;
      Join(readers);
    }
  }
}

TEST(ReadingQueue, ReadersGoNoFartherAheadThanTheLimit) {
  constexpr std::size_t kFiles = 50;
  std::atomic<std::size_t> begun = 0;
  const ReadFile read = [&begun](ReadingQueue& queue, std::size_t file) {
    ++begun;
    queue.Open(file, {});
    queue.Add(file, Line("x"));
    queue.End(file, {});
  };
  ReadingQueue queue(kFiles, {.files = 4});
  std::vector<std::thread> readers = StartReaders(queue, 3, read);
  for (std::size_t file = 0; file < kFiles; ++file) {
    // The file that is taken, and those ahead.
    EXPECT_LE(begun, file + 4);
    TakeFile(queue);
  }
  Join(readers);
  EXPECT_EQ(begun, kFiles);
}

TEST(ReadingQueue, StoppingFreesWhoWaits) {
  std::atomic<int> ended = 0;
  const ReadFile read = [&ended](ReadingQueue& queue, std::size_t file) {
    queue.Open(file, {});
    queue.WaitForTurn(file);
    for (int i = 0; i < 5; ++i) queue.Add(file, Line("x"));
    queue.End(file, {});
    ++ended;
  };
  ReadingQueue queue(100, {.files = 100, .bytes = 1});
  std::vector<std::thread> readers = StartReaders(queue, 4, read);
  EXPECT_TRUE(queue.TakeOpening().IsRead());
  queue.Stop();
  Join(readers);
  EXPECT_LE(ended, 4);
}

}  // namespace
}  // namespace archive
