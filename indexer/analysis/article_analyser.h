// Article → analysed article: a pure function but for the table that gives
// words their numbers.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ARTICLE_ANALYSER_H_
#define ARCHIVE_INDEXER_ANALYSIS_ARTICLE_ANALYSER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/dates/day.h"
#include "common/index/analysed_article.h"
#include "common/index/record_analysis.h"
#include "common/index/stored_record.h"
#include "common/index/word_table.h"
#include "indexer/analysis/article_names.h"
#include "indexer/analysis/corrections.h"
#include "indexer/analysis/entity_finder.h"

namespace archive {

// Where an article comes from and when it came.
struct Arrival {
  std::string id;
  std::string file;  // id of the file
  std::uint32_t record = 1;
  std::string_view format;
  Instant added = 0;
  std::uint32_t generation = 0;
  Corrections corrections = {};        // the librarian's
  std::vector<KeptVersion> kept = {};  // what it said before
};

// What cuts texts.  Threads: none; every thread has its own.
struct TextTools {
  // Names are found when there is a model, which must live as long.
  explicit TextTools(const EntityModel* entity_model = nullptr,
                     NameSources which = NameSources::kSourceFirst)
      : name_sources(which) {
    if (entity_model != nullptr) entities.emplace(*entity_model);
  }

  RecordTools texts;
  std::optional<EntityFinder> entities;
  NameSources name_sources;
};

AnalysedArticle AnalyseArticle(Article article, const Arrival& arrival,
                               TextTools& tools, WordTable& table);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ARTICLE_ANALYSER_H_
