#include "indexer/writing/version_candidate.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "common/text/fold.h"

namespace archive {

std::optional<VersionNumber> ReadVersion(std::string_view text) {
  VersionNumber numbers;
  for (;;) {
    std::uint32_t number = 0;
    const auto [end, code] =
        std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc()) return std::nullopt;
    numbers.push_back(number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty()) return numbers;
    if (text.front() != '.') return std::nullopt;
    text.remove_prefix(1);
  }
}

bool IsNumber(std::string_view uid) {
  return std::all_of(uid.begin(), uid.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

VersionCandidate VersionCandidate::From(const StoredRecord& record,
                                        CopyPlace place, Instant added) {
  const Article& article = record.article;
  VersionCandidate candidate = {
      .place = place,
      .id = record.id,
      .root = record.id.substr(0, record.id.find('/')),
      .uid = FoldValue(article.uid),
      .source = FoldValue(article.source),
      .replaces = FoldValue(article.replaces),
      .version = ReadVersion(article.version),
      .has_fleeting_uid =
          record.format == "iptc7901" || record.format == "anpa",
      .status = article.status,
      .added = added};
  if (article.embargoed_until)
    candidate.from = InstantOf(*article.embargoed_until);
  // Nobody knows until when: not before somebody does.
  if (!article.unread_embargo.empty()) candidate.from = kNoEnd;
  if (article.modified) {
    candidate.moment = InstantOf(*article.modified);
  } else if (article.published) {
    candidate.moment = InstantOf(article.published->when);
  }
  // It is withheld until then.
  if (candidate.status == Usability::kWithheld && article.embargoed_until)
    candidate.status = Usability::kUsable;
  return candidate;
}

// A kill of the same moment counts as the later word, whatever its file is
// called and whenever it came.
bool IsEarlier(const VersionCandidate& a, const VersionCandidate& b) {
  const bool a_ends = a.status == Usability::kCanceled;
  const bool b_ends = b.status == Usability::kCanceled;
  return std::tie(a.moment, a_ends, a.added, a.id) <
         std::tie(b.moment, b_ends, b.added, b.id);
}

bool MayBeOneStory(const VersionCandidate& a, const VersionCandidate& b) {
  return a.source.empty() || b.source.empty() || a.source == b.source;
}

}  // namespace archive
