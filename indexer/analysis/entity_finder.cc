#include "indexer/analysis/entity_finder.h"

#include <algorithm>
#include <string>
#include <utility>

namespace archive {
namespace {

constexpr std::size_t kLongestPlace = 6;  // in tokens

bool IsCapital(std::string_view token) {
  return !token.empty() && token[0] >= 'A' && token[0] <= 'Z';
}

// The tokens as a text, 's joined to what is before it.
std::string Joined(std::span<const std::string_view> tokens) {
  std::string text;
  for (const std::string_view token : tokens) {
    if (!text.empty() && token != "'s" && token != "\u2019s") text += ' ';
    text += token == "\u2019s" ? "'s" : token;
  }
  return text;
}

}  // namespace

// Republic of Korea is no Korea: only what the model took for places, or for
// nothing, gives way; of Republic of Korea Armed Forces it is a part.
void EntityFinder::AddKnownPlaces(std::vector<TokenSpan>& spans) const {
  const std::span<const std::string_view> tokens = tokens_.texts;
  std::vector<TokenSpan> known;
  std::size_t next = 0;  // the first span that does not end before `i`
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    while (next < spans.size() && spans[next].end <= i) ++next;
    if (next == spans.size()) break;
    // Only around a place that was found, or right before it.
    if (!IsCapital(tokens[i]) || spans[next].begin > i + kLongestPlace ||
        spans[next].kind != EntityKind::kPlace ||
        !model_.MayBeginPlace(tokens[i]))
      continue;
    for (std::size_t end = std::min(i + kLongestPlace, tokens.size());
         end > i + 1; --end) {
      if (end <= spans[next].begin || !IsCapital(tokens[end - 1])) continue;
      if (model_
              .CanonicalOf(EntityKind::kPlace,
                           Joined(tokens.subspan(i, end - i)))
              .empty())
        continue;
      known.push_back({i, end, EntityKind::kPlace, 1});
      i = end - 1;
      break;
    }
  }
  if (known.empty()) return;
  std::vector<TokenSpan> merged;
  for (const TokenSpan& span : spans) {
    const bool is_part = std::any_of(
        known.begin(), known.end(), [&span](const TokenSpan& place) {
          return place.begin < span.end && span.begin < place.end;
        });
    if (!is_part) merged.push_back(span);
  }
  merged.insert(merged.end(), known.begin(), known.end());
  std::sort(
      merged.begin(), merged.end(),
      [](const TokenSpan& a, const TokenSpan& b) { return a.begin < b.begin; });
  spans = std::move(merged);
}

std::vector<std::string> EntityFinder::PeoplesAround(
    const std::vector<TokenSpan>& spans) const {
  const std::span<const std::string_view> tokens = tokens_.texts;
  std::vector<std::string> peoples;
  auto next = spans.begin();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    while (next != spans.end() &&
           (next->end <= i || next->kind == EntityKind::kOther))
      ++next;
    if (!IsCapital(tokens[i]) || (next != spans.end() && next->begin <= i))
      continue;
    // South Koreans, before Koreans.
    for (std::size_t count = i + 1 < tokens.size() ? 2 : 1; count > 0;
         --count) {
      const std::string_view country =
          model_.places().CountryOfPeople(Joined(tokens.subspan(i, count)));
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
  AddKnownPlaces(spans);
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
