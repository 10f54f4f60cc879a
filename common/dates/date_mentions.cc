#include "common/dates/date_mentions.h"

#include <algorithm>
#include <cstdlib>

#include "common/dates/date_resolver.h"
#include "common/dates/date_tense.h"

namespace archive {
namespace {

using Kind = DateTokenKind;

// A text whose years are mostly long gone tells history: almost all of some, or
// most of many.
constexpr int kSomeFarYears = 6;
constexpr int kFarForOneNear = 3;
constexpr int kManyFarYears = 12;
constexpr int kNearYears = 2;
// News says in its first sentences on which day it happened.
constexpr std::size_t kLeadSentences = 8;
// Tokens before a phrase that begins its sentence: "By late 1956".
constexpr std::size_t kLeadTokens = 2;

// Of "Tuesday" in a sentence that does not say whether it looks back.
constexpr std::uint8_t kUntensed = 75;

bool IsBareWeekday(const DatePhrase& phrase) {
  return phrase.base == DateBase::kPublication && phrase.weekday != kNotNamed &&
         phrase.direction == DateDirection::kByTense;
}

// Whether a verb would have said which day is meant, and none has.
bool HangsOnTense(const DatePhrase& phrase, Tense tense) {
  return (IsBareWeekday(phrase) && tense == Tense::kNone) ||
         (phrase.base == DateBase::kYearless && tense == Tense::kUnclear);
}

std::size_t TokensBefore(const std::vector<DateToken>& tokens,
                         std::size_t first) {
  std::size_t i = first;
  while (i > 0 && !tokens[i].starts_sentence && first - i <= kLeadTokens) --i;
  return first - i;
}

// The range that two mentions are the ends of; nothing when they are not in
// order.
std::optional<DateMention> RangeBetween(const DateMention& from,
                                        const DateMention& to) {
  if (from.days.first >= to.days.first || from.days.last >= to.days.last)
    return std::nullopt;
  DateMention range = to;
  range.bytes.begin = from.bytes.begin;
  range.days.first = from.days.first;
  range.source = std::max(from.source, to.source);
  range.confidence = std::min(from.confidence, to.confidence);
  return range;
}

}  // namespace

TextTime DateMentionFinder::TimeOf(std::optional<Day> published) const {
  TextTime time = {.published = published};
  if (!published) return time;
  int far = 0;
  int near = 0;
  bool is_news = false;
  for (const Found& found : found_) {
    const DatePhrase& phrase = found.phrase;
    // "Yesterday" and "Tuesday" are words of news.
    if (phrase.base == DateBase::kPublication)
      near += phrase.grain == Grain::kDay ? kFarForOneNear : 1;
    if (phrase.base == DateBase::kPublication && phrase.grain == Grain::kDay &&
        (phrase.weekday != kNotNamed || phrase.shift != 0))
      is_news = is_news || found.place.sentence <= kLeadSentences;
    if (phrase.base != DateBase::kWritten || phrase.by_place_alone) continue;
    const int distance = DateFrom(*published).year - phrase.year;
    ++(distance >= kNearYears ? far : near);
  }
  time.tells_history =
      !is_news && ((far >= kSomeFarYears && far >= near * kFarForOneNear) ||
                   (far >= kManyFarYears && far > near));
  return time;
}

std::vector<DateMention> DateMentionFinder::Find(
    std::span<const std::string_view> texts, std::optional<Day> published) {
  found_.clear();
  clubs_ = 0;
  sentence_ = 0;
  for (std::size_t part = 0; part < texts.size(); ++part)
    FindPhrases(texts[part], part);
  DateResolver resolver(TimeOf(published));
  std::vector<DateMention> mentions;
  std::optional<DateMention> open_range;
  for (const Found& found : found_) {
    const auto date = resolver.Resolve(found.phrase, found.place);
    const std::optional<DateMention> from = open_range;
    open_range.reset();
    if (!date) continue;
    DateMention mention = {.part = found.part,
                           .bytes = found.bytes,
                           .days = date->days,
                           .source = date->source,
                           .confidence = found.phrase.confidence};
    if (from) {
      if (const auto range = RangeBetween(*from, mention)) {
        mention.in_range = true;
        mentions.back().in_range = true;
        mentions.insert(mentions.end() - 1, *range);
      }
    }
    mentions.push_back(mention);
    AddEnds(found, mention, mentions);
    if (found.joins_next) open_range = mention;
  }
  return mentions;
}

void DateMentionFinder::AddEnds(const Found& found, const DateMention& range,
                                std::vector<DateMention>& mentions) {
  if (found.first_end == 0) return;
  DateMention end = range;
  end.in_range = true;
  end.bytes = {range.bytes.begin, found.first_end};
  const bool days = found.phrase.grain == Grain::kDay;
  end.days.last = days ? range.days.first
                       : DayFrom(DateFrom(range.days.first).year, 12, 31);
  mentions.push_back(end);
  end.bytes = {found.last_begin, range.bytes.end};
  end.days = range.days;
  end.days.first =
      days ? range.days.last : DayFrom(DateFrom(range.days.last).year, 1, 1);
  mentions.push_back(end);
}

void DateMentionFinder::FindPhrases(std::string_view text, std::size_t part) {
  CutDateTokens(text, tokens_);
  ++sentence_;
  const TokenWindow window(tokens_);
  const std::size_t first_found = found_.size();
  std::size_t sentence_at = 0;
  for (std::size_t i = 0; i < tokens_.size();) {
    NoteClub(i);
    if (tokens_[i].kind == Kind::kOther) {
      ++i;
      continue;
    }
    std::optional<DatePhrase> phrase = ReadWrittenPhrase(window, i);
    if (!phrase) phrase = ReadRelativePhrase(window, i);
    if (!phrase) {
      ++i;
      continue;
    }
    i = phrase->end;
    for (; sentence_at <= phrase->first; ++sentence_at)
      sentence_ += tokens_[sentence_at].starts_sentence ? 1 : 0;
    WidenPhrase(window, *phrase);
    AddPhrase(*phrase, part);
    i = std::max(i, phrase->end);
  }
  for (; sentence_at < tokens_.size(); ++sentence_at)
    sentence_ += tokens_[sentence_at].starts_sentence ? 1 : 0;
  JoinRanges(first_found);
}

// "Sheffield Wednesday": from then on "Wednesday" may be the club.
void DateMentionFinder::NoteClub(std::size_t i) {
  if (tokens_[i].kind != Kind::kWeekday || i == 0) return;
  const DateToken& before = tokens_[i - 1];
  if (before.kind == Kind::kName && before.value == 1 && before.capital)
    clubs_ |= 1U << static_cast<unsigned>(tokens_[i].value);
}

bool DateMentionFinder::IsClub(const DatePhrase& phrase) const {
  if (!IsBareWeekday(phrase)) return false;
  const bool named =
      (clubs_ >> static_cast<unsigned>(phrase.weekday) & 1U) != 0;
  return named &&
         (phrase.first == 0 || tokens_[phrase.first - 1].kind != Kind::kOn);
}

void DateMentionFinder::AddPhrase(DatePhrase phrase, std::size_t part) {
  // What is widened to the left may reach into the phrase before.
  if (!found_.empty() && found_.back().part == part)
    phrase.first = std::max(phrase.first, found_.back().phrase.end);
  if (IsClub(phrase)) return;
  const Tense tense = TenseAround(TokenWindow(tokens_), phrase);
  if (HangsOnTense(phrase, tense))
    phrase.confidence = std::min(phrase.confidence, kUntensed);
  Found found = {
      .phrase = phrase,
      .part = part,
      .bytes = {tokens_[phrase.first].begin, tokens_[phrase.end - 1].end},
      .place = {.tense = tense,
                .sentence = sentence_,
                .token = phrase.first,
                .leads = TokensBefore(tokens_, phrase.first) <= kLeadTokens}};
  if (phrase.last_day != 0 || phrase.last_year != 0) {
    found.first_end = tokens_[phrase.sign - 1].end;
    found.last_begin = tokens_[phrase.sign + 1].begin;
  }
  found_.push_back(found);
}

bool DateMentionFinder::IsRange(const DatePhrase& from,
                                const DatePhrase& to) const {
  if (from.end + 1 != to.first && from.end + 2 != to.first) return false;
  if (from.last_day != 0 || from.last_year != 0) return false;
  const auto absolute = [](DateBase base) {
    return base == DateBase::kWritten || base == DateBase::kYearless;
  };
  if (!absolute(from.base) || !absolute(to.base)) return false;
  const Kind between = tokens_[from.end].kind;
  // "tussen 1950 en 1953"
  if (from.end + 1 == to.first && tokens_[from.end].foreign && from.first > 0 &&
      tokens_[from.first - 1].kind == Kind::kBetween && between == Kind::kIn)
    return true;
  if (from.end + 2 == to.first &&
      (between != Kind::kTo || tokens_[from.end + 1].kind != Kind::kThe))
    return false;
  if (between == Kind::kDash || between == Kind::kTo) return true;
  return between == Kind::kAnd && from.first > 0 &&
         tokens_[from.first - 1].kind == Kind::kBetween;
}

// "April and June 1955", "August/September 1956"
bool DateMentionFinder::IsListed(const DatePhrase& from,
                                 const DatePhrase& to) const {
  if (from.end + 1 != to.first) return false;
  const Kind between = tokens_[from.end].kind;
  return between == Kind::kAnd || between == Kind::kSlash ||
         between == Kind::kComma || between == Kind::kDash ||
         between == Kind::kTo;
}

void DateMentionFinder::JoinRanges(std::size_t first_of_part) {
  for (std::size_t i = found_.size(); i-- > first_of_part + 1;) {
    DatePhrase& from = found_[i - 1].phrase;
    const DatePhrase& to = found_[i].phrase;
    if (IsRange(from, to)) found_[i - 1].joins_next = true;
    // The year behind the last one is the year of all.
    const auto months = [](const DatePhrase& phrase) {
      return phrase.month != 0 || phrase.part != kNotNamed;
    };
    if (from.base != DateBase::kYearless || to.base != DateBase::kWritten ||
        !months(from) || !months(to) || !IsListed(from, to))
      continue;
    from.base = DateBase::kWritten;
    from.year = from.month > to.month && to.month != 0 ? to.year - 1 : to.year;
  }
}

}  // namespace archive
