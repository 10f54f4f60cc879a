#include "query/matching/token_source.h"

#include <utility>

namespace archive {

namespace {

// The codes of the forms of all words in a segment.
std::vector<WordCode> CodesOf(const Segment& segment,
                              std::span<const StreamSource::QueryWord> words) {
  std::vector<WordCode> codes;
  for (const StreamSource::QueryWord& word : words) {
    for (const IndexedWord& form : word.forms) {
      codes.push_back(segment.vocabulary().CodeOf(form.rank));
    }
  }
  return codes;
}

}  // namespace

StreamSource::StreamSource(const Segment& segment,
                           const ArticleLanguages& languages,
                           std::span<const QueryWord> words)
    : segment_(segment),
      languages_(languages),
      word_count_(words.size()),
      finder_(CodesOf(segment, words)) {
  OpenValue();
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (const IndexedWord& form : words[word].forms) {
      const WordCode code = segment.vocabulary().CodeOf(form.rank);
      if (code >= kMaxWordCodes) continue;  // what a damaged stream reads as
      meanings_[code].push_back({static_cast<std::uint32_t>(word),
                                 form.languages, words[word].letters});
    }
  }
}

void StreamSource::Take(WordCode code, const TokenReader& reader,
                        LanguageMask language, WordPosition place) {
  const auto meanings = meanings_.find(code);
  if (meanings == meanings_.end()) return;
  for (const Meaning& meaning : meanings->second) {
    // An article of an unlisted language has no bit: only forms that count
    // everywhere count there.
    const bool counts = meaning.languages == kAnyLanguage ||
                        (meaning.languages & language) != 0;
    if (!counts) continue;
    if (meaning.letters && !IsWrittenSo(*meaning.letters, reader.letter_case()))
      continue;
    std::vector<WordPosition>& places =
        values_[value_count_].places[meaning.word];
    if (places.empty()) found_[value_count_].push_back(meaning.word);
    places.push_back(place);
  }
}

// Makes room for the words of a value that is empty to begin with.
void StreamSource::OpenValue() {
  if (values_.size() <= value_count_) {
    values_.emplace_back().places.resize(word_count_);
    found_.emplace_back();
  }
  for (const std::uint32_t word : found_[value_count_])
    values_[value_count_].places[word].clear();
  found_[value_count_].clear();
}

void StreamSource::CloseValue(Zone zone) {
  if (found_[value_count_].empty()) return;
  values_[value_count_].zone = zone;
  ++value_count_;
  OpenValue();
}

std::span<const ValueWords> StreamSource::Read(DocId doc) {
  if (doc != doc_) {
    doc_ = doc;
    value_count_ = 0;
    OpenValue();
    Scan(segment_.tokens().Read(doc), languages_.BitOf(doc));
  }
  return std::span(values_).first(value_count_);
}

void StreamSource::Scan(const TokenReader& reader, LanguageMask language) {
  Zone zone = Zone::kNone;
  WordPosition place;
  const auto take_mark = [&](TokenUnit mark) {
    if (mark == kParagraphMark) {
      ++place.position;
      ++place.paragraph;
      ++place.sentence;
    } else if (mark == kSentenceMark) {
      ++place.sentence;
    } else if (mark == kValueMark || IsZoneMark(mark)) {
      CloseValue(zone);
      place = {};
      if (IsZoneMark(mark)) zone = ZoneOf(mark);
    }
  };
  finder_.Walk(reader, [&](TokenReader& at, std::uint32_t passed) {
    place.position += passed;
    if (at.AtMark()) return take_mark(at.TakeMark());
    Take(at.TakeWord(), at, language, place);
    ++place.position;
  });
  CloseValue(zone);
}

const TextSource::SpecNumbers& TextSource::SpecsThatAccept(
    const std::string& word, std::string_view language) {
  const auto [known, is_new] = accepted_by_.try_emplace(word);
  for (std::size_t i = 0; is_new && i < specs_.size(); ++i) {
    if (acceptor_.Accepts(specs_[i], word, language))
      known->second.push_back(i);
  }
  return known->second;
}

TextValue TextSource::Read(Zone zone,
                           std::span<const std::string_view> paragraphs,
                           std::string_view language) {
  TextValue value;
  value.words.zone = zone;
  value.words.places.resize(specs_.size());
  accepted_by_.clear();
  std::vector<Word> words;
  std::vector<std::size_t> ends;
  WordPosition place;
  for (const std::string_view paragraph : paragraphs) {
    analyser_.Words(paragraph, words);
    if (asks_for_sentences_) sentences_.Cut(paragraph, language, ends);
    auto end = ends.begin();
    for (const Word& word : words) {
      while (end != ends.end() && word.span.begin >= *end) {
        ++end;
        ++place.sentence;
      }
      for (const std::size_t i : SpecsThatAccept(word.text, language)) {
        const std::optional<LetterPattern> letters = specs_[i].letters;
        if (!letters || IsWrittenSo(*letters, word.letter_case))
          value.words.places[i].push_back(place);
      }
      value.spans.push_back(word.span);
      ++place.position;
    }
    value.spans.emplace_back();
    ++place.position;
    ++place.paragraph;
    ++place.sentence;
  }
  return value;
}

}  // namespace archive
