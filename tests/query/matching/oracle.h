// The query language against obvious code: random articles, random queries,
// and what a query means, spelt out over lists of words.
//
// Matches() is the definition of the language here; when the tool and it
// differ, read it first.
#ifndef ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_H_
#define ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_H_

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace archive::oracle {

struct Article {
  std::vector<std::string> title;
  std::vector<std::vector<std::string>> paragraphs;
  std::vector<std::string> caption;
  std::string topic;
  int year = 0;  // 0: undated
};

// A word of a value: where it stands, and in which paragraph.
struct Token {
  std::string word;
  int position;
  int paragraph;
};
struct Value {
  char zone;  // 't'itle, 'b'ody, 'c'aption
  std::vector<Token> tokens;
};

inline std::vector<Value> ValuesOf(const Article& article) {
  std::vector<Value> values = {{'t', {}}, {'b', {}}, {'c', {}}};
  int position = 0;
  for (const std::string& word : article.title)
    values[0].tokens.push_back({word, position++, 0});
  position = 0;
  int paragraph = 0;
  for (const auto& words : article.paragraphs) {
    for (const std::string& word : words)
      values[1].tokens.push_back({word, position++, paragraph});
    ++position;  // the break counts as a word
    ++paragraph;
  }
  position = 0;
  for (const std::string& word : article.caption)
    values[2].tokens.push_back({word, position++, 0});
  return values;
}

struct Query {
  enum class Kind {
    kWord,
    kExact,
    kPrefix,
    kPhrase,
    kWindow,
    kTopic,
    kYear,
    kHasTopic,
    kAll,
    kAnd,
    kOr,
    kNot,
    kNear,
    kParagraph,
    kAtLeast
  };
  Kind kind = Kind::kAll;
  std::string field;               // of leaves; empty: text
  std::vector<std::string> words;  // of leaves
  int number = 0;                  // distance, year, times
  bool ordered = false;
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
    case Kind::kPrefix:
      return field + q.words[0] + "*";
    case Kind::kPhrase:
      return field + "\"" + quoted + "\"";
    case Kind::kWindow:
      return fmt::format("{}\"{}\"~{}", field, quoted, q.number);
    case Kind::kTopic:
      return "topic:" + q.words[0];
    case Kind::kYear:
      return fmt::format("date:{}..", q.number);
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
      return join(fmt::format(" {}/{} ", q.ordered ? "PRE" : "W", q.number));
    case Kind::kParagraph:
      return join(" W/P ");
    case Kind::kAtLeast:
      return fmt::format("atleast{}({})", q.number, Text(q.parts[0]));
  }
  return {};
}

inline bool Accepts(const Query& q, const std::string& asked,
                    const std::string& word) {
  // "cat" and "cats" are the only inflected forms there are.
  const auto stem = [](std::string w) {
    if (w.back() == 's') w.pop_back();
    return w;
  };
  // Words of captions, asked for by that field, are not stemmed.
  if (q.kind == Query::Kind::kWord && q.field != "caption")
    return stem(asked) == stem(word);
  if (q.kind == Query::Kind::kPrefix)
    return word.compare(0, asked.size(), asked) == 0;
  return asked == word;
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
  const auto paragraph = [&v](int i) {
    return v.tokens[static_cast<std::size_t>(i)].paragraph;
  };
  if (q.kind == Query::Kind::kParagraph)
    return paragraph(*a.begin()) == paragraph(*a.rbegin()) &&
           paragraph(*b.begin()) == paragraph(*b.rbegin()) &&
           paragraph(*a.begin()) == paragraph(*b.begin());
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
      if (Accepts(q, word, v.tokens[i].word) && IsIn(q, v, v.tokens[i]))
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

class Random {
 public:
  explicit Random(unsigned seed) : random_(seed) {}

  int Below(int n) {
    return static_cast<int>(random_() % static_cast<unsigned>(n));
  }
  std::string Word() { return OneOf({"cat", "cats", "dog", "hat"}); }

  Article MakeArticle() {
    Article article;
    article.title = Words(Below(3));
    for (int n = Below(4); n > 0; --n)
      article.paragraphs.push_back(Words(1 + Below(5)));
    article.caption = Words(std::max(0, Below(4) - 1));
    article.topic = OneOf({"", "", "war", "peace"});
    article.year = Below(4) == 0 ? 0 : 1980 + Below(5);
    return article;
  }

  Query MakeQuery(int depth) {
    using Kind = Query::Kind;
    const int pick = depth == 0 ? 0 : Below(10);
    if (pick < 2) return Leaf();
    if (pick < 4) return Group(Kind::kAnd, depth);
    if (pick < 6) return Group(Kind::kOr, depth);
    if (pick == 6) return {.kind = Kind::kNot, .parts = {MakeQuery(depth - 1)}};
    if (pick == 7)
      return {.kind = Kind::kAtLeast,
              .number = 1 + Below(3),
              .parts = {Words(OneOf({"", "title", "body"}))}};
    return MakeNear(2);
  }

 private:
  std::string OneOf(const std::vector<std::string>& choices) {
    return choices[static_cast<std::size_t>(
        Below(static_cast<int>(choices.size())))];
  }
  std::vector<std::string> Words(int n) {
    std::vector<std::string> words;
    while (n-- > 0) words.push_back(Word());
    return words;
  }
  // A leaf of words.
  Query Words(const std::string& field) {
    using Kind = Query::Kind;
    switch (Below(6)) {
      case 0:
        return {.kind = Kind::kExact, .field = field, .words = Words(1)};
      case 1:
        return {.kind = Kind::kPrefix,
                .field = field,
                .words = {OneOf({"ca", "do", "ha"})}};
      case 2:
        return {.kind = Kind::kPhrase,
                .field = field,
                .words = Words(2 + Below(2))};
      case 3:
        return {.kind = Kind::kWindow,
                .field = field,
                .words = Words(2 + Below(2)),
                .number = Below(3)};
      default:
        return {.kind = Kind::kWord, .field = field, .words = Words(1)};
    }
  }
  Query Leaf() {
    using Kind = Query::Kind;
    switch (Below(9)) {
      case 0:
        return {.kind = Kind::kTopic, .words = {OneOf({"war", "peace"})}};
      case 1:
        return {.kind = Kind::kYear, .number = 1980 + Below(5)};
      case 2:
        return {.kind = Below(3) == 0 ? Kind::kAll : Kind::kHasTopic};
      default:
        return Words(OneOf({"", "", "", "title", "body", "lead", "caption"}));
    }
  }
  Query Group(Query::Kind kind, int depth) {
    Query q = {.kind = kind};
    for (int n = 2 + Below(2); n > 0; --n)
      q.parts.push_back(MakeQuery(depth - 1));
    return q;
  }
  Query Operand(const std::string& field, int depth) {
    const int pick = Below(6);
    if (pick == 0) {
      return {.kind = Query::Kind::kOr, .parts = {Words(field), Words(field)}};
    }
    if (pick == 1 && depth > 0) return MakeNear(depth - 1, field);
    return Words(field);
  }
  Query MakeNear(int depth) {
    return MakeNear(depth, OneOf({"", "", "", "title", "body"}));
  }
  Query MakeNear(int depth, const std::string& field) {
    Query q = {
        .kind = Below(6) == 0 ? Query::Kind::kParagraph : Query::Kind::kNear,
        .number = 1 + Below(4),
        .ordered = Below(2) == 0};
    if (q.kind == Query::Kind::kParagraph) q.ordered = false;
    for (int n = 2 + (Below(3) == 0 ? 1 : 0); n > 0; --n)
      q.parts.push_back(Operand(field, depth));
    return q;
  }

  std::mt19937 random_;
};

}  // namespace archive::oracle

#endif  // ARCHIVE_TESTS_QUERY_MATCHING_ORACLE_H_
