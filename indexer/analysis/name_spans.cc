#include "indexer/analysis/name_spans.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "indexer/analysis/name_words.h"
#include "indexer/analysis/organisation_names.h"
#include "indexer/analysis/person_names.h"

namespace archive {
namespace {

using Spans = std::vector<TokenSpan>;

constexpr std::size_t kLongestPlace = 6;  // in tokens

bool IsWord(std::string_view token, std::string_view folded) {
  return token.size() == folded.size() && FoldedWord(token) == folded;
}

bool IsAnd(std::string_view token) {
  return token == "and" || token == "&" || token == "AND";
}

// The article as the rules see it.
class Mender {
 public:
  Mender(const EntityModel& model, const TaggedTokens& tokens, Spans& spans)
      : model_(model), tokens_(tokens), spans_(spans) {}

  // Republic of Korea is no Korea: only what the model took for places, or for
  // nothing, gives way; of Republic of Korea Armed Forces it is a part.
  void AddKnownPlaces() {
    Spans known;
    std::size_t next = 0;  // the first span that does not end before `i`
    for (std::size_t i = 0; i + 1 < Count(); ++i) {
      while (next < spans_.size() && spans_[next].end <= i) ++next;
      if (next == spans_.size()) break;
      if (!BeginsWithCapital(Token(i)) || !model_.MayBeginPlace(Token(i)))
        continue;
      const TokenSpan* const place = PlaceFrom(next);
      // Only around a place that was found, or right before it.
      if (place == nullptr || place->begin > i + kLongestPlace) continue;
      const std::size_t end = EndOfKnownPlace(i, place->begin);
      if (end == i) continue;
      known.push_back({i, end, EntityKind::kPlace, 1});
      i = end - 1;
    }
    Put(known);
  }

  // Bank of England: what the tagger takes for a bank and a country.
  void JoinWhatOfJoins() {
    Spans joined;
    for (const TokenSpan& span : spans_) {
      if (span.kind == EntityKind::kOther) continue;
      const std::size_t of =
          span.begin - (span.begin > 0 && IsWord(Token(span.begin - 1), "the"));
      if (of < 2 || !IsWord(Token(of - 1), "of") ||
          !BeginsWithCapital(Token(of - 2)) ||
          !IsNamedBehindOf(FoldedWord(Token(of - 2))))
        continue;
      if (SentenceEnd(of - 2) < span.end) continue;
      const TokenSpan* const head = SpanAt(of - 2);
      if (head != nullptr && head->end != of - 1) continue;
      joined.push_back({head == nullptr ? of - 2 : head->begin, span.end,
                        EntityKind::kOrganisation, span.probability});
    }
    Put(joined);
  }

  // Food and Drug Administration, of which the tagger saw the last words.
  void AddKnownBeginnings() {
    static constexpr std::size_t kLongest = 4;
    Spans known;
    for (const TokenSpan& span : spans_) {
      if (span.kind != EntityKind::kOrganisation || span.begin < 2 ||
          !IsSmallWord(Token(span.begin - 1)))
        continue;
      for (std::size_t count = 2; count <= std::min(kLongest, span.begin);
           ++count) {
        const std::size_t begin = span.begin - count;
        if (SentenceEnd(begin) < span.end || !BeginsWithCapital(Token(begin)) ||
            !IsKnown(EntityKind::kOrganisation, begin, span.end))
          continue;
        known.push_back({begin, span.end, span.kind, span.probability});
        break;
      }
    }
    Put(known);
  }

  // Committee on Armed Services: a committee and a subject in capitals.
  void AddSubjects() {
    for (TokenSpan& span : spans_) {
      const std::size_t sentence_end = SentenceEnd(span.begin);
      if (span.kind != EntityKind::kOrganisation ||
          span.end + 1 >= sentence_end || Token(span.end) != "on" ||
          !IsNamedBehindOn(FoldedWord(Token(span.end - 1))))
        continue;
      const std::size_t begin =
          span.end + 1 + (Token(span.end + 1) == "the" ? 1 : 0);
      const std::size_t end = EndOfSubject(begin, sentence_end);
      if (end > begin) span.end = end;
    }
    DropInside();
  }

  // Moody's: a firm, where Moody would be a person.
  void AddPossessiveFirms() {
    for (TokenSpan& span : spans_) {
      if (span.end >= SentenceEnd(span.begin) ||
          !IsPossessive(Token(span.end)) ||
          !IsKnown(EntityKind::kOrganisation, span.begin, span.end + 1))
        continue;
      ++span.end;
      span.kind = EntityKind::kOrganisation;
    }
  }

  // Alex. Brown and Sons Inc: people who became a firm.
  void AddFirmsOfPeople() {
    Spans found;
    for (const TokenSpan& span : spans_) {
      if (span.kind != EntityKind::kPerson) continue;
      const std::size_t end = EndOfFirm(span.end, SentenceEnd(span.begin));
      if (end == span.end) continue;
      const bool has_initial = span.begin > 0 &&
                               BeginsWithCapital(Token(span.begin - 1)) &&
                               Token(span.begin - 1).ends_with('.') &&
                               SpanAt(span.begin - 1) == nullptr;
      found.push_back({span.begin - (has_initial ? 1 : 0), end,
                       EntityKind::kOrganisation, span.probability});
    }
    Put(found);
  }

  // Korean Peninsula: a people and a head, of which only one was seen.
  void AddLandmarks() {
    Spans found;
    for (std::size_t i = 1; i < Count(); ++i) {
      if (!BeginsWithCapital(Token(i)) || !BeginsWithCapital(Token(i - 1)) ||
          SentenceEnd(i - 1) <= i || !IsLandmark(FoldedWord(Token(i))))
        continue;
      const TokenSpan* const head = SpanAt(i);
      const TokenSpan* const before = SpanAt(i - 1);
      const bool is_apart = before == nullptr || before->end == i;
      const bool is_alone = head == nullptr || head->begin == i;
      if (!is_apart || !is_alone || (head != nullptr && head->end != i + 1) ||
          (head == nullptr && before == nullptr))
        continue;
      found.push_back({before == nullptr ? i - 1 : before->begin, i + 1,
                       EntityKind::kPlace,
                       std::max(ProbabilityOf(head), ProbabilityOf(before))});
    }
    Put(found);
  }

  // President Moon Jae-in: names behind a title, which the tagger passed over.
  void AddTitledPeople() {
    Spans found;
    for (std::size_t i = 0; i + 2 < Count(); ++i) {
      if (!BeginsWithCapital(Token(i)) ||
          !IsTitleOfPerson(FoldedWord(Token(i))))
        continue;
      const std::size_t end = EndOfPerson(i + 1, SentenceEnd(i));
      if (end > i + 2 && !IsHeadline(SentenceBegin(i), SentenceEnd(i)))
        found.push_back({i + 1, end, EntityKind::kPerson, kTitled});
    }
    Put(found);
  }

  // Supreme Court overturns: a headline goes on behind its first name.
  void CutAtVerbs() {
    for (TokenSpan& span : spans_) {
      if (span.kind != EntityKind::kOrganisation) continue;
      for (std::size_t i = span.begin + 1; i < span.end; ++i) {
        if (MayBeVerb(Token(i))) span.end = i;
      }
    }
  }

  // The House and the Senate are two, Trinidad and Tobago is one.
  void Split() {
    Spans apart;
    for (const TokenSpan& span : spans_) {
      const std::size_t at = PlaceToSplit(span);
      if (at == span.end) {
        apart.push_back(span);
        continue;
      }
      TokenSpan left = span;
      TokenSpan right = span;
      left.end = at;
      right.begin = at + 1 + (Token(at + 1) == "the" ? 1 : 0);
      apart.push_back(left);
      apart.push_back(right);
    }
    spans_ = std::move(apart);
  }

 private:
  static constexpr float kTitled = 0.8F;

  // Words of small letters that no name of an organisation holds.
  static bool MayBeVerb(std::string_view token) {
    static constexpr std::size_t kLeast = 5;
    return token.size() >= kLeast && token.ends_with('s') &&
           std::all_of(token.begin(), token.end(),
                       [](char c) { return c >= 'a' && c <= 'z'; });
  }

  static float ProbabilityOf(const TokenSpan* span) {
    return span == nullptr ? 0 : span->probability;
  }

  // Czech Republic: a people does not keep a place from being found behind it.
  const TokenSpan* PlaceFrom(std::size_t span) const {
    while (span < spans_.size() && spans_[span].kind == EntityKind::kOther)
      ++span;
    const bool is_place =
        span < spans_.size() && spans_[span].kind == EntityKind::kPlace;
    return is_place ? &spans_[span] : nullptr;
  }

  // Of headlines nearly every word has a capital, verbs among them.
  bool IsHeadline(std::size_t begin, std::size_t end) const {
    static constexpr std::size_t kLongestSmall = 3;  // for, and
    return std::none_of(
        tokens_.texts.begin() + static_cast<std::ptrdiff_t>(begin),
        tokens_.texts.begin() + static_cast<std::ptrdiff_t>(end),
        [](std::string_view token) {
          return token.size() > kLongestSmall && token[0] >= 'a' &&
                 token[0] <= 'z';
        });
  }

  std::size_t SentenceBegin(std::size_t i) const {
    const auto end = std::upper_bound(tokens_.sentence_ends.begin(),
                                      tokens_.sentence_ends.end(), i);
    return end == tokens_.sentence_ends.begin() ? 0 : *std::prev(end);
  }

  // At most three words that nothing else claims.
  std::size_t EndOfPerson(std::size_t begin, std::size_t sentence_end) const {
    static constexpr std::size_t kLongest = 3;
    std::size_t end = begin;
    while (end < std::min(begin + kLongest, sentence_end) &&
           BeginsWithCapital(Token(end)) && HasSmallLetter(Token(end)) &&
           SpanAt(end) == nullptr &&
           !IsNoName(EntityKind::kPerson, Token(end), model_.lexicon()))
      ++end;
    return end;
  }

  // Behind `and Sons`, `& Co`, `Inc`; `begin` when there is nothing like it.
  std::size_t EndOfFirm(std::size_t begin, std::size_t sentence_end) const {
    std::size_t end = begin;
    for (std::size_t i = begin; i < sentence_end; ++i) {
      if (BeginsWithCapital(Token(i)) &&
          (IsLegalForm(FoldedWord(Token(i))) || IsWord(Token(i), "sons")))
        end = i + 1;
      else if (!IsAnd(Token(i)) || i > end)
        break;
    }
    return end;
  }

  std::size_t Count() const { return tokens_.texts.size(); }
  std::string_view Token(std::size_t i) const { return tokens_.texts[i]; }

  bool IsKnown(EntityKind kind, std::size_t begin, std::size_t end) const {
    return end > begin &&
           !model_
                .CanonicalOf(kind, JoinedTokens(tokens_.texts.subspan(
                                       begin, end - begin)))
                .empty();
  }

  // `begin` when none begins there that reaches beyond `least`.
  std::size_t EndOfKnownPlace(std::size_t begin, std::size_t least) const {
    for (std::size_t end = std::min(begin + kLongestPlace, SentenceEnd(begin));
         end > begin + 1 && end > least; --end) {
      if (BeginsWithCapital(Token(end - 1)) &&
          IsKnown(EntityKind::kPlace, begin, end))
        return end;
    }
    return begin;
  }

  std::size_t SentenceEnd(std::size_t i) const {
    const auto end = std::upper_bound(tokens_.sentence_ends.begin(),
                                      tokens_.sentence_ends.end(), i);
    return end == tokens_.sentence_ends.end() ? Count() : *end;
  }

  const TokenSpan* SpanAt(std::size_t i) const {
    const auto at = std::partition_point(
        spans_.begin(), spans_.end(),
        [i](const TokenSpan& span) { return span.end <= i; });
    return at == spans_.end() || at->begin > i ? nullptr : &*at;
  }

  // Words with capitals, and `and` between them.  No people, places and days:
  // they are what the sentence goes on with.
  std::size_t EndOfSubject(std::size_t begin, std::size_t sentence_end) const {
    static constexpr std::size_t kLongest = 8;
    std::size_t end = begin;
    for (std::size_t i = begin; i < std::min(sentence_end, begin + kLongest);
         ++i) {
      const TokenSpan* const span = SpanAt(i);
      const bool is_subject =
          BeginsWithCapital(Token(i)) && HasSmallLetter(Token(i)) &&
          !IsNoName(EntityKind::kOrganisation, Token(i), model_.lexicon()) &&
          (span == nullptr || span->kind == EntityKind::kOrganisation ||
           span->kind == EntityKind::kOther);
      if (is_subject)
        end = i + 1;
      else if (end == begin || !IsAnd(Token(i)))
        break;
    }
    return end;
  }

  std::size_t PlaceToSplit(const TokenSpan& span) const {
    static constexpr std::size_t kLeast = 3;
    if (span.end - span.begin < kLeast) return span.end;
    for (std::size_t i = span.begin + 1; i + 1 < span.end; ++i) {
      const std::size_t right = i + 1 + (Token(i + 1) == "the" ? 1 : 0);
      if (IsAnd(Token(i)) && IsKnown(span.kind, span.begin, i) &&
          IsKnown(span.kind, right, span.end) &&
          !IsKnown(span.kind, span.begin, span.end))
        return i;
    }
    return span.end;
  }

  // In the place of all that they share a token with.  REQUIRES: in order.
  void Put(const Spans& added) {
    if (added.empty()) return;
    auto next = added.begin();
    std::erase_if(spans_, [&](const TokenSpan& span) {
      while (next != added.end() && next->end <= span.begin) ++next;
      return next != added.end() && next->begin < span.end;
    });
    spans_.insert(spans_.end(), added.begin(), added.end());
    std::sort(spans_.begin(), spans_.end(),
              [](const TokenSpan& a, const TokenSpan& b) {
                return a.begin < b.begin;
              });
    DropInside();
  }

  // Of spans that share a token the first one stays.
  void DropInside() {
    std::size_t end = 0;
    std::erase_if(spans_, [&end](const TokenSpan& span) {
      if (span.begin < end) return true;
      end = span.end;
      return false;
    });
  }

  const EntityModel& model_;
  const TaggedTokens& tokens_;
  Spans& spans_;
};

constexpr void (Mender::*kRules[])() = {
    &Mender::CutAtVerbs,       &Mender::AddKnownPlaces,
    &Mender::JoinWhatOfJoins,  &Mender::AddKnownBeginnings,
    &Mender::AddSubjects,      &Mender::AddPossessiveFirms,
    &Mender::AddFirmsOfPeople, &Mender::AddLandmarks,
    &Mender::AddTitledPeople,  &Mender::Split,
};

}  // namespace

void MendSpans(const EntityModel& model, const TaggedTokens& tokens,
               std::vector<TokenSpan>& spans) {
  Mender mender(model, tokens, spans);
  for (const auto rule : kRules) (mender.*rule)();
}

}  // namespace archive
