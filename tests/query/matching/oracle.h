// The query language against obvious code: random articles, random queries,
// and what a query means, spelt out over lists of words.
//
// Matches() is the definition of the language here; when the tool and it
// differ, read it first.
#ifndef ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_H_
#define ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_H_

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace archive::oracle {

// Words as they are written: "cat", "Cat", "CAT", and with a dot behind where
// a sentence ends.
struct Article {
  std::vector<std::string> title;
  std::vector<std::vector<std::string>> paragraphs;
  std::vector<std::string> caption;
  std::string topic;
  int year = 0;       // 0: undated
  int spoken_of = 0;  // a year that the text names; 0: none
};

// A word of a value: where it stands, in which paragraph, in which sentence of
// the value.
struct Token {
  std::string word;  // in small letters
  std::string letters;
  int position;
  int paragraph;
  int sentence;
};
struct Value {
  char zone;  // 't'itle, 'b'ody, 'c'aption
  std::vector<Token> tokens;
};

inline void AddWords(const std::vector<std::string>& words, int paragraph,
                     Value& value) {
  const auto lower = [](std::string word) {
    for (char& c : word) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return word;
  };
  const bool first = value.tokens.empty();
  // The break between paragraphs counts as a word.
  int position = first ? 0 : value.tokens.back().position + 2;
  int sentence = first ? 0 : value.tokens.back().sentence + 1;
  for (std::string word : words) {
    const bool ends_sentence = word.back() == '.';
    if (ends_sentence) word.pop_back();
    value.tokens.push_back(
        {lower(word), word, position++, paragraph, sentence});
    if (ends_sentence) ++sentence;
  }
}

inline std::vector<Value> ValuesOf(const Article& article) {
  std::vector<Value> values = {{'t', {}}, {'b', {}}, {'c', {}}};
  AddWords(article.title, 0, values[0]);
  int paragraph = 0;
  for (const auto& words : article.paragraphs)
    AddWords(words, paragraph++, values[1]);
  AddWords(article.caption, 0, values[2]);
  return values;
}

struct Query {
  enum class Kind {
    kWord,
    kExact,
    kCaps,
    kAllCaps,
    kWildcard,
    kFuzzy,
    kPhrase,
    kWindow,
    kTopic,
    kYear,
    kMentions,
    kHasTopic,
    kAll,
    kAnd,
    kOr,
    kNot,
    kNear,
    kSentence,
    kParagraph,
    kAtLeast
  };
  Kind kind = Kind::kAll;
  std::string field;               // of leaves; empty: text
  std::vector<std::string> words;  // of leaves
  int number = 0;                  // distance, year, times, edits
  bool ordered = false;
  bool by_name = false;  // NEAR and ADJ for W and PRE
  std::vector<Query> parts;
};

inline std::string Text(const Query& q) {
  using Kind = Query::Kind;
  const std::string field = q.field.empty() ? "" : q.field + ":";
  const auto join = [&q](const std::string& between) {
    std::string text;
    for (const Query& part : q.parts)
      text += (text.empty() ? "" : between) + Text(part);
    return "(" + text + ")";
  };
  std::string quoted;
  for (const std::string& word : q.words)
    quoted += (quoted.empty() ? "" : " ") + word;
  switch (q.kind) {
    case Kind::kWord:
      return field + q.words[0];
    case Kind::kExact:
      return field + "=" + q.words[0];
    case Kind::kCaps:
      return field + "caps(" + q.words[0] + ")";
    case Kind::kAllCaps:
      return field + "allcaps(" + q.words[0] + ")";
    case Kind::kWildcard:
      return field + q.words[0];
    case Kind::kFuzzy:
      return fmt::format("{}{}~{}", field, q.words[0], q.number);
    case Kind::kPhrase:
      return field + "\"" + quoted + "\"";
    case Kind::kWindow:
      return fmt::format("{}\"{}\"~{}", field, quoted, q.number);
    case Kind::kTopic:
      return "topic:" + q.words[0];
    case Kind::kYear:
      return fmt::format("date:{}..", q.number);
    case Kind::kMentions:
      return fmt::format("mentions:{}..", q.number);
    case Kind::kHasTopic:
      return "has:topic";
    case Kind::kAll:
      return "*";
    case Kind::kAnd:
      return join(" AND ");
    case Kind::kOr:
      return join(" OR ");
    case Kind::kNot:
      return "(NOT " + Text(q.parts[0]) + ")";
    case Kind::kNear:
      return join(fmt::format(
          " {}/{} ",
          q.ordered ? (q.by_name ? "ADJ" : "PRE") : (q.by_name ? "NEAR" : "W"),
          q.number));
    case Kind::kSentence:
      return join(" W/S ");
    case Kind::kParagraph:
      return join(" W/P ");
    case Kind::kAtLeast:
      return fmt::format("atleast{}({})", q.number, Text(q.parts[0]));
  }
  return {};
}

inline bool FitsWildcard(const std::string& asked, const std::string& word) {
  if (asked.empty()) return word.empty();
  const std::string rest = asked.substr(1);
  if (asked[0] == '*')
    return FitsWildcard(rest, word) ||
           (!word.empty() && FitsWildcard(asked, word.substr(1)));
  return !word.empty() && (asked[0] == '?' || asked[0] == word[0]) &&
         FitsWildcard(rest, word.substr(1));
}

// Insertions, deletions, replacements, and swaps of neighbours.
inline int Edits(const std::string& a, const std::string& b);
inline int CountEdits(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return static_cast<int>(a.size() + b.size());
  int least = std::min({Edits(a.substr(1), b) + 1, Edits(a, b.substr(1)) + 1,
                        Edits(a.substr(1), b.substr(1)) + (a[0] != b[0])});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    least = std::min(least, Edits(a.substr(2), b.substr(2)) + 1);
  return least;
}

inline int Edits(const std::string& a, const std::string& b) {
  static std::map<std::pair<std::string, std::string>, int> known;
  const auto found = known.find({a, b});
  if (found != known.end()) return found->second;
  return known[{a, b}] = CountEdits(a, b);
}

inline bool Accepts(const Query& q, const std::string& asked,
                    const Token& token) {
  const std::string& word = token.word;
  const auto is_capital = [&token](std::size_t i) {
    return token.letters[i] >= 'A' && token.letters[i] <= 'Z';
  };
  if (q.kind == Query::Kind::kCaps) return asked == word && is_capital(0);
  if (q.kind == Query::Kind::kAllCaps) return asked == word && is_capital(1);
  // "cat" and "cats" are the only inflected forms there are.
  const auto stem = [](std::string w) {
    if (w.back() == 's') w.pop_back();
    return w;
  };
  // Words of captions, asked for by that field, are not stemmed.
  if (q.kind == Query::Kind::kWord && q.field != "caption")
    return stem(asked) == stem(word);
  if (q.kind == Query::Kind::kFuzzy)
    return asked[0] == word[0] && Edits(asked, word) <= q.number;
  // In phrases, too.
  if (asked.ends_with('~'))
    return asked[0] == word[0] &&
           Edits(asked.substr(0, asked.size() - 1), word) <= 1;
  return FitsWildcard(asked, word);
}

inline bool IsIn(const Query& q, const Value& value, const Token& token) {
  if (q.field == "title") return value.zone == 't';
  if (q.field == "body") return value.zone == 'b';
  if (q.field == "lead") return value.zone == 'b' && token.paragraph == 0;
  if (q.field == "caption") return value.zone == 'c';
  return true;
}

using Place = std::set<int>;  // places in value.tokens

inline int Begin(const Value& v, const Place& p) {
  return v.tokens[static_cast<std::size_t>(*p.begin())].position;
}
inline int End(const Value& v, const Place& p) {
  return v.tokens[static_cast<std::size_t>(*p.rbegin())].position;
}

inline bool Fits(const Query& q, const Value& v, const Place& a,
                 const Place& b) {
  if (q.kind == Query::Kind::kPhrase) return Begin(v, b) == End(v, a) + 1;
  if (q.kind == Query::Kind::kWindow) return true;  // judged as a whole
  if (q.ordered && Begin(v, b) <= End(v, a)) return false;
  const auto in_one = [&](int Token::*part) {
    const auto of = [&](int i) {
      return v.tokens[static_cast<std::size_t>(i)].*part;
    };
    return of(*a.begin()) == of(*a.rbegin()) &&
           of(*b.begin()) == of(*b.rbegin()) &&
           of(*a.begin()) == of(*b.begin());
  };
  if (q.kind == Query::Kind::kParagraph) return in_one(&Token::paragraph);
  if (q.kind == Query::Kind::kSentence) return in_one(&Token::sentence);
  const int distance = std::min(
      {std::abs(Begin(v, a) - Begin(v, b)), std::abs(Begin(v, a) - End(v, b)),
       std::abs(End(v, a) - Begin(v, b)), std::abs(End(v, a) - End(v, b))});
  return distance <= q.number;
}

inline std::set<Place> Places(const Query& q, const Value& v);

// Every way to choose one place of each list so that neighbours fit and no
// word is used twice.
inline std::set<Place> Chains(const Query& q, const Value& v,
                              const std::vector<std::set<Place>>& lists) {
  std::set<std::pair<Place, Place>> chains;  // all words, and the last link
  for (const Place& first : lists[0]) chains.insert({first, first});
  for (std::size_t i = 1; i < lists.size(); ++i) {
    std::set<std::pair<Place, Place>> longer;
    for (const auto& [all, last] : chains) {
      for (const Place& next : lists[i]) {
        const bool used =
            std::any_of(next.begin(), next.end(),
                        [&a = all](int t) { return a.count(t) != 0; });
        if (used || !Fits(q, v, last, next)) continue;
        Place both = all;
        both.insert(next.begin(), next.end());
        longer.insert({both, next});
      }
    }
    chains = longer;
  }
  std::set<Place> places;
  for (const auto& [all, last] : chains) {
    const int width = End(v, all) - Begin(v, all) + 1;
    const int most = static_cast<int>(lists.size()) + q.number;
    if (q.kind == Query::Kind::kWindow && width > most) continue;
    places.insert(all);
  }
  return places;
}

inline std::set<Place> Places(const Query& q, const Value& v) {
  using Kind = Query::Kind;
  std::vector<std::set<Place>> lists;
  for (const std::string& word : q.words) {
    lists.emplace_back();
    for (std::size_t i = 0; i < v.tokens.size(); ++i) {
      if (Accepts(q, word, v.tokens[i]) && IsIn(q, v, v.tokens[i]))
        lists.back().insert({static_cast<int>(i)});
    }
  }
  for (const Query& part : q.parts) lists.push_back(Places(part, v));
  if (q.kind == Kind::kOr) {
    std::set<Place> any;
    for (const auto& list : lists) any.insert(list.begin(), list.end());
    return any;
  }
  return lists.size() == 1 ? lists[0] : Chains(q, v, lists);
}

inline bool Matches(const Query& q, const Article& article) {
  using Kind = Query::Kind;
  const auto holds = [&article](const Query& part) {
    return Matches(part, article);
  };
  std::size_t found = 0;
  switch (q.kind) {
    case Kind::kAll:
      return true;
    case Kind::kTopic:
      return article.topic == q.words[0];
    case Kind::kHasTopic:
      return !article.topic.empty();
    case Kind::kYear:
      return article.year >= q.number;
    case Kind::kMentions:
      return article.spoken_of >= q.number;
    case Kind::kAnd:
      return std::all_of(q.parts.begin(), q.parts.end(), holds);
    case Kind::kOr:
      return std::any_of(q.parts.begin(), q.parts.end(), holds);
    case Kind::kNot:
      return !holds(q.parts[0]);
    case Kind::kAtLeast:
      for (const Value& value : ValuesOf(article))
        found += Places(q.parts[0], value).size();
      return found >= static_cast<std::size_t>(q.number);
    default:
      for (const Value& value : ValuesOf(article))
        found += Places(q, value).size();
      return found > 0;
  }
}

// Whether the language allows it: what stands beside a distance, what is
// counted, what is written in capitals.
inline bool IsAllowed(const Query& q) {
  using Kind = Query::Kind;
  for (const Query& part : q.parts) {
    if (!IsAllowed(part)) return false;
  }
  if (q.kind == Kind::kAtLeast) return q.parts[0].parts.empty();
  if (q.kind != Kind::kNear && q.kind != Kind::kSentence &&
      q.kind != Kind::kParagraph)
    return true;
  const auto stands_somewhere = [](const auto& self, const Query& part) {
    if (part.kind == Kind::kAnd || part.kind == Kind::kNot ||
        part.kind == Kind::kAtLeast)
      return false;
    return std::all_of(part.parts.begin(), part.parts.end(),
                       [&](const Query& p) { return self(self, p); });
  };
  return std::all_of(q.parts.begin(), q.parts.end(), [&](const Query& p) {
    return stands_somewhere(stands_somewhere, p);
  });
}

}  // namespace archive::oracle

#endif  // ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_H_
