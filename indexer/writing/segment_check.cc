#include "indexer/writing/segment_check.h"

#include <set>
#include <sstream>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "common/index/article_document.h"
#include "common/index/manifest.h"
#include "common/index/posting_lists.h"
#include "common/index/schema.h"
#include "common/index/segment.h"
#include "common/index/shingles.h"
#include "common/index/stored_record.h"
#include "common/index/xapian_guard.h"

namespace archive {
namespace {

constexpr std::size_t kMostFaults = 10;

// Holds what `tokens`, `columns`, `vocabulary` and `postings` say against
// Xapian's postings.
class ContentCheck {
 public:
  ContentCheck(const Segment& segment, std::vector<std::string>& faults)
      : segment_(segment),
        faults_(faults),
        articles_(segment.vocabulary().size()),
        occurrences_(segment.vocabulary().size()),
        difference_(std::size_t{segment.last_doc()} + 1) {}

  void Run() {
    std::uint32_t held = 0;
    for (DocId doc = 1; doc <= segment_.last_doc(); ++doc) {
      if (!segment_.columns().Holds(doc)) continue;
      ++held;
      CheckArticle(doc);
      if (faults_.size() >= kMostFaults) return;
    }
    if (held != segment_.database().get_doccount())
      Tell(fmt::format("columns hold {} articles, the postings {}", held,
                       segment_.database().get_doccount()));
    CheckPostings();
    CheckWords();
    CheckLists();
  }

 private:
  struct Words {
    std::unordered_map<WordRank, Xapian::termcount> in_text;
    std::set<std::string> of_fields;
    std::uint32_t length = 0;
  };

  void Tell(std::string fault) {
    if (faults_.size() < kMostFaults) faults_.push_back(std::move(fault));
  }

  Words ReadWords(DocId doc) const {
    Words words;
    std::string_view prefix;
    bool in_text = false;
    for (TokenReader reader = segment_.tokens().Read(doc); !reader.AtEnd();) {
      if (reader.AtMark()) {
        const TokenUnit mark = reader.TakeMark();
        if (!IsZoneMark(mark)) continue;
        prefix = PrefixOfZone(mark);
        in_text = IsTextZone(ZoneOf(mark));
        continue;
      }
      const WordRank rank = segment_.vocabulary().RankOf(reader.TakeWord());
      if (in_text) {
        ++words.in_text[rank];
        ++words.length;
      }
      if (!prefix.empty())
        words.of_fields.insert(std::string(prefix) + WordAt(rank));
    }
    return words;
  }

  std::string WordAt(WordRank rank) const {
    const Vocabulary& vocabulary = segment_.vocabulary();
    return rank < vocabulary.size() ? std::string(vocabulary.WordAt(rank))
                                    : std::string();
  }

  void CheckArticle(DocId doc) {
    Words words = ReadWords(doc);
    for (const auto& [rank, count] : words.in_text) {
      if (rank >= articles_.size()) continue;
      ++articles_[rank];
      occurrences_[rank] += count;
    }
    const std::string id(segment_.columns().IdOf(doc));
    if (words.length != segment_.columns().LengthOf(doc))
      Tell(fmt::format("{}: {} words in tokens, {} in columns", id,
                       words.length, segment_.columns().LengthOf(doc)));
    words.of_fields.insert(IdTerm(id));
    for (const auto& [rank, count] : words.in_text)
      difference_[doc] += PostingHash(WordAt(rank), count);
    for (const std::string& term : words.of_fields)
      difference_[doc] += PostingHash(term, 0);
    const Result<std::string> record = segment_.RecordBytes(doc);
    if (!record) {
      Tell(record.error().message);
    } else if (DecodeRecord(*record).id != id) {
      Tell(id + ": the stored record is another article's");
    }
  }

  // What an article is found by must be what its tokens say, no more and no
  // less.  Xapian keeps the articles of each term alone, so both sides are
  // added up by article.
  void CheckPostings() {
    TakeTerms("", [](std::string_view term, Xapian::termcount occurrences) {
      // Pairs of ideographs have none.
      return occurrences != 0 && !IsPrefix(term.front());
    });
    const auto any = [](std::string_view, Xapian::termcount) { return true; };
    for (const Field& field : kFields) {
      if (field.zone != Zone::kNone && !field.prefix.empty())
        TakeTerms(field.prefix, any);
    }
    TakeTerms(IdTerm(""), any);
    for (DocId doc = 1; doc <= segment_.last_doc(); ++doc) {
      if (difference_[doc] == 0) continue;
      Tell(fmt::format("{}: the postings have other words than its tokens",
                       segment_.columns().IdOf(doc)));
    }
  }

  static bool IsPrefix(char first) { return first >= 'A' && first <= 'Z'; }

  template <typename Counts>
  void TakeTerms(std::string_view prefix, const Counts& counts) {
    const Xapian::Database& database = segment_.database();
    const std::string begin(prefix);
    const auto end = database.allterms_end(begin);
    for (auto term = database.allterms_begin(begin); term != end; ++term) {
      const std::string text = *term;
      const auto last = database.postlist_end(text);
      for (auto at = database.postlist_begin(text); at != last; ++at) {
        if (*at < difference_.size() && counts(text, at.get_wdf()))
          difference_[*at] -= PostingHash(text, at.get_wdf());
      }
    }
  }

  static WordHash PostingHash(std::string_view term,
                              Xapian::termcount occurrences) {
    constexpr WordHash kOdd = 0x9e3779b97f4a7c15;
    return HashOfWord(term) * (kOdd + 2 * WordHash{occurrences});
  }

  void CheckWords() {
    const Vocabulary& vocabulary = segment_.vocabulary();
    for (WordRank rank = 0; rank < vocabulary.size(); ++rank) {
      const std::string word = WordAt(rank);
      Xapian::doccount articles = 0;
      Xapian::termcount occurrences = 0;
      if (occurrences_[rank] != 0) {
        articles = segment_.database().get_termfreq(word);
        occurrences = segment_.database().get_collection_freq(word);
      }
      const bool agrees = articles == articles_[rank] &&
                          occurrences == occurrences_[rank] &&
                          vocabulary.ArticlesWith(rank) == articles_[rank] &&
                          vocabulary.OccurrencesOf(rank) == occurrences_[rank];
      if (agrees) continue;
      Tell(fmt::format(
          "\"{}\": tokens have it in {} articles, the postings "
          "in {}, the vocabulary in {}",
          word, articles_[rank], articles, vocabulary.ArticlesWith(rank)));
    }
  }

  void CheckLists() {
    const Vocabulary& vocabulary = segment_.vocabulary();
    for (WordRank rank = 0; rank < vocabulary.size(); ++rank) {
      const bool has = segment_.postings().Has(vocabulary.CodeOf(rank));
      if (has ? IsListOf(rank) : vocabulary.ArticlesWith(rank) < kAlwaysPacked)
        continue;
      Tell(
          fmt::format("\"{}\": its packed postings are others than those "
                      "of the database",
                      WordAt(rank)));
    }
  }

  bool IsListOf(WordRank rank) const {
    const std::string word = WordAt(rank);
    PackedPostings packed(segment_.postings(),
                          segment_.vocabulary().CodeOf(rank));
    const auto end = segment_.database().postlist_end(word);
    for (auto at = segment_.database().postlist_begin(word); at != end; ++at) {
      if (packed.AtEnd() || packed.doc() != *at ||
          packed.Occurrences() != at.get_wdf())
        return false;
      packed.Next();
    }
    return packed.AtEnd();
  }

  const Segment& segment_;
  std::vector<std::string>& faults_;
  std::vector<Xapian::doccount> articles_;  // by rank
  std::vector<std::uint64_t> occurrences_;  // by rank
  // By docid: the terms that the tokens tell, less those of the postings.
  std::vector<WordHash> difference_;
};

// Xapian 1.4 deletes a table there under the size of its base, which changes
// nothing but AddressSanitizer's mind: the preset lets it.
Status CheckTables(const std::string& directory) {
  std::ostringstream said;
  const auto faults = GuardXapian("checking " + directory, [&] {
    return Xapian::Database::check(directory, 0, &said);
  });
  if (!faults) return faults.error();
  if (*faults == 0) return Ok();
  return Error{ErrorCode::kIndexDamaged,
               directory + ": Xapian's check finds it damaged"};
}

}  // namespace

SegmentCheck CheckSegment(const std::string& directory, SegmentNumber number,
                          const RemovedDocs& removed) {
  SegmentCheck check;
  const auto tell = [&check](const Error& error) {
    check.faults.push_back(error.message);
    return check;
  };
  if (const auto owner = CheckManifest(directory); !owner)
    return tell(owner.error());
  if (const Status tables = CheckTables(directory); !tables)
    return tell(tables.error());
  const Result<Segment> segment = Segment::Open(directory, number, removed);
  if (!segment) return tell(segment.error());
  check.live_articles = segment->live_count();
  const Status content = GuardXapian("checking " + directory, [&] {
    ContentCheck(*segment, check.faults).Run();
  });
  if (!content) return tell(content.error());
  return check;
}

}  // namespace archive
