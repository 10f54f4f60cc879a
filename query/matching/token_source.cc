#include "query/matching/token_source.h"

#include <string>
#include <unordered_map>
#include <utility>

namespace archive {

StreamSource::StreamSource(const Segment& segment,
                           const ArticleLanguages& languages,
                           std::span<const std::vector<IndexedWord>> forms)
    : segment_(segment),
      languages_(languages),
      word_count_(forms.size()),
      first_meaning_(segment.vocabulary().size(), 0) {
  value_.places.resize(word_count_);
  for (std::size_t word = 0; word < forms.size(); ++word) {
    for (const IndexedWord& form : forms[word]) {
      const WordCode code = segment.vocabulary().CodeOf(form.rank);
      if (code >= first_meaning_.size()) continue;
      if (first_meaning_[code] == 0) {
        meanings_.emplace_back();
        first_meaning_[code] = static_cast<std::uint32_t>(meanings_.size());
      }
      meanings_[first_meaning_[code] - 1].push_back(
          {static_cast<std::uint32_t>(word), form.languages});
    }
  }
}

void StreamSource::Take(WordCode code, LanguageMask language,
                        WordPosition place) {
  if (code >= first_meaning_.size() || first_meaning_[code] == 0) return;
  for (const Meaning& meaning : meanings_[first_meaning_[code] - 1]) {
    // An article of an unlisted language has no bit: only forms that count
    // everywhere count there.
    const bool counts = meaning.languages == kAnyLanguage ||
                        (meaning.languages & language) != 0;
    if (!counts) continue;
    value_.places[meaning.word].push_back(place);
    value_is_empty_ = false;
  }
}

void StreamSource::CloseValue(Zone zone) {
  if (value_is_empty_) return;
  value_.zone = zone;
  values_.push_back(std::exchange(value_, {}));
  value_.places.resize(word_count_);
  value_is_empty_ = true;
}

const std::vector<ValueWords>& StreamSource::Read(DocId doc) {
  values_.clear();
  const LanguageMask language = languages_.BitOf(doc);
  Zone zone = Zone::kNone;
  WordPosition place;
  TokenReader reader(segment_.tokens().Of(doc));
  while (!reader.AtEnd()) {
    if (!reader.AtMark()) {
      Take(reader.TakeWord(), language, place);
      ++place.position;
      continue;
    }
    const TokenUnit mark = reader.TakeMark();
    if (mark == kParagraphMark) {
      ++place.position;
      ++place.paragraph;
    } else if (mark == kValueMark || IsZoneMark(mark)) {
      CloseValue(zone);
      place = {};
      if (IsZoneMark(mark)) zone = ZoneOf(mark);
    }
  }
  CloseValue(zone);
  return values_;
}

TextValue ReadText(std::span<const std::string_view> paragraphs,
                   std::string_view language, std::span<const WordSpec> specs,
                   Analyser& analyser, WordAcceptor& acceptor) {
  TextValue value;
  value.words.places.resize(specs.size());
  std::vector<Word> words;
  WordPosition place;
  // Texts repeat their words; a word is asked about once.
  std::unordered_map<std::string, std::vector<std::size_t>> accepted_by;
  for (const std::string_view paragraph : paragraphs) {
    analyser.Words(paragraph, words);
    for (const Word& word : words) {
      const auto [known, is_new] = accepted_by.try_emplace(word.text);
      for (std::size_t i = 0; is_new && i < specs.size(); ++i) {
        if (acceptor.Accepts(specs[i], word.text, language))
          known->second.push_back(i);
      }
      for (const std::size_t i : known->second)
        value.words.places[i].push_back(place);
      value.spans.push_back(word.span);
      ++place.position;
    }
    value.spans.emplace_back();
    ++place.position;
    ++place.paragraph;
  }
  return value;
}

}  // namespace archive
