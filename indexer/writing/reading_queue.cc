#include "indexer/writing/reading_queue.h"

#include <utility>

namespace archive {
namespace {

// Of what a piece holds beside what it says.
constexpr std::uint64_t kPieceBytes = 1024;

}  // namespace

bool ReadingQueue::MayClaim() const {
  if (next_ == files_) return false;
  return next_ == first_ ||
         (next_ - first_ < limits_.files && waiting_bytes_ < limits_.bytes);
}

bool ReadingQueue::HasRoomFor(std::size_t file) {
  return waiting_bytes_ < limits_.bytes ||
         (file == first_ && FileAt(file).pieces.empty());
}

bool ReadingQueue::ReadTask(Lock& lock) {
  if (tasks_.empty()) return false;
  Task task = std::move(tasks_.front());
  tasks_.pop_front();
  lock.unlock();
  ReadPiece read = task.read();
  read.bytes += kPieceBytes;
  // What it was read from.
  task.read = nullptr;
  lock.lock();
  waiting_bytes_ += read.bytes;
  waiting_bytes_ -= task.piece->read.bytes;
  *task.piece = {std::move(read), true};
  for_taker_.notify_one();
  return true;
}

template <typename Condition>
void ReadingQueue::WaitUsefully(Lock& lock, Condition condition) {
  while (!is_stopped_ && !condition()) {
    if (!ReadTask(lock)) for_readers_.wait(lock);
  }
}

std::optional<std::size_t> ReadingQueue::NextFile() {
  Lock lock(mutex_);
  const auto is_over = [this] {
    return next_ == files_ && in_reading_ == 0 && tasks_.empty();
  };
  WaitUsefully(lock,
               [&] { return tasks_.empty() && (MayClaim() || is_over()); });
  if (is_stopped_ || !MayClaim()) return std::nullopt;
  ++in_reading_;
  open_.emplace_back();
  return next_++;
}

void ReadingQueue::NoteReadingOver() {
  --in_reading_;
  // Behind the last file nobody waits for what it may leave for later.
  if (next_ == files_ && in_reading_ == 0) for_readers_.notify_all();
}

void ReadingQueue::Open(std::size_t file, FileOpening opening) {
  const Lock lock(mutex_);
  if (!opening.IsRead()) NoteReadingOver();
  FileAt(file).opening = std::move(opening);
  if (file == first_) for_taker_.notify_one();
}

void ReadingQueue::Add(std::size_t file, ReadPiece piece) {
  piece.bytes += kPieceBytes;
  Lock lock(mutex_);
  WaitUsefully(lock, [&] { return HasRoomFor(file); });
  waiting_bytes_ += piece.bytes;
  FileAt(file).pieces.push_back({std::move(piece), true});
  if (file == first_) for_taker_.notify_one();
}

void ReadingQueue::AddLater(std::size_t file, LaterReading later) {
  Lock lock(mutex_);
  WaitUsefully(lock, [&] { return HasRoomFor(file); });
  Piece& piece = FileAt(file).pieces.emplace_back();
  piece.read.bytes = later.bytes + kPieceBytes;
  waiting_bytes_ += piece.read.bytes;
  tasks_.push_back({&piece, std::move(later.read)});
  for_readers_.notify_one();
}

void ReadingQueue::WaitForTurn(std::size_t file) {
  Lock lock(mutex_);
  WaitUsefully(lock, [&] { return file == first_; });
}

void ReadingQueue::End(std::size_t file, FileEnding ending) {
  const Lock lock(mutex_);
  FileAt(file).ending = std::move(ending);
  NoteReadingOver();
  if (file == first_) for_taker_.notify_one();
}

void ReadingQueue::PopFile() {
  open_.pop_front();
  ++first_;
  for_readers_.notify_all();
}

FileOpening ReadingQueue::TakeOpening() {
  Lock lock(mutex_);
  for_taker_.wait(lock,
                  [this] { return !open_.empty() && open_.front().opening; });
  FileOpening opening = std::move(*open_.front().opening);
  if (!opening.IsRead()) PopFile();
  return opening;
}

std::optional<ReadPiece> ReadingQueue::TakePiece() {
  Lock lock(mutex_);
  OpenFile& file = open_.front();
  for_taker_.wait(lock, [&file] {
    return file.pieces.empty() ? file.ending.has_value()
                               : file.pieces.front().is_read;
  });
  if (file.pieces.empty()) return std::nullopt;
  ReadPiece piece = std::move(file.pieces.front().read);
  waiting_bytes_ -= piece.bytes;
  file.pieces.pop_front();
  for_readers_.notify_all();
  return piece;
}

FileEnding ReadingQueue::TakeEnding() {
  const Lock lock(mutex_);
  FileEnding ending = std::move(*open_.front().ending);
  PopFile();
  return ending;
}

void ReadingQueue::Stop() {
  const Lock lock(mutex_);
  is_stopped_ = true;
  for_readers_.notify_all();
}

}  // namespace archive
