#include "query/id_file.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string_view>

#include "common/text/rule_lines.h"

namespace archive {

Result<std::vector<std::string>> ReadIdFile(const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file)
      return Error{ErrorCode::kNotFound,
                   "the file of ids cannot be read: " + path};
  }
  std::istream& in = path == "-" ? std::cin : file;
  const std::string bytes((std::istreambuf_iterator<char>(in)),
                          std::istreambuf_iterator<char>());
  if (in.bad())
    return Error{ErrorCode::kIo, "the file of ids could not be read: " + path};
  const char end = bytes.find('\0') == std::string::npos ? '\n' : '\0';
  std::vector<std::string> ids;
  std::string_view rest = WithoutUtf8Mark(bytes);
  while (!rest.empty()) {
    std::string_view id = rest.substr(0, rest.find(end));
    rest.remove_prefix(std::min(rest.size(), id.size() + 1));
    if (id.ends_with('\r')) id.remove_suffix(1);
    if (!id.empty()) ids.emplace_back(id);
  }
  return ids;
}

}  // namespace archive
