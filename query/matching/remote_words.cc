#include "query/matching/remote_words.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/edit_distance.h"
#include "common/text/fold.h"
#include "common/text/stemmer.h"

namespace archive {
namespace {

std::size_t CharacterBytes(std::string_view text) {
  std::size_t n = std::min<std::size_t>(text.size(), 1);
  while (n < text.size() &&
         (static_cast<unsigned char>(text[n]) & 0xc0) == 0x80)
    ++n;
  return n;
}

std::string_view FirstCharacter(std::string_view text) {
  return text.substr(0, CharacterBytes(text));
}

Xapian::Query AnyOf(const std::vector<std::string>& terms) {
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

// Stemmers cut the ends of words; a few cut beginnings, too.
bool CutsBeginnings(const Stemmer& stemmer, std::string_view word) {
  return FirstCharacter(stemmer.Stem(word)) != FirstCharacter(word);
}

constexpr std::string_view kStemsBeginnings[] = {"ar", "ga", "id", "ta"};

bool MayCutBeginnings(std::string_view language) {
  return std::find(std::begin(kStemsBeginnings), std::end(kStemsBeginnings),
                   language) != std::end(kStemsBeginnings);
}

std::string_view RulesOf(std::string_view language) {
  return language.empty() ? std::string_view("en") : language;
}

}  // namespace

const RemoteWord& RemoteWords::Find(const FieldWord& word) {
  const std::string key = KeyOf(word);
  const auto known = words_.find(key);
  if (known != words_.end()) return known->second;
  return words_.emplace(key, Expand(word)).first->second;
}

RemoteWord RemoteWords::Expand(const FieldWord& word) {
  const WordSpec& spec = word.spec;
  RemoteWord found;
  switch (spec.match) {
    case WordMatch::kExact:
      found.terms = {TermOf(word.field, spec.text)};
      break;
    case WordMatch::kInflected:
      AddInflected(word, found);
      return found;
    case WordMatch::kPattern: {
      const bool has_beginning =
          !spec.pattern.empty() &&
          spec.pattern.front().kind == PatternPiece::Kind::kText;
      found.terms = Scan(
          word, has_beginning ? spec.pattern.front().text : std::string_view(),
          [&spec](std::string_view text) {
            return MatchesPattern(spec.pattern, text);
          });
      break;
    }
    case WordMatch::kFuzzy: {
      EditLimit limit(spec.text, spec.edits);
      found.terms =
          Scan(word, FirstCharacter(spec.text),
               [&limit](std::string_view text) { return limit.Accepts(text); });
      break;
    }
  }
  found.query = AnyOf(found.terms);
  return found;
}

// The word itself counts in every language; other forms in articles of the
// language in which they share its stem.
void RemoteWords::AddInflected(const FieldWord& word, RemoteWord& found) {
  const std::string prefix = TermOf(word.field, "");
  found.terms = {TermOf(word.field, word.spec.text)};
  std::vector<Xapian::Query> parts = {Xapian::Query(found.terms.front())};
  for (const std::string& language : Languages()) {
    const Stemmer stemmer(language);
    if (!stemmer.HasRules()) continue;
    std::vector<std::string> forms = FormsOfStem(
        prefix, language, word.spec.text, stemmer.Stem(word.spec.text));
    std::erase(forms, word.spec.text);
    if (forms.empty()) continue;
    for (std::string& form : forms) form = prefix + form;
    parts.emplace_back(Xapian::Query::OP_AND, AnyOf(forms),
                       InLanguage(language));
    found.terms.insert(found.terms.end(), forms.begin(), forms.end());
  }
  found.query = Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

// `like` is one of the forms, or the stem.
std::vector<std::string> RemoteWords::FormsOfStem(
    const std::string& field_prefix, const std::string& language,
    std::string_view like, const std::string& stem) {
  const Stemmer stemmer(language);
  const bool needs_all =
      MayCutBeginnings(language) || CutsBeginnings(stemmer, like);
  const std::vector<std::string>& words = WordsFrom(
      field_prefix, needs_all ? "" : std::string(FirstCharacter(like)));
  const auto [stems, is_new] = stems_.try_emplace({language, &words});
  if (is_new) {
    for (const std::string& word : words)
      stems->second.push_back(stemmer.Stem(word));
  }
  std::vector<std::string> forms;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (stems->second[i] == stem) forms.push_back(words[i]);
  }
  return forms;
}

// Pairs of ideographs are terms, but no words.
std::vector<std::string> RemoteWords::Scan(
    const FieldWord& word, std::string_view begin,
    const std::function<bool(std::string_view)>& accepts) {
  std::vector<std::string> terms;
  std::vector<Word> cut;
  for (const std::string& text :
       WordsFrom(TermOf(word.field, ""), std::string(begin))) {
    if (!accepts(text)) continue;
    analyser_.Words(text, cut);
    if (cut.size() <= 1) terms.push_back(TermOf(word.field, text));
  }
  return terms;
}

// Prefixes of fields are capitals, and words have none: they are asked for by
// their first bytes, so that ids do not come over the wire.
const std::vector<std::string>& RemoteWords::WordsFrom(
    const std::string& field_prefix, const std::string& begin) {
  const auto key = std::pair(field_prefix, begin);
  if (const auto known = lists_.find(key); known != lists_.end())
    return known->second;
  std::vector<std::string> words;
  std::vector<std::string> starts = {begin};
  if (field_prefix.empty() && begin.empty()) {
    starts.clear();
    for (int byte = 0x21; byte < 0xf8; ++byte) {
      const bool is_capital = byte >= 'A' && byte <= 'Z';
      const bool begins_none = byte > 0x7e && byte < 0xc2;
      if (!is_capital && !begins_none)
        starts.emplace_back(1, static_cast<char>(byte));
    }
  }
  for (const std::string& start : starts) {
    server_.EachTerm(field_prefix + start,
                     [&](std::string_view term, std::uint64_t) {
                       words.emplace_back(term.substr(field_prefix.size()));
                     });
  }
  return lists_.emplace(key, std::move(words)).first->second;
}

// "" stands for articles whose language is not known.
const std::vector<std::string>& RemoteWords::Languages() {
  if (knows_languages_) return languages_;
  const std::string prefix(FieldFor(FieldId::kLang).prefix);
  std::vector<std::string> languages;
  server_.EachTerm(prefix, [&](std::string_view term, std::uint64_t) {
    languages.emplace_back(term.substr(prefix.size()));
  });
  languages.emplace_back();
  languages_ = std::move(languages);
  knows_languages_ = true;
  return languages_;
}

Xapian::Query RemoteWords::InLanguage(const std::string& language) {
  const Field& field = FieldFor(FieldId::kLang);
  if (language.empty()) return Xapian::Query(PresenceTermOf(field));
  return Xapian::Query(std::string(field.prefix) + language);
}

std::uint64_t RemoteWords::ArticlesWith(const FieldWord& word) {
  const std::string key = KeyOf(word);
  if (const auto known = articles_.find(key); known != articles_.end())
    return known->second;
  const RemoteWord& found = Find(word);
  std::uint64_t articles = 0;
  if (word.spec.match == WordMatch::kPattern ||
      word.spec.match == WordMatch::kFuzzy) {
    for (const std::string& term : found.terms)
      articles += counts_.CountTerm(term, Hidden::kShown);
  } else if (found.terms.size() == 1) {
    articles = counts_.CountTerm(found.terms.front(), Hidden::kShown);
  } else {
    articles = counts_.Count(found.query, Hidden::kShown);
  }
  articles_.emplace(key, articles);
  return articles;
}

std::uint64_t RemoteWords::ArticlesOfStem(const std::string& rules,
                                          const std::string& stem) {
  const auto known = of_stems_.find({rules, stem});
  if (known != of_stems_.end()) return known->second;
  std::vector<Xapian::Query> languages;
  for (const std::string& language : Languages()) {
    if (RulesOf(language) == rules) languages.push_back(InLanguage(language));
  }
  std::uint64_t articles = 0;
  const std::vector<std::string> forms = FormsOfStem("", rules, stem, stem);
  if (!languages.empty() && !forms.empty()) {
    const Xapian::Query in_any(Xapian::Query::OP_OR, languages.begin(),
                               languages.end());
    articles = counts_.Count(
        Xapian::Query(Xapian::Query::OP_AND, AnyOf(forms), in_any),
        Hidden::kShown);
  }
  of_stems_.emplace(std::pair(rules, stem), articles);
  return articles;
}

std::vector<std::string> RemoteWords::TermsWith(
    const std::string& prefix,
    const std::function<bool(std::string_view)>& accepts) {
  std::vector<std::string> terms;
  server_.EachTerm(prefix, [&](std::string_view term, std::uint64_t) {
    if (accepts(term.substr(prefix.size()))) terms.emplace_back(term);
  });
  return terms;
}

}  // namespace archive
