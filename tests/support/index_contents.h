// Everything that an index says about each article, as text: what two indexes
// are compared by.  Which segment holds an article, its docid and the
// generation in which it came are left out.
#ifndef ARCHIVE_TESTS_SUPPORT_INDEX_CONTENTS_H_
#define ARCHIVE_TESTS_SUPPORT_INDEX_CONTENTS_H_

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "common/index/index_layout.h"
#include "common/index/mention_list.h"
#include "common/index/open_index.h"
#include "indexer/writing/files_table.h"
#include "tests/support/copy_groups.h"

namespace archive {

inline std::string TokensOf(const Segment& segment, DocId doc) {
  std::string text;
  TokenReader reader = segment.tokens().Read(doc);
  while (!reader.AtEnd()) {
    if (reader.AtMark()) {
      text += fmt::format("<{:x}> ", reader.TakeMark());
      continue;
    }
    const WordRank rank = segment.vocabulary().RankOf(reader.TakeWord());
    text += segment.vocabulary().WordAt(rank);
    if (reader.letter_case() != LetterCase::kSmall)
      text += fmt::format("^{}", static_cast<int>(reader.letter_case()));
    text += ' ';
  }
  return text;
}

inline std::string ColumnsOf(const Segment& segment, DocId doc) {
  const ColumnRow row = segment.columns().RowOf(doc);
  std::string text = fmt::format(
      "length {} words {} day {} precision {} at {} sure {} modified {} added "
      "{}\n",
      row.length, row.words, row.first_day, static_cast<int>(row.precision),
      row.published, row.confidence, row.modified, row.added);
  text += fmt::format("fingerprint {:04x}\n", fmt::join(row.fingerprint, " "));
  for (const DateMention& mention :
       DecodeMentions(segment.columns().MentionsOf(doc)))
    text += fmt::format(
        "speaks of {}..{} part {} bytes {}-{} {}{} sure {}\n",
        mention.days.first, mention.days.last, mention.part,
        mention.bytes.begin, mention.bytes.end, NameOf(mention.source),
        mention.in_range ? " in a range" : "", mention.confidence);
  for (const Field& field : kFields) {
    if (!field.facetable) continue;
    const FacetColumn& facet = segment.columns().FacetOf(field.id);
    for (const Ordinal ordinal : facet.Of(doc))
      text += fmt::format("{}={}\n", field.name, facet.ValueAt(ordinal));
  }
  return text;
}

// By docid: record, terms with their wdf, values.  Gathered from the postings,
// since articles have no lists of their terms.
inline std::map<Xapian::docid, std::string> DocumentsOf(
    const Segment& segment) {
  const Xapian::Database& database = segment.database();
  std::map<Xapian::docid, std::string> documents;
  const auto all = database.postlist_end("");
  for (auto at = database.postlist_begin(""); at != all; ++at)
    documents[*at] = *segment.RecordBytes(*at);
  for (auto t = database.allterms_begin(); t != database.allterms_end(); ++t) {
    const auto end = database.postlist_end(*t);
    for (auto at = database.postlist_begin(*t); at != end; ++at)
      documents[*at] += fmt::format("{}:{} ", *t, at.get_wdf());
  }
  for (auto& [doc, text] : documents) text += "\n";
  std::vector<Slot> slots = {kSortSlot};
  for (const Field& field : kFields) {
    if (field.slot != kNoSlot) slots.push_back(field.slot);
  }
  std::sort(slots.begin(), slots.end());
  for (const Slot slot : slots) {
    const auto end = database.valuestream_end(slot);
    for (auto at = database.valuestream_begin(slot); at != end; ++at)
      documents[at.get_docid()] += fmt::format("{}={}\n", slot, *at);
  }
  return documents;
}

// What the vocabulary says of its words, added up over the segments; right only
// where nothing is removed.
inline std::map<std::string, std::uint64_t> WordCountsOf(
    const OpenIndex& index) {
  std::map<std::string, std::uint64_t> counts;
  for (const Segment& segment : index.segments()) {
    const Vocabulary& vocabulary = segment.vocabulary();
    for (WordRank rank = 0; rank < vocabulary.size(); ++rank) {
      const std::string word(vocabulary.WordAt(rank));
      counts[word + " articles"] += vocabulary.ArticlesWith(rank);
      counts[word + " occurrences"] += vocabulary.OccurrencesOf(rank);
    }
  }
  return counts;
}

// What Xapian says of a segment as a whole is what its columns add up to.
inline void ExpectSumsOf(const Segment& segment) {
  std::uint64_t articles = 0;
  std::uint64_t words = 0;
  std::uint64_t living_words = 0;
  for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
    if (!segment.columns().Holds(doc)) continue;
    ++articles;
    words += segment.columns().LengthOf(doc);
    if (segment.IsLive(doc)) living_words += segment.columns().LengthOf(doc);
  }
  EXPECT_EQ(segment.document_count(), articles);
  EXPECT_EQ(segment.total_length(), words);
  EXPECT_EQ(segment.live_length(), living_words);
}

using IndexContents = std::map<std::string, std::string>;  // by id

inline IndexContents ContentsOf(const OpenIndex& index) {
  IndexContents contents;
  for (const Segment& segment : index.segments()) {
    ExpectSumsOf(segment);
    const auto documents = DocumentsOf(segment);
    for (DocId doc = 1; doc <= segment.last_doc(); ++doc) {
      if (!segment.IsLive(doc)) continue;
      const std::string id(segment.columns().IdOf(doc));
      EXPECT_EQ(contents.count(id), 0U) << id << " is there twice";
      contents[id] =
          documents.at(doc) + ColumnsOf(segment, doc) + TokensOf(segment, doc);
    }
  }
  return contents;
}

inline IndexContents ContentsOf(const std::string& directory) {
  const Result<OpenIndex> index = OpenIndex::Open(directory);
  EXPECT_TRUE(index) << index.error().message;
  if (!index) return {};
  IndexContents contents = ContentsOf(*index);
  for (const CopyLevelRow& row : kCopyLevels) {
    for (const auto& group : CopyGroupsOf(*index, row.level)) {
      contents[fmt::format("{} copies of {}", row.name, group.front())] =
          fmt::format("{}", fmt::join(group, " "));
    }
  }
  const Result<FilesTable> files = ReadFilesTable(
      GenerationPath(directory, index->parts().front().generation.number) +
      "/files");
  EXPECT_TRUE(files);
  if (!files) return contents;
  for (const FileRow& row : *files) {
    contents["file " + std::to_string(row.root) + "/" + row.path] = fmt::format(
        "{} {} {} {} {} {} {} {} {}", row.stamp.size, row.stamp.mtime_ns,
        row.stamp.ctime_ns, row.stamp.inode, row.stamp.reading,
        static_cast<int>(row.outcome), row.articles, row.format, row.reason);
  }
  return contents;
}

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_INDEX_CONTENTS_H_
