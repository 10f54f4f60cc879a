#include "indexer/analysis/agency.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

struct Agency {
  std::string_view name;  // what `agency:` finds
  // Other forms in which it signs; each is unlikely to mean anything else.
  std::array<std::string_view, 2> also = {};
};

// Left out are those whose signs mean other things as often: PA (Pennsylvania),
// CP, TT, APA, CNA.
constexpr std::array<Agency, 28> kAgencies = {{
    {"AP", {"Associated Press", "The Associated Press"}},
    {"Reuters", {"Reuter", "Thomson Reuters"}},
    {"AFP", {"Agence France-Presse", "Agence France Presse"}},
    {"UPI", {"United Press International", "United Press"}},
    {"dpa", {"Deutsche Presse-Agentur"}},
    {"PTI", {"Press Trust of India"}},
    {"IANS", {"Indo-Asian News Service"}},
    {"Xinhua", {"Xinhua News Agency"}},
    {"TASS", {"ITAR-TASS", "TASS News Agency"}},
    {"RIA Novosti", {"RIA-Novosti"}},
    {"Interfax"},
    {"ANSA", {"Agenzia ANSA"}},
    {"EFE", {"Agencia EFE"}},
    {"Europa Press"},
    {"Kyodo", {"Kyodo News"}},
    {"Jiji", {"Jiji Press"}},
    {"Yonhap", {"Yonhap News Agency"}},
    {"KCNA", {"Korean Central News Agency"}},
    {"Bernama"},
    {"Anadolu", {"Anadolu Agency"}},
    {"AAP", {"Australian Associated Press"}},
    {"Canadian Press", {"The Canadian Press"}},
    {"Belga"},
    {"Ritzau"},
    {"Lusa"},
    {"PAP"},
    {"epd", {"Evangelischer Pressedienst"}},
    {"KNA", {"Katholische Nachrichten-Agentur"}},
}};

constexpr std::string_view kBlanks = " \t";
constexpr std::size_t kLongestDateline = 80;

std::string_view Trimmed(std::string_view text, std::string_view edges) {
  const std::size_t first = text.find_first_not_of(edges);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(edges) - first + 1);
}

}  // namespace

std::string_view AgencyCalled(std::string_view text) {
  text = Trimmed(text, " .");
  const auto signs = [text](std::string_view form) {
    return !form.empty() && SameLetters(text, form);
  };
  for (const Agency& agency : kAgencies) {
    if (signs(agency.name) ||
        std::any_of(agency.also.begin(), agency.also.end(), signs))
      return agency.name;
  }
  return {};
}

namespace {

// The first known one of "AP/dpa" or "AP, Reuters".
std::string_view FirstAgencyCalled(std::string_view signs) {
  while (!signs.empty()) {
    const std::size_t end = std::min(signs.find_first_of("/,"), signs.size());
    if (const auto agency = AgencyCalled(signs.substr(0, end)); !agency.empty())
      return agency;
    signs.remove_prefix(std::min(end + 1, signs.size()));
  }
  return {};
}

// A sign in brackets, and what stands on both sides of it.
struct Sign {
  std::string_view before;
  std::string_view agency;
  std::string_view behind;
};

Sign FirstSign(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos) return {};
  const std::size_t close = text.find(')', open);
  if (close == std::string_view::npos) return {};
  return {Trimmed(text.substr(0, open), kBlanks),
          FirstAgencyCalled(text.substr(open + 1, close - open - 1)),
          Trimmed(text.substr(close + 1), kBlanks)};
}

bool BeginsWithDash(std::string_view text) {
  // An underscore: how AP writes it to old machines.
  return text.starts_with('-') || text.starts_with('_') ||
         text.starts_with("\u2013") || text.starts_with("\u2014");
}

// "SEOUL, March 2 (Reuters)", "Moscow, TASS".
std::string_view OfDateline(std::string_view dateline) {
  if (const Sign sign = FirstSign(dateline); !sign.agency.empty())
    return sign.agency;
  const std::size_t comma = dateline.rfind(',');
  return comma == std::string_view::npos
             ? std::string_view()
             : AgencyCalled(dateline.substr(comma + 1));
}

// "SEOUL (AP) - The fleets ...": the dash tells it from a remark in brackets.
std::string_view OfBeginning(std::string_view lead) {
  const Sign sign = FirstSign(lead);
  const bool is_dateline =
      sign.before.size() <= kLongestDateline && BeginsWithDash(sign.behind);
  return is_dateline ? sign.agency : std::string_view();
}

// Whether nothing stands there, or a sentence ends.
bool EndsSentence(std::string_view text) {
  constexpr std::array<std::string_view, 9> kEnds = {
      ".", "!", "?", "\"", "'", "\u201d", "\u2019", "\u00bb", "\u201c"};
  return text.empty() ||
         std::any_of(kEnds.begin(), kEnds.end(), [text](std::string_view end) {
           return text.ends_with(end);
         });
}

// "... on Monday. (AP)", or a last paragraph that is "Reuter" or "(dpa)".
std::string_view OfEnd(std::string_view last) {
  if (const auto agency = AgencyCalled(Trimmed(last, " -/()*"));
      !agency.empty())
    return agency;
  if (!last.ends_with(')')) return {};
  const std::size_t open = last.rfind('(');
  if (open == std::string_view::npos) return {};
  if (!EndsSentence(Trimmed(last.substr(0, open), kBlanks))) return {};
  return FirstAgencyCalled(last.substr(open + 1, last.size() - open - 2));
}

// "Reuters", "Jane Doe, Associated Press", "Associated Press Writer".
std::string_view OfAuthor(std::string_view author) {
  for (const std::string_view role : {" Writer", " Staff", " Staff Writer"}) {
    if (author.size() <= role.size()) continue;
    const std::size_t at = author.size() - role.size();
    if (!SameLetters(author.substr(at), role)) continue;
    author = author.substr(0, at);
    break;
  }
  const std::size_t comma = author.rfind(',');
  return AgencyCalled(
      comma == std::string_view::npos ? author : author.substr(comma + 1));
}

}  // namespace

std::string_view AgencyOf(const Article& article) {
  for (const std::string& author : article.byline) {
    if (const auto agency = OfAuthor(author); !agency.empty()) return agency;
  }
  if (const auto agency = OfDateline(article.dateline); !agency.empty())
    return agency;
  if (const auto agency = OfBeginning(LeadOf(article)); !agency.empty())
    return agency;
  const auto last = std::find_if(
      article.blocks.rbegin(), article.blocks.rend(),
      [](const Block& block) { return block.kind == BlockKind::kParagraph; });
  return last == article.blocks.rend() ? std::string_view() : OfEnd(last->text);
}

}  // namespace archive
