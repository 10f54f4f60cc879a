// The configuration file of archive-index.  Part of the border to CLI11, which
// reads TOML.
//
// To add a key: a row in the table of cli_config.cc.
#ifndef ARCHIVE_INDEXER_CLI_CONFIG_H_
#define ARCHIVE_INDEXER_CLI_CONFIG_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/analysis/configuration.h"

namespace archive {

// The file that counts: `option` (what --config said), else the one that
// ARCHIVE_INDEX_CONFIG names, else archive-index.toml in the index directory,
// else archive-index/config.toml in $XDG_CONFIG_HOME or ~/.config; "" when none
// of these is there.  One that was named counts even if it is not there.
std::string ConfigurationFileFor(std::string_view option,
                                 const std::string& index);

// "2" or "0.5": a number of seconds; nothing for other texts.
std::optional<double> ParseSeconds(const std::string& text);

// "512M" or "2G": bytes of memory, binary, for a run; nothing for other texts
// and for less than a run can do with.
std::optional<std::uint64_t> ParseMemory(std::string_view text);
inline constexpr std::string_view kMemoryTexts =
    "a size such as 512M or 2G, 192M at least";

// What a file of TOML says; `path` is for messages.
//
//     json-fields = ["hl=title", "when=date"]
//     entities = "both"
//     settle = 5
//     memory = "2G"
//     log = "/var/log/archive-index.log"
//     name-rules = "/srv/newsroom/names"
//     pre-build = "mountpoint -q /srv/news"
//     post-build = "systemctl reload kiosk"
//     [fields]
//     headline_text = "title"
//
// Fails (kConfiguration): names the file and the key.
Result<Configuration> ParseConfiguration(std::string_view text,
                                         const std::string& path);

// Finds, reads and parses.
Result<Configuration> ReadConfiguration(std::string_view option,
                                        const std::string& index);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_CLI_CONFIG_H_
