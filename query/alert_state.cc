#include "query/alert_state.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include "common/file_system.h"
#include "common/user_configuration.h"

namespace archive {
namespace {

constexpr mode_t kLockMode = 0600;

template <typename Number>
bool ReadNumber(std::string_view text, Number& number) {
  const auto [end, code] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return code == std::errc() && end == text.data() + text.size();
}

std::vector<std::string_view> Columns(std::string_view line) {
  std::vector<std::string_view> columns;
  for (;;) {
    const std::size_t tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return columns;
    line.remove_prefix(tab + 1);
  }
}

bool ReadMoment(const std::vector<std::string_view>& columns, std::size_t at,
                AlertMoment& moment) {
  return ReadNumber(columns[at], moment.generation) &&
         ReadNumber(columns[at + 1], moment.instant);
}

std::string Written(const AlertMoment& moment) {
  return fmt::format("\t{}\t{}", moment.generation, moment.instant);
}

}  // namespace

Result<AlertState> AlertState::Open() {
  const std::string path = UserStatePath("alerts.tsv");
  if (path.empty())
    return Error{ErrorCode::kConfiguration,
                 "there is no place to note what was told",
                 "set XDG_STATE_HOME or HOME"};
  RETURN_IF_ERROR(MakeDirectories(path.substr(0, path.rfind('/'))));
  const std::string lock_path = path + ".lock";
  FileDescriptor lock(
      ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kLockMode));
  if (!lock.IsOpen()) return SystemError("cannot open", lock_path);
  if (::flock(lock.Number(), LOCK_EX | LOCK_NB) != 0)
    return Error{ErrorCode::kIndexLocked,
                 "another program is telling what is new",
                 "nothing was changed; try again when it is done"};
  AlertState state(path, std::move(lock));
  if (!FileExists(path)) return state;
  ASSIGN_OR_RETURN(const std::string text, ReadRegularFile(path));
  std::string_view rest = text;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const auto columns = Columns(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    constexpr std::size_t kWithPending = 6;
    AlertMark mark;
    AlertMoment pending;
    const bool has_pending = columns.size() == kWithPending;
    const bool is_sound = (columns.size() == 4 || has_pending) &&
                          ReadMoment(columns, 2, mark.told) &&
                          (!has_pending || ReadMoment(columns, 4, pending));
    if (!is_sound)
      return Error{
          ErrorCode::kConfiguration,
          fmt::format("{}:{}: this says not what was told", path, number),
          "take the line out: its search is watched anew then"};
    if (has_pending) mark.pending = pending;
    state.marks_[{std::string(columns[0]), std::string(columns[1])}] = mark;
  }
  return state;
}

const AlertMark* AlertState::Find(const std::string& index,
                                  const std::string& search) const {
  const auto at = marks_.find({index, search});
  return at == marks_.end() ? nullptr : &at->second;
}

Status AlertState::Set(const std::string& index, const std::string& search,
                       const AlertMark& mark) {
  marks_[{index, search}] = mark;
  std::string text;
  for (const auto& [key, row] : marks_) {
    text += fmt::format("{}\t{}{}", key.first, key.second, Written(row.told));
    if (row.pending) text += Written(*row.pending);
    text += '\n';
  }
  return ReplaceFile(path_, text);
}

}  // namespace archive
