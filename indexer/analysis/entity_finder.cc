#include "indexer/analysis/entity_finder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/analysis/name_spans.h"
#include "indexer/analysis/name_words.h"

namespace archive {

std::vector<std::string> EntityFinder::PeoplesAround(
    const std::vector<TokenSpan>& spans) const {
  const std::span<const std::string_view> tokens = tokens_.texts;
  std::vector<std::string> peoples;
  auto next = spans.begin();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    while (next != spans.end() &&
           (next->end <= i || next->kind == EntityKind::kOther))
      ++next;
    if (!BeginsWithCapital(tokens[i]) ||
        (next != spans.end() && next->begin <= i))
      continue;
    // South Koreans, before Koreans.
    for (std::size_t count = i + 1 < tokens.size() ? 2 : 1; count > 0;
         --count) {
      const std::string_view country = model_.places().CountryOfPeople(
          JoinedTokens(tokens.subspan(i, count)));
      if (country.empty()) continue;
      if (std::find(peoples.begin(), peoples.end(), country) == peoples.end())
        peoples.emplace_back(country);
      i += count - 1;
      break;
    }
  }
  return peoples;
}

FoundNames EntityFinder::Find(std::span<const std::string_view> texts,
                              std::string_view language) {
  if (language != "en") return foreign_.Find(language, texts);
  tokens_.Clear();
  parts_.clear();
  for (const std::string_view text : texts) {
    parts_.push_back(tokens_.texts.size());
    CutEntityTokens(text, tokens_);
  }
  std::vector<TokenSpan> spans =
      tagger_.Tag(tokens_.texts, tokens_.sentence_ends);
  MendSpans(model_, {tokens_.texts, tokens_.sentence_ends}, spans);
  std::vector<NameMention> mentions;
  std::size_t part = 0;
  for (const TokenSpan& span : spans) {
    if (span.kind == EntityKind::kOther) continue;
    while (part + 1 < parts_.size() && parts_[part + 1] <= span.begin) ++part;
    const Span bytes = {tokens_.spans[span.begin].begin,
                        tokens_.spans[span.end - 1].end};
    mentions.push_back(
        {.part = part,
         .bytes = bytes,
         .kind = span.kind,
         .probability = span.probability,
         .text = texts[part].substr(bytes.begin, bytes.end - bytes.begin),
         .name = kNoName});
  }
  FoundNames found = resolver_.Resolve(std::move(mentions));
  found.peoples = PeoplesAround(spans);
  return found;
}

}  // namespace archive
