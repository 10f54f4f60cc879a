#include "query/alert_state.h"

#include <algorithm>
#include <array>
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

constexpr std::array<std::string_view, 2> kAskers = {"alerts", "reader"};

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
    if (!state.ReadLine(rest.substr(0, end)))
      return Error{
          ErrorCode::kConfiguration,
          fmt::format("{}:{}: this says not what was told", path, number),
          "take the line out: its search is watched anew then"};
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return state;
}

bool AlertState::ReadLine(std::string_view line) {
  std::vector<std::string_view> columns = Columns(line);
  if (columns.size() < 3) return false;
  const std::string index(columns[0]);
  const std::string search(columns[1]);
  columns.erase(columns.begin(), columns.begin() + 2);
  const auto* const asker =
      std::find(kAskers.begin(), kAskers.end(), columns.front());
  const bool is_of_both = asker == kAskers.end();
  if (!is_of_both) columns.erase(columns.begin());
  constexpr std::size_t kColumns = 2;
  const bool has_pending = columns.size() == 2 * kColumns;
  AlertMark mark;
  AlertMoment pending;
  if (!(columns.size() == kColumns || has_pending) ||
      !ReadMoment(columns, 0, mark.told) ||
      (has_pending && !ReadMoment(columns, kColumns, pending)))
    return false;
  if (is_of_both) marks_.try_emplace({index, search, Asker::kReader}, mark);
  if (has_pending) mark.pending = pending;
  marks_[{index, search,
          is_of_both ? Asker::kAlerts
                     : static_cast<Asker>(asker - kAskers.begin())}] = mark;
  return true;
}

const AlertMark* AlertState::Find(Asker asker, const std::string& index,
                                  const std::string& search) const {
  const auto at = marks_.find({index, search, asker});
  return at == marks_.end() ? nullptr : &at->second;
}

Status AlertState::Set(Asker asker, const std::string& index,
                       const std::string& search, const AlertMark& mark) {
  marks_[{index, search, asker}] = mark;
  std::string text;
  for (const auto& [key, row] : marks_) {
    const auto& [of_index, of_search, of] = key;
    text +=
        fmt::format("{}\t{}\t{}{}", of_index, of_search,
                    kAskers[static_cast<std::size_t>(of)], Written(row.told));
    if (row.pending) text += Written(*row.pending);
    text += '\n';
  }
  return ReplaceFile(path_, text);
}

}  // namespace archive
