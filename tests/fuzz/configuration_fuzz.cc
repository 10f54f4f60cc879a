// Reads any bytes as archive-index.toml.  What must hold for all of them: they
// are a configuration, or the error names the file and is that of a
// configuration.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/cli_config.h"
#include "tests/fuzz/fuzz_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using archive::Require;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string path = "archive-index.toml";
  const auto read = archive::ParseConfiguration(text, path);
  if (!read) {
    Require(read.error().code == archive::ErrorCode::kConfiguration,
            "an error of another kind");
    Require(read.error().message.starts_with(path + ": "),
            "an error that does not name the file");
    return 0;
  }
  for (const std::string* const where : {&read->run.log, &read->run.name_rules})
    Require(where->empty() || where->starts_with('/'), "no whole path");
  return 0;
}
