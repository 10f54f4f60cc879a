#include "query/language/saved_queries.h"

#include <algorithm>
#include <utility>

#include "query/language/characters.h"

namespace archive {
namespace {

bool IsNameCharacter(char c) {
  const auto code = static_cast<unsigned char>(c);
  return IsAsciiLetter(code) || IsDigit(code) || c == '_' || c == '-' ||
         c == '.';
}

bool IsComment(std::string_view line) {
  return line == "#" || line.starts_with("# ");
}

std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

bool EndsInEscape(std::string_view text) {
  const std::size_t last = text.find_last_not_of('\\');
  const std::size_t slashes =
      text.size() - (last == std::string_view::npos ? 0 : last + 1);
  return slashes % 2 == 1;
}

// Calls `use` with each line, its end left out.
template <typename Use>
void ForEachLine(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    use(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

bool IsSavedName(std::string_view name) {
  return !name.empty() && name.size() <= kMaxSavedName && name[0] != '-' &&
         name[0] != '.' &&
         std::all_of(name.begin(), name.end(), IsNameCharacter);
}

SavedQuery ReadSavedQuery(std::string_view bytes, std::string file) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  SavedQuery query = {.text = {}, .file = std::move(file)};
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
      bytes.find('\0') != std::string_view::npos) {
    query.fault = "this is no text in UTF-8";
    return query;
  }
  ForEachLine(bytes, [&query](std::string_view line) {
    if (IsComment(line)) {
      query.comments.append(line).append("\n");
    } else {
      query.text += line;
    }
    query.text += '\n';
  });
  // A line feed at the end would be a space behind the query.
  while (query.text.ends_with('\n')) query.text.pop_back();
  return query;
}

std::string OnOneLine(const SavedQuery& query) {
  std::string out;
  std::size_t blanks = 0;  // behind the last part, line feeds among them
  // A backslash at the end of a part escapes one blank; the others still part.
  ForEachLine(query.text, [&out, &blanks](std::string_view line) {
    if (const std::string_view part = Trimmed(line); !part.empty()) {
      const std::size_t before = line.find(part);
      if (!out.empty())
        out += EndsInEscape(out) && blanks + before > 1 ? "  " : " ";
      out += part;
      blanks = line.size() - before - part.size();
    }
    ++blanks;  // the line feed
  });
  if (EndsInEscape(out) && blanks > 1) out += ' ';
  return out;
}

}  // namespace archive
