#include "indexer/librarian_files.h"

#include "common/file_system.h"
#include "common/index/index_layout.h"
#include "common/text/rule_lines.h"

namespace archive {

Result<std::string> ReadLibrarianFile(const std::string& index,
                                      std::string_view name) {
  RETURN_IF_ERROR(ReadStub(index));
  const std::string path = index + '/' + std::string(name);
  if (!FileExists(path)) return std::string();
  return ReadRegularFile(path);
}

Status WriteLibrarianFile(const std::string& index, std::string_view name,
                          std::string_view text) {
  return ReplaceFile(index + '/' + std::string(name), text);
}

std::string WithLine(std::string text, std::string_view line) {
  if (!text.empty() && text.back() != '\n') text += '\n';
  text += line;
  return text + '\n';
}

std::string WithoutLines(
    std::string_view text,
    const std::function<bool(std::string_view line)>& goes) {
  std::string kept;
  while (!text.empty()) {
    std::string_view rest = text;
    const bool is_gone = goes(WithoutUtf8Mark(TakeLine(rest)));
    if (!is_gone) kept += text.substr(0, text.size() - rest.size());
    text = rest;
  }
  return kept;
}

}  // namespace archive
